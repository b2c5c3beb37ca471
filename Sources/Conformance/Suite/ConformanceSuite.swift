// SPDX-License-Identifier: Apache-2.0
// All that a run has to know of an API: what is promised, what is peculiar to it, and how it is checked.

public import Contract

/// The specs of one API with everything that goes with them; what a program and its tests are made of.
public struct ConformanceSuite: Sendable {
  /// In the order of the documentation.
  public var operations: [Contract.Operation]
  public var profile: Profile {
    get { shared.profile }
    set { shared = SharedProfile(newValue) }
  }
  private var shared: SharedProfile
  /// In the order in which a report lists their cases.
  public var checks: [Check]
  /// The keys of findings on documentation pages that each quirk explains, by the quirk's id.
  public var pageLedger: [String: [String]]
  /// Names for some operations together, by the ids with which their cases begin.
  public var sets: [String: [String]]
  /// Who answers when no endpoint is named; nil where one has to be.
  public var mock: EmbeddedMock?

  public init(
    _ operations: [Contract.Operation], _ profile: Profile, checks: [Check] = Check.all,
    pageLedger: [String: [String]] = [:], sets: [String: [String]] = [:], mock: EmbeddedMock? = nil
  ) {
    self.sets = sets
    self.operations = operations
    shared = SharedProfile(profile)
    self.checks = checks
    self.pageLedger = pageLedger
    self.mock = mock
  }

  /// The cases of all operations, as far as a selection wants them.
  public func plan(
    against facts: TargetFacts, selection: Selection = Selection(),
    recorded: RecordedRequests? = nil, asking: [String: [Probe]] = [:]
  ) -> Plan {
    Plan(
      for: operations, against: facts, checks: checks, selection: selection, recorded: recorded,
      asking: asking)
  }

  /// The digest of the specs, written `sha256:…`.
  public var digest: String { ContractDocument(operations, of: profile).digest }
}
