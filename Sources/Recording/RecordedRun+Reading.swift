// SPDX-License-Identifier: Apache-2.0
// Reads from a recording of ours whom it asked and for what.

import Conformance
import Contract
import Wire

extension RecordedRun {
  /// The name of the member of a log that makes a recording complete, such as `_shopConformance` for `shop-conformance`.
  static func member(of profile: Profile) -> String {
    let words = profile.suite.name.split(separator: "-")
    return "_" + words.prefix(1).joined()
      + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  static func schema(of profile: Profile) -> String { profile.schema("recording/1") }

  /// Nil where the log has no such member; another program wrote it then.
  init?(in log: JSONValue, of profile: Profile) {
    guard let note = log[Self.member(of: profile)],
      note["schema"]?.string == Self.schema(of: profile),
      let endpoint = note["endpoint"]?.string
    else { return nil }
    let known = profile.facts.compactMap { fact in
      note["facts"]?[fact.name]?.string.map { (fact, $0) }
    }
    var profile = profile
    profile.nonce = note["nonce"]?.string
    let facts = TargetFacts(
      of: profile, endpoint: endpoint, values: Dictionary(uniqueKeysWithValues: known),
      canSign: note["canSign"]?.bool ?? false,
      reproduction: TargetFacts.Reproduction(
        options: note["options"]?.texts ?? [], suitsCurl: note["suitsCurl"]?.bool ?? true,
        trace: note["trace"]?.string.flatMap(TraceContext.init(parent:))))
    self.init(
      mode: note["mode"]?.string.flatMap(Report.Mode.init) ?? .recorded, facts: facts,
      selection: Selection(note["selection"], profile),
      isPartial: note["isPartial"]?.bool ?? false, notices: note["notices"]?.texts ?? [])
    if let name = note["selection"]?["set"]?.string, selection.requirements == nil {
      notices.append(
        "it was judged by the requirement set \(name), which this release does not know; all count")
    }
  }
}

extension Selection {
  fileprivate init(_ note: JSONValue?, _ profile: Profile) {
    self.init(
      only: note?["only"]?.texts ?? [], skip: note?["skip"]?.texts ?? [],
      claims: note?["claims"].map { Set($0.texts.compactMap(Level.init)) } ?? Set(Level.allCases),
      claimedOperations: Set(note?["claimedOperations"]?.texts ?? []),
      isThorough: note?["isThorough"]?.bool ?? false,
      pages: note?["pages"].map { $0.number?.int64.map(Int.init(clamping:)) ?? .max }
        ?? Selection.politePages,
      allowsUnsafeMethods: note?["allowsUnsafeMethods"]?.bool ?? false,
      budgets: TimeBudgets(
        general: note?["budget"]?.seconds,
        own: note?["budgets"]?.times ?? [:]),
      dispensable: Set((note?["dispensable"]?.texts ?? []).compactMap(profile.fact(named:))),
      requirements: note?["set"]?.string.flatMap(profile.requirementSet(named:)))
  }
}

extension JSONValue {
  fileprivate var texts: [String] { elements.compactMap(\.string) }

  /// The seconds of each member that is a number.
  fileprivate var times: [String: Double] {
    let pairs = members.compactMap { member in member.value.seconds.map { (member.name, $0) } }
    return Dictionary(pairs, uniquingKeysWith: { $1 })
  }

  fileprivate var seconds: Double? { number.flatMap { Double($0.raw) } }
}
