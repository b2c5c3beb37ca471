// SPDX-License-Identifier: Apache-2.0
// The matrix for programs: `NAME.matrix/1`, and W3C's EARL 1.0 as JSON-LD.

import Conformance
import Contract
import Reporting
import Wire

extension ImplementationMatrix {
  static let form = "matrix/1"

  public var json: String {
    let cells = operations.flatMap { operation in
      Level.allCases.flatMap { level in
        implementations.map { tree($0.cell(operation, level), operation, level, $0.name) }
      }
    }
    let document: JSONTree = [
      "schema": .string(profile.schema(Self.form)),
      "suite": ["version": .string(profile.suite.version)],
      "implementations": .array(implementations.map(tree)), "cells": .array(cells),
      "quirks": .array(quirks.map(tree)),
    ]
    return document.document
  }

  private func tree(_ implementation: Implementation) -> JSONTree {
    let report = implementation.report
    return [
      "name": .string(implementation.name), "verified": .boolean(implementation.isVerified),
      "endpoint": .string(report.endpoint), "mode": .string(report.mode),
      "version": .string(report.version), "contract": .string(report.contract),
      "started": .string(report.started), "exit": .integer(report.exit),
      "seen": implementation.report.coverage.map { .integer($0.seen) } ?? .null,
      "seenOf": implementation.report.coverage.map { .integer($0.all) } ?? .null,
    ]
  }

  private func tree(_ cell: Cell, _ operation: String, _ level: Level, _ name: String) -> JSONTree {
    .object(
      [
        ("operation", .string(operation)), ("level", .string(level.rawValue)),
        ("implementation", .string(name)), ("state", .string(cell.state.rawValue)),
      ] + Verdict.Outcome.allCases.map { ($0.rawValue, .integer(cell.count($0))) })
  }

  private func tree(_ quirk: Quirk) -> JSONTree {
    [
      "operation": .string(quirk.operation), "id": .string(quirk.id),
      "differ": .boolean(quirk.isDisputed),
      "sides": .array(
        zip(implementations, quirk.sides).map { implementation, side in
          [
            "implementation": .string(implementation.name), "outcome": .string(side?.outcome),
            "side": .string(side?.side),
          ]
        }),
    ]
  }

  // MARK: EARL

  /// Assertions in the vocabulary of <http://www.w3.org/ns/earl#>, one for each case of each
  /// implementation; the context stands in the document, so that nobody has to fetch one.
  public var earl: String {
    let suite: JSONTree = [
      "@id": "_:suite", "@type": ["earl:Assertor", "earl:Software"],
      "dct:title": .string(profile.suite.name), "dct:hasVersion": .string(profile.suite.version),
    ]
    let subjects = implementations.enumerated().map { number, implementation -> JSONTree in
      [
        "@id": .string("_:subject\(number + 1)"), "@type": "earl:TestSubject",
        "dct:title": .string(implementation.name),
        "dct:source": .string(implementation.report.endpoint),
      ]
    }
    let ids = implementations.flatMap { $0.report.cases.map(\.id) }
    let tests = ids.distinct.map { id -> JSONTree in
      ["@id": .string(iri(of: id)), "@type": "earl:TestCase", "dct:identifier": .string(id)]
    }
    let assertions = implementations.enumerated().flatMap { number, implementation in
      implementation.report.cases.map { assertion($0, number + 1, implementation.report.started) }
    }
    let tree: JSONTree = [
      "@context": [
        "earl": "http://www.w3.org/ns/earl#", "dct": "http://purl.org/dc/terms/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "dct:date": ["@type": "xsd:dateTime"],
        "earl:outcome": ["@type": "@id"], "earl:mode": ["@type": "@id"],
        "earl:test": ["@type": "@id"], "earl:subject": ["@type": "@id"],
        "earl:assertedBy": ["@type": "@id"],
      ],
      "@graph": .array([suite] + subjects + tests + assertions),
    ]
    return tree.document
  }

  /// A name that nobody has to look up.
  private func iri(of id: String) -> String { "urn:\(profile.suite.name):case:\(id)" }

  private func assertion(
    _ planned: WrittenReport.Case, _ subject: Int, _ started: String
  ) -> JSONTree {
    var result: [(key: String, value: JSONTree)] = [
      ("@type", "earl:TestResult"), ("earl:outcome", .string(planned.outcome.earl)),
      ("dct:date", .string(started)),
    ]
    let info = planned.outcome == .warned ? "warned" : planned.reason
    if let info { result.append(("earl:info", .string(info))) }
    return [
      "@type": "earl:Assertion", "earl:assertedBy": "_:suite",
      "earl:subject": .string("_:subject\(subject)"), "earl:test": .string(iri(of: planned.id)),
      "earl:mode": "earl:automatic", "earl:result": .object(result),
    ]
  }
}

extension Verdict.Outcome {
  /// A warning keeps what must hold; what was skipped was not tested.
  fileprivate var earl: String {
    switch self {
    case .passed, .warned: "earl:passed"
    case .failed: "earl:failed"
    case .inconclusive: "earl:cantTell"
    case .skipped: "earl:untested"
    }
  }
}
