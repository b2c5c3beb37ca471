// SPDX-License-Identifier: Apache-2.0
// What a recording of ours says of its run, which it takes to judge the exchanges again.

public import Conformance
import Contract
import Redaction
import Wire

/// One run, told beside its exchanges.
public struct RecordedRun: Sendable {
  public var mode: Report.Mode
  public var facts: TargetFacts
  public var selection: Selection
  public var isPartial: Bool
  /// What a reader of the report was told beside the verdicts.
  public var notices: [String]

  public init(
    mode: Report.Mode, facts: TargetFacts, selection: Selection, isPartial: Bool = false,
    notices: [String] = []
  ) {
    self.mode = mode
    self.facts = facts
    self.selection = selection
    self.isPartial = isPartial
    self.notices = notices
  }

  /// The member that ``init(in:of:)`` reads.
  var note: JSONTree {
    let facts = facts.values.sorted { $0.key < $1.key }
    let trace = self.facts.reproduction.trace.map {
      [("trace", JSONTree.string($0.value(for: "")))]
    }
    return .object(members(facts) + (trace ?? []))
  }

  private func members(
    _ facts: [(key: Fact, value: String)]
  ) -> [(key: String, value: JSONTree)] {
    let members: KeyValuePairs<String, JSONTree> = [
      "schema": .string(Self.schema(of: self.facts.profile)),
      "mode": .string(mode.rawValue),
      "endpoint": .string(self.facts.endpoint),
      "canSign": .boolean(self.facts.canSign),
      "options": .texts(self.facts.reproduction.options),
      "suitsCurl": .boolean(self.facts.reproduction.suitsCurl),
      "facts": .object(facts.map { ($0.key.name, .string($0.value)) }),
      "selection": [
        "only": .texts(selection.only), "skip": .texts(selection.skip),
        "claims": .texts(selection.claims.map(\.rawValue).sorted()),
        "claimedOperations": .texts(selection.claimedOperations.sorted()),
        "isThorough": .boolean(selection.isThorough),
        "pages": selection.pages == .max ? "all" : .integer(selection.pages),
        "allowsUnsafeMethods": .boolean(selection.allowsUnsafeMethods),
        "budget": selection.budgets.general.map { JSONTree.number("\($0)") } ?? .null,
        "budgets": .object(
          selection.budgets.own.sorted { $0.key < $1.key }.map { ($0.key, .number("\($0.value)")) }),
        "dispensable": .texts(selection.dispensable.map(\.name).sorted()),
        "set": .string(selection.requirements?.name),
      ],
      "nonce": .string(self.facts.profile.nonce),
      "isPartial": .boolean(isPartial),
      "notices": .texts(notices.map(Redaction(for: self.facts.profile).redacted)),
    ]
    return members.map { ($0.key, $0.value) }
  }
}

extension JSONTree {
  fileprivate static func texts(_ texts: [String]) -> JSONTree { .array(texts.map { .string($0) }) }
}
