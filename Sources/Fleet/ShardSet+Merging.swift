// SPDX-License-Identifier: Apache-2.0
// What one run would have said, put together from what its shards say.

public import Conformance
import Contract
import Reporting
import Wire

extension ShardSet {
  /// What the shards come to together.
  public enum Whole: Sendable {
    /// A JSON report, with its exit code.
    case report(String, ExitCode)
    case fleet(FleetReport)
  }

  /// - Parameter operations: The ids of all operations, in the order of the catalogue.
  public func whole(of operations: [String]) -> Whole {
    let order = Dictionary(uniqueKeysWithValues: zip(operations, operations.indices))
    let fleets = shards.compactMap(\.fleet)
    return fleets.isEmpty
      ? .report(report(order).document, exit)
      : .fleet(FleetReport(merging: fleets, allowEmpty: allowsEmpty, order))
  }

  private var allowsEmpty: Bool { shards[0].part.options.contains("--allow-empty") }

  /// Nothing is asserted only if no shard has asserted anything.
  private var exit: ExitCode {
    let codes = shards.map { shard in
      shard.root.integer("exit").flatMap { ExitCode(rawValue: Int32(clamping: $0)) } ?? .usage
    }
    let cases = shards.flatMap { shard in shard.elements("cases") }
    let hasAsserted =
      cases.contains { $0.integer("asserted") ?? 0 > 0 }
      || shards.contains { !$0.elements("quirkResults").isEmpty }
    return ExitCode.worst(of: codes + (hasAsserted || allowsEmpty ? [] : [.unasserted]))
  }

  // MARK: the report of one target

  private func report(_ order: [String: Int]) -> JSONTree {
    .object(
      shards[0].root.members.filter { $0.name != "shard" }.map { member in
        (member.name, merged(member.name, member.value, order))
      })
  }

  private func merged(_ key: String, _ first: JSONValue, _ order: [String: Int]) -> JSONTree {
    let values = shards.compactMap { $0.root[key] }
    return switch key {
    case "started": .string(values.compactMap(\.string).min())
    case "seconds", "waiting":
      .number(values.max { $0.seconds < $1.seconds }?.raw ?? first.raw)
    case "requests": .integer(values.sum - shards.reduce(0) { $0 + $1.part.shared })
    case "retries": .integer(values.sum)
    case "partial": .boolean(values.contains { $0.bool == true })
    case "notices", "advice": .array(values.flatMap(\.elements).compactMap(\.string).distinct.tree)
    case "unexercised": .array(unexercised(values))
    case "exit": .integer(Int(exit.rawValue))
    case "summary", "findings":
      .object(
        first.members.map { member in
          (member.name, .integer(values.compactMap { $0[member.name] }.sum))
        })
    case "cases", "quirkResults":
      .array(values.flatMap(\.elements).sorted(by: order).map(JSONTree.init))
    case "coverage": coverage(values, order)
    case "set": set(first, values, order)
    case "exchanges": .array(exchanges.sorted(by: order).map(JSONTree.init))
    default: JSONTree(first)
    }
  }

  /// Cases that want the same facts are told together, the most first.
  private func unexercised(_ values: [JSONValue]) -> [JSONTree] {
    let groups = Dictionary(grouping: values.flatMap(\.elements)) { $0["wanting"]?.raw ?? "" }
    return groups.map {
      (wanting: $0.key, cases: $0.value.compactMap { $0["cases"] }.sum, $0.value[0])
    }
    .sorted { ($1.cases, $0.wanting) < ($0.cases, $1.wanting) }
    .map { group in
      .object(
        group.2.members.map {
          ($0.name, $0.name == "cases" ? .integer(group.cases) : JSONTree($0.value))
        })
    }
  }

  /// A requirement set, with all cases that are outside of it.
  private func set(_ first: JSONValue, _ values: [JSONValue], _ order: [String: Int]) -> JSONTree {
    let outside = values.flatMap { $0["outside"]?.elements.map(\.self) ?? [] }
      .stablySorted { listed -> Int in
        let operation = listed["id"]?.string?.prefix { $0 != "." }
        return order[String(operation ?? "")] ?? .max
      }
    return .object(
      first.members.map { member in
        (
          member.name,
          member.name == "outside" ? .array(outside.map(JSONTree.init)) : JSONTree(member.value)
        )
      })
  }

