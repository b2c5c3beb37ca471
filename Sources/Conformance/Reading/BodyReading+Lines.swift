// SPDX-License-Identifier: Apache-2.0
// A reading as lines of text, for whoever holds two readings of one body against each other.

import Contract
import Wire

extension BodyReading {
  /// All that the reading shows but fingerprints and kept rows, in an order that is always the same.
  var lines: [String] { bodyLines + rowLines + fieldLines + ruleLines + quirkLines }

  private var bodyLines: [String] {
    let root = facts.root
    let token = facts.rootToken.map { "\($0)" } ?? "-"
    return [
      "root \(facts.rootKind) \(token)", "objects \(facts.objectCount)",
      "members \(facts.memberCount)", "lone surrogate \(facts.hasLoneSurrogate)",
      "total \(told(root.total)) at \(told(root.totalBytes))", "marker \(told(root.marker))",
      "identity in root \(root.hasIdentity)",
    ]
      + root.members.map { "root \($0) \($1.line)" }.sorted()
  }

  private var rowLines: [String] {
    var lines = ["rows \(facts.rows)"]
    for (place, identity) in facts.identities.enumerated() {
      lines.append("row \(place) is \(identity)")
    }
    for (name, column) in zip(facts.filterFields, facts.words) {
      lines += column.lines.map { "\(name) \($0)" }
    }
    for (path, run) in facts.orders.sorted(by: { $0.key.description < $1.key.description }) {
      let signs = "\(run.count) \(run.isAscending) \(run.isDescending)"
      lines.append("order of \(path): \(signs) \(told(run.first)) \(told(run.last))")
    }
    for times in facts.timeDigits {
      lines.append("digits of \(times.names): \(times.digits) \(times.first?.line ?? "")")
    }
    return lines
  }

  private var fieldLines: [String] {
    program.fields.map { declared in
      let (number, layout) = (declared.number, program.layout)
      return "\(declared.title): \(counts[program.holders[number]]) places, "
        + "\(counts[layout.missing(number)]) missing, \(counts[layout.null(number)]) null"
    }
  }

  private var ruleLines: [String] {
    var lines: [String] = []
    var sites: [(String, RuleSite)] = [
      ("unique names", .uniqueNames), ("undocumented", .undocumented),
    ]
    for declared in program.fields {
      sites.append(("\(declared.title) present", .presence(declared.number)))
      sites.append((declared.title, .value(declared.number)))
    }
    for (number, relation) in program.operation.relations.enumerated() {
      lines.append("\(relation.name): \(counts[program.layout.relation(number)]) asserted")
      sites.append((relation.name, .relation(number)))
    }
    return lines + sites.flatMap { name, site in faults[site].map { "\(name): \($0.line)" } }
  }

  private var quirkLines: [String] {
    program.observedQuirks.enumerated().flatMap { place, quirk in
      (0...quirk.sides.count).map { side in
        let count = counts[program.layout.observations[place] + side]
        let first = facts.seenSides[SeenSide.Key(observation: place, place: side)]
        return "\(quirk.id) side \(side): \(count) \(first?.line ?? "")"
      }
    }
  }
}

private func told(_ value: (some Any)?) -> String { value.map { "\($0)" } ?? "-" }

extension AnswerLocation {
  fileprivate var line: String { "at \(told(pointer)) \(told(bytes))" }
}

extension SeenSide {
  fileprivate var line: String { "\(sign) \(told(received)) \(location.line)" }
}

extension WordColumn {
  /// What each row has, and how often each comes; a text is the same however it is spelled.
  fileprivate var lines: [String] {
    let names = tallies.map { $0.text.map(JSONText.quote) ?? $0.raw }
    var counts: [String: Int] = [:]
    for (name, tally) in zip(names, tallies) { counts[name, default: 0] += tally.count }
    return ["of rows: \(column.map { $0 < 0 ? "-" : names[Int($0)] })"]
      + tallies.map { "first in row \($0.row) at \($0.bytes): \($0.received)" }.prefix(1)
      + counts.map { "\($0) in \($1)" }.sorted()
  }
}

extension Fault {
  fileprivate var line: String {
    "\(severity) ×\(count) \(summary); expected \(expected), received \(received), kind \(kind), "
      + "\(location.line), others \(others.line)"
  }
}

extension Finding.Others {
  fileprivate var line: String {
    switch self {
    case .all(let told): told.map(\.description).joined(separator: " and ")
    case .tooMany(let types): "many of \(types.sorted())"
    }
  }
}
