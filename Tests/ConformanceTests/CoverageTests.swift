// SPDX-License-Identifier: Apache-2.0
// What the data of a registry lacks is what its coverage lacks, line by line.

import Contract
import EmbeddedTarget
import Foundation
import MockRegistry
import SWRSpecs
import Testing
import Wire

@testable import Conformance

@Suite struct CoverageTests {
  @Test(arguments: Catalog.operations)
  func `a field that is taken out of the rows lowers its line`(
    _ operation: Contract.Operation
  ) async throws {
    let page = try await Page(of: operation)
    let fields = page.items.filter { $0.kind == .field && $0.isSeen }
    #expect(fields.count > 3)
    for field in fields {
      let lost = try page.lost { $0.removing(ArraySlice(path(field.name))) }
      #expect(lost.contains { $0.kind == .field && $0.name == field.name })
      let others = lost.filter { $0.kind != .relation && !$0.name.begins(with: field.name) }
      #expect(others.isEmpty, "without \(field.name)")
    }
  }

  @Test(arguments: Catalog.operations)
  func `a word that no row has lowers its line and no other`(
    _ operation: Contract.Operation
  ) async throws {
    let page = try await Page(of: operation)
    for word in page.items where word.kind == .word && word.isSeen {
      let parts = word.name.components(separatedBy: " = ")
      let lost = try page.lost { $0.replacing(parts[1], at: ArraySlice(path(parts[0]))) }
      #expect(lost.filter { $0.kind != .relation }.map(\.name) == [word.name])
    }
  }

  @Test func `what was asked is counted, and what it shows`() async throws {
    let registry = MockRegistry()
    let plan = Plan(
      for: [try #require(Catalog.operations.first { $0.id == "ListGcTasks" })],
      against: TargetFacts(of: registry, for: .swr))
    let run = Run(plan, over: EmbeddedTransport(registry, for: .swr), concurrency: 1)
    let coverage = run.coverage(await run.results())
    let unseen = coverage.only { !$0.isSeen }.items
    #expect(unseen.map { "\($0.kind) \($0.name)" } == ["null page_info.next_marker", "status 500"])
    #expect(Set(coverage.items.map(\.kind)) == Set(Coverage.Kind.allCases))
    #expect(coverage.seenCount == coverage.items.count - unseen.count)
    #expect(Set(coverage.items.map { "\($0.kind) \($0.name)" }).count == coverage.items.count)
  }

  private func path(_ title: String) -> [String] {
    title.replacing("[]", with: "").components(separatedBy: ".")
  }
}

/// One page of the mock, and what it shows.
private struct Page {
  let operation: Contract.Operation
  let reader: OperationReader
  let body: Any
  let items: [Coverage.Item]

  init(of operation: Contract.Operation) async throws {
    let registry = MockRegistry()
    let facts = TargetFacts(of: registry, for: .swr)
    let plan = Plan(for: [operation], against: facts)
    let probe = try #require(plan.baselineRequests[operation.id])
    let answer = try await EmbeddedTransport(registry, for: .swr).send(probe.first)
    self.operation = operation
    reader = OperationReader(operation, of: facts)
    body = try JSONSerialization.jsonObject(with: Data(answer.body))
    items = Self.items(of: body, operation, reader)
  }

  /// What a page no longer shows that was changed so.
  func lost(_ change: (Edit) -> Any) throws -> [Coverage.Item] {
    let now = Self.items(of: change(Edit(value: body)), operation, reader)
    return zip(items, now).filter { $0.isSeen && !$1.isSeen }.map(\.0)
  }

  private static func items(
    of body: Any, _ operation: Contract.Operation, _ reader: OperationReader
  ) -> [Coverage.Item] {
    let data = (try? JSONSerialization.data(withJSONObject: body)) ?? Data()
    let response = HTTPResponse(200, String(decoding: data, as: UTF8.self))
    return OperationCoverage(
      operation, [Reading(response, to: Probe.Request(path: "/"), reader)], []
    ).items
  }
}

/// A value that members of the same path are changed in, those of text that holds an object too.
private struct Edit {
  let value: Any

  func removing(_ path: ArraySlice<String>) -> Any { changing(path) { _ in nil } }

  /// With another value wherever the word stood; the other boolean for one.
  func replacing(_ word: String, at path: ArraySlice<String>) -> Any {
    changing(path) { old in
      if let text = old as? String { return text == word ? "another" : text }
      guard let flag = old as? Bool else { return old }
      return "\(flag)" == word ? !flag : flag
    }
  }

  private func changing(_ path: ArraySlice<String>, _ change: (Any) -> Any?) -> Any {
    if let list = value as? [Any] {
      return list.map { Edit(value: $0).changing(path, change) }
    }
    if let text = value as? String, text.hasPrefix("{"),
      let inner = try? JSONSerialization.jsonObject(with: Data(text.utf8)),
      let data = try? JSONSerialization.data(
        withJSONObject: Edit(value: inner).changing(path, change))
    {
      return String(decoding: data, as: UTF8.self)
    }
    guard var object = value as? [String: Any], let name = path.first, let old = object[name]
    else { return value }
    let rest = path.dropFirst()
    object[name] = rest.isEmpty ? change(old) : Edit(value: old).changing(rest, change)
    return object
  }
}

extension String {
  /// Whether it is of the field or of what is inside it.
  fileprivate func begins(with field: String) -> Bool {
    self == field || [".", "[]", " = "].contains { hasPrefix(field + $0) }
  }
}
