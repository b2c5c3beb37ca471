// SPDX-License-Identifier: Apache-2.0
// Adds up what the readings of one operation have shown.

import Contract

/// What some answers of one operation show of its literal.
struct OperationCoverage {
  private let operation: Contract.Operation
  private let results: [CaseResult]
  /// Those that were answered with 200.
  private let granted: [Reading]
  private let statuses: [Int]
  /// The counts of all bodies, by the places of a ``CountLayout``; nil where there was no body.
  private let total: (program: ResponseProgram, counts: [Int])?

  init(_ operation: Contract.Operation, _ readings: [Reading], _ results: [CaseResult]) {
    self.operation = operation
    self.results = results
    granted = readings.filter { $0.status == 200 && $0.response?.page != nil }
    statuses = readings.compactMap(\.status)
    total = granted.reduce(nil as (ResponseProgram, [Int])?) { total, reading in
      guard let body = reading.response?.body else { return total }
      guard let total else { return (body.program, body.counts.map(Int.init)) }
      return (total.0, zip(total.1, body.counts).map { $0 + Int($1) })
    }.map { (program: $0.0, counts: $0.1) }
  }

  var items: [Coverage.Item] { fieldItems + relations + statusItems + parameters + pages }

  private func item(
    _ kind: Coverage.Kind, _ level: Level, _ name: String, _ count: Int
  ) -> Coverage.Item {
    Coverage.Item(operation: operation.id, level: level, kind: kind, name: name, count: count)
  }

  // MARK: bodies

  private func count(_ place: (CountLayout) -> Int) -> Int {
    total.map { $0.counts[place($0.program.layout)] } ?? 0
  }

  private var fieldItems: [Coverage.Item] {
    let fields = DeclaredField.all(in: operation)
    let present = fields.map { field in
      let nulls = count { $0.null(field.number) }
      let objects = count { _ in total?.program.holders[field.number] ?? 0 }
      return (seen: objects - count { $0.missing(field.number) } - nulls, nulls: nulls)
    }
    return zip(fields, present).map { item(.field, .shape, $0.title, $1.seen) }
      + zip(fields, present).filter { $0.0.field.null == .allowed }
      .map { item(.null, .shape, $0.title, $1.nulls) }
      + fields.flatMap { field in
        field.field.type.countedWords.enumerated().map { number, word in
          item(
            .word, .shape, "\(field.title) = \(word)",
            count { $0.words(field.number) + number })
        }
      }
  }

  private var relations: [Coverage.Item] {
    operation.relations.enumerated().map { number, relation in
      var count = count { $0.relation(number) }
      switch relation.kind {
      case .counts, .row:
        let own = results.first { $0.id == "\(operation.id).relations.\(relation.name)" }
        count = own?.verdict.asserted ?? 0
      default: break
      }
      return item(.relation, .relations, relation.name, count)
    }
  }

  // MARK: requests

  private var statusItems: [Coverage.Item] {
    operation.answers.map { answer in
      item(
        .status, answer.status == 200 ? .shape : .errors, "\(answer.status)",
        statuses.count { $0 == answer.status })
    }
  }

  private var parameters: [Coverage.Item] {
    let query = operation.parameters.filter { $0.placement == .query }
    return query.map { item(.parameter, level(of: $0), $0.name, count($0.name) { _ in true }) }
      + query.flatMap { parameter in
        parameter.words.map { word in
          let value = Probe.Parameter(parameter.name, word).value
          return item(
            .value, level(of: parameter), "\(parameter.name) = \(word)",
            count(parameter.name) { $0 == value })
        }
      }
  }

  private func level(of parameter: Parameter) -> Level {
    parameter.filters == nil && parameter.orders == nil ? .paging : .filters
  }

  private func count(_ name: String, _ isWanted: (String) -> Bool) -> Int {
    granted.count { reading in
      reading.request.query.contains { $0.name == name && isWanted($0.value) }
    }
  }

  /// Sizes are those that the literal gives the parameter that it calls the limit.
  private var pages: [Coverage.Item] {
    guard !operation.paging.isObject else { return [] }
    let size = operation.paging.size
    let limits = operation.parameter(size)?.range
    let sized = [limits?.lowerBound, limits?.upperBound].compactMap(\.self).map { limit in
      item(.page, .paging, "\(size) = \(limit)", count(size) { $0 == "\(limit)" })
    }
    let first = operation.paging.position(behind: 0, size: 1).map { "\($0)" }
    let position = operation.paging.position
    return sized + [
      item(
        .page, .paging, "default size",
        granted.count { reading in !reading.request.query.contains { $0.name == size } }),
      item(
        .page, .paging, "second page",
        granted.count { reading in
          reading.response?.page?.facts.identities.count ?? 0 > 0
            && reading.request.query.contains { $0.name == position && $0.value != first }
        }),
    ]
  }
}

extension ValueType {
  /// The values of which a reader counts how often each comes, in the order of the counts.
  var countedWords: [String] { self == .boolean ? ["true", "false"] : listedWords }
}
