// SPDX-License-Identifier: Apache-2.0
// The reports of all shards of one run, refused by name where they are not that.

import Conformance
import Reporting
import Wire

/// All shards of one run, in the order of their numbers.
public struct ShardSet: Sendable {
  let shards: [Shard]

  /// The report of one shard.
  struct Shard: Sendable {
    /// The file that it came from.
    var name: String
    var root: JSONValue
    var part: Report.Part
    /// The rows of a fleet; nil for a report of one target.
    var fleet: FleetReport?
  }

  /// Why files are not all shards of one run; the description names them and says what to do.
  public struct Problem: Error, Sendable, CustomStringConvertible {
    public var description: String
  }

  /// - Parameter files: Each with its name, in any order.
  public init(_ files: [(name: String, bytes: [UInt8])]) throws(Problem) {
    var shards: [Shard] = []
    for file in files {
      let shard = try Shard(file.name, file.bytes)
      if let first = shards.first, let what = shard.difference(from: first) {
        throw Problem(
          description: "\(file.name) is no shard of the same run as \(first.name): \(what)")
      }
      if let twin = shards.first(where: { $0.part.shard == shard.part.shard }) {
        throw Problem(
          description: "\(twin.name) and \(file.name) are both shard \(shard.part.shard); "
            + "leave one of them out")
      }
      shards.append(shard)
    }
    let count = shards.first?.part.shard.count ?? 0
    let there = Set(shards.map(\.part.shard.number))
    let missing = (0..<count).map { $0 + 1 }.filter { !there.contains($0) }
    guard missing.isEmpty else {
      let names = missing.map { "shard \($0)/\(count)" }.joined(separator: ", ")
      throw Problem(
        description: "\(names) \(missing.count == 1 ? "is" : "are") missing; name every file")
    }
    self.shards = shards.sorted { $0.part.shard.number < $1.part.shard.number }
  }
}

extension ShardSet.Shard {
  fileprivate init(_ name: String, _ bytes: [UInt8]) throws(ShardSet.Problem) {
    func problem(_ what: String) -> ShardSet.Problem {
      ShardSet.Problem(description: "\(name) \(what)")
    }
    self.name = name
    do throws(JSONSyntaxError) {
      root = try JSONDocument(parsing: bytes).root
    } catch {
      let told = error.complaint(about: bytes, "write it again with --report json=FILE")
      throw problem("\(told.what); \(told.remedy)")
    }
    fleet = FleetReport(root)
    do throws(WrittenReport.Problem) {
      let schema = fleet == nil ? try WrittenReport(parsing: bytes).schema : nil
      if let schema, !schema.isForm(JSONReport.form) { throw .otherSchema(schema.visible) }
    } catch {
      throw problem("\(error)")
    }
    guard root["shard"] != nil else {
      throw problem("is a whole report and no shard; leave it out")
    }
    guard let part = Report.Part(root["shard"]) else {
      throw problem("does not say which shard it is; write it again")
    }
    self.part = part
    for (operation, target) in operations where !part.shard.has(operation, of: target) {
      let own = Shard.number(of: operation, of: target, among: part.shard.count)
      throw problem(
        "says that it is shard \(part.shard) and has \(operation), which belongs to shard "
          + "\(own)/\(part.shard.count); write it again")
    }
  }

  private typealias Shard = Conformance.Shard

  /// The operations that are judged, each with the name of its target.
  private var operations: [(String, String)] {
    if let fleet { return fleet.rows.flatMap { row in row.operations.map { ($0.id, row.name) } } }
    let ids = root["cases"]?.elements.compactMap { $0["operation"]?.string } ?? []
    return Set(ids).sorted().map { ($0, part.target) }
  }

  /// A member of the report, spelled in one way.
  private func text(of member: String) -> String? { root[member].map { JSONTree($0).text() } }

  /// What cannot be different in two shards of one run; nil if nothing is.
  fileprivate func difference(from first: Self) -> String? {
    if part.shard.count != first.part.shard.count {
      return "they are shard \(part.shard) and shard \(first.part.shard)"
    }
    if (fleet == nil) != (first.fleet == nil) { return "one is of a fleet, and one is not" }
    if text(of: "suite") != first.text(of: "suite") { return "suite or contract is another one" }
    if part.target != first.part.target || text(of: "target") != first.text(of: "target") {
      return "the target is another one"
    }
    if fleet?.rows.map(\.name) != first.fleet?.rows.map(\.name) {
      return "the targets have other names"
    }
    guard part.options != first.part.options else { return nil }
    let words = [part.options, first.part.options].map { options in
      options.isEmpty ? "none" : options.joined(separator: " ").visible
    }
    return "the options are \(words[0]), and \(words[1]) there"
  }
}
