// SPDX-License-Identifier: Apache-2.0
// Holds the reader to the parser, and to a slow walk over what the parser makes of the same body.

import Contract
import Foundation
import JSONMutation
import SWRSpecs
import Testing
import Wire

@testable import Conformance

@Suite struct ReadingFuzzTests {
  /// Three hundred pages of each operation, or as many as `READING_FUZZ` says, from `READING_SEED`.
  private static let environment = ProcessInfo.processInfo.environment
  private static let pages = environment["READING_FUZZ"].flatMap(Int.init) ?? 300
  private static let seed = environment["READING_SEED"].flatMap(UInt64.init) ?? 8259

  @Test(arguments: Catalog.operations.map(\.id))
  func `a damaged page is read as a slow walk over its tree reads it`(
    id: String
  ) throws {
    let operation = try #require(Catalog.operations.first { $0.id == id })
    let trial = ReadingTrial(operation)
    var pages = try #require(PageMutator(operation, seed: Self.seed))
    var (accepted, rejected) = (0, 0)
    for _ in 0..<Self.pages {
      let body = pages.next()
      guard trial.difference(in: body) == nil else {
        let small = trial.shrunk(body)
        Issue.record(
          "\(trial.difference(in: small) ?? ""): \(String(decoding: small, as: UTF8.self))")
        return
      }
      if (try? JSONDocument(parsing: body)) == nil { rejected += 1 } else { accepted += 1 }
    }
    #expect(accepted > rejected && rejected > Self.pages / 20, "\(accepted) and \(rejected)")
  }
}

/// One operation's reader beside the slow one.
struct ReadingTrial {
  private let program: ResponseProgram
  private let invariants: ReadingInvariants
  private let pathValue: (String) -> String?

  init(_ operation: Contract.Operation, of facts: TargetFacts = .sample) {
    pathValue = { parameter in operation.parameter(parameter)?.fact.flatMap { facts[$0] } }
    program = ResponseProgram(operation, pathValue: pathValue)
    invariants = ReadingInvariants(operation, of: facts)
  }

  /// The first thing that both readers do not see alike; nil if there is none.
  func difference(in body: [UInt8]) -> String? {
    if let violation = invariants.violation(in: body) { return violation }
    guard let document = try? JSONDocument(parsing: body), let reading = try? read(body) else {
      return nil
    }
    let (slow, rows) = SlowReader.read(document, by: program, pathValue: pathValue)
    if reading.lines != slow.lines {
      let lines = zip(reading.lines + [""], slow.lines + [""]).first { $0 != $1 }
      return "the reader says \(lines?.0 ?? ""); the tree says \(lines?.1 ?? "")"
    }
    return confusion(rows, reading.facts.fingerprints)
  }

  /// The body without whatever is not needed to see some difference in it.
  func shrunk(_ body: [UInt8]) -> [UInt8] {
    var small = body
    var length = body.count / 2
    while length > 0 {
      var place = 0
      while place < small.count {
        var fewer = small
        fewer.removeSubrange(place..<min(small.count, place + length))
        if difference(in: fewer) == nil { place += length } else { small = fewer }
      }
      length /= 2
    }
    return small
  }

  private func read(_ body: [UInt8]) throws(JSONSyntaxError) -> BodyReading {
    var options = BodyReader.Options()
    options.observes = true
    options.ledger = SideLedger()
    options.askedWords = program.filterFields.map { _ in nil }
    return try body.withUnsafeBufferPointer { (bytes) throws(JSONSyntaxError) in
      try program.read(bytes, options)
    }
  }

  /// Two rows that mean the same and have two fingerprints, or that share one and differ.
  private func confusion(_ rows: [JSONValue], _ fingerprints: [UInt64]) -> String? {
    guard rows.count == fingerprints.count else { return "the rows are not all fingerprinted" }
    let meanings = rows.map { RowMeaning.of($0, in: program.operation) }
    for left in rows.indices {
      for right in rows.indices.dropFirst(left + 1) {
        let isSame = meanings[left] == meanings[right]
        if isSame != (fingerprints[left] == fingerprints[right]) {
          return "rows \(left) and \(right) \(isSame ? "mean the same" : "are taken for the same")"
        }
      }
    }
    return nil
  }
}