  private func coverage(_ values: [JSONValue], _ order: [String: Int]) -> JSONTree {
    let told = values.filter { $0.kind == .object }
    guard !told.isEmpty else { return .null }
    let items = told.flatMap { $0["items"].map { Array($0.elements) } ?? [] }.sorted(by: order)
    let seen = items.count { $0.integer("count") ?? 0 > 0 }
    return [
      "percent": .integer(items.isEmpty ? 100 : seen * 100 / items.count),
      "seen": .integer(seen), "items": .array(items.map(JSONTree.init)),
    ]
  }

  /// What several shards asked is one request of the whole; what one asked again stays there.
  private var exchanges: [JSONValue] {
    var kept: [String: Int] = [:]
    return shards.flatMap { shard in
      var seen: [String: Int] = [:]
      return shard.elements("exchanges").filter { exchange in
        let key = "\(exchange["operation"]?.raw ?? "") \(exchange["request"]?.raw ?? "")"
        seen[key, default: 0] += 1
        guard seen[key, default: 0] > kept[key, default: 0] else { return false }
        kept[key, default: 0] += 1
        return true
      }
    }
  }
}

extension ShardSet.Shard {
  fileprivate func elements(_ key: String) -> [JSONValue] {
    root[key].map { Array($0.elements) } ?? []
  }
}

extension JSONValue {
  fileprivate var seconds: Double { Double(raw) ?? 0 }
}

extension [JSONValue] {
  fileprivate var sum: Int { compactMap { $0.number?.int64 }.reduce(0) { $0 + Int(clamping: $1) } }

  /// By their operations; those of one stay as they are, and stand in one shard.
  fileprivate func sorted(by order: [String: Int]) -> [JSONValue] {
    stablySorted { $0["operation"]?.string.flatMap { order[$0] } ?? .max }
  }
}

extension [String] {
  fileprivate var tree: [JSONTree] { map { .string($0) } }
}

extension Array {
  /// Elements with one number stay in their order.
  func stablySorted(_ number: (Element) -> Int) -> [Element] {
    enumerated().map { (number($0.element), $0.offset, $0.element) }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }
}

// MARK: the report of a fleet

extension FleetReport {
  /// - Parameter fleets: At least one, with the same targets.
  fileprivate init(merging fleets: [FleetReport], allowEmpty: Bool, _ order: [String: Int]) {
    self = fleets[0]
    part = nil
    started = fleets.map(\.started).min() ?? started
    seconds = fleets.map(\.seconds).max() ?? seconds
    rows = rows.indices.map { place in
      Row(merging: fleets.map { $0.rows[place] }, allowEmpty: allowEmpty, order)
    }
  }
}

extension FleetReport.Row {
  fileprivate init(merging rows: [Self], allowEmpty: Bool, _ order: [String: Int]) {
    self = rows[0]
    endpoint = rows.map(\.endpoint).max() ?? endpoint
    problem = rows.lazy.compactMap(\.problem).first
    seconds = rows.map(\.seconds).max() ?? seconds
    shared = 0
    requests = rows.reduce(0) { $0 + $1.requests - $1.shared }
    retries = rows.reduce(0) { $0 + $1.retries }
    notices = rows.flatMap(\.notices).distinct
    advice = rows.flatMap(\.advice).distinct
    operations = rows.flatMap(\.operations).stablySorted { order[$0.id] ?? .max }
    reasons = rows.flatMap(\.reasons).stablySorted { order[$0.operation] ?? .max }
    cases = rows.flatMap(\.cases).stablySorted {
      $0["operation"]?.string.flatMap { order[$0] } ?? .max
    }
    let asserted = [.passed, .warned, .failed].reduce(0) { $0 + count($1) }
    let isEmpty = problem == nil && asserted == 0 && !allowEmpty
    exit = ExitCode.worst(of: rows.map(\.exit) + (isEmpty ? [.unasserted] : []))
  }
}
