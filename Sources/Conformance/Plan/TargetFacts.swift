// SPDX-License-Identifier: Apache-2.0
// What is known of the target that is asked, secrets aside; the plan is made from it.

public import Contract

/// What is known of a target; secrets stay with the transport.
public struct TargetFacts: Sendable, Hashable {
  /// What belongs to its API and to no other.
  public var profile: Profile {
    get { shared.profile }
    set { shared = SharedProfile(newValue) }
  }
  /// Scheme, host, port and perhaps a path prefix, without a slash at the end.
  public var endpoint: String
  public var values: [Fact: String]
  /// Whether there are keys to sign requests with.
  public var canSign: Bool
  /// How a person asks it once more.
  public var reproduction: Reproduction
  private var shared: SharedProfile

  public init(
    of profile: Profile, endpoint: String, values: [Fact: String], canSign: Bool = false,
    reproduction: Reproduction = Reproduction()
  ) {
    shared = SharedProfile(profile)
    self.endpoint = endpoint
    self.values = values
    self.canSign = canSign
    self.reproduction = reproduction
  }

  public subscript(fact: Fact) -> String? { values[fact] }
}

/// A profile, held once for all that goes along with it: it is large, and hardly ever changes.
final class SharedProfile: Sendable, Hashable {
  let profile: Profile

  init(_ profile: Profile) { self.profile = profile }

  static func == (left: SharedProfile, right: SharedProfile) -> Bool {
    left === right || left.profile == right.profile
  }

  func hash(into hasher: inout Hasher) { hasher.combine(profile) }
}

/// The facts of a target, held once for all that is read of it.
final class SharedFacts: Sendable {
  let facts: TargetFacts

  init(_ facts: TargetFacts) { self.facts = facts }
}
