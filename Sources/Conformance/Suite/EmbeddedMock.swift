// SPDX-License-Identifier: Apache-2.0
// A server inside the program, as far as who judges has to know it.

/// What answers inside the program when no endpoint is named.
public struct EmbeddedMock: Sendable {
  /// The names that people type for what it does in an odd way; made when somebody asks.
  public var names: @Sendable () -> Names
  /// What it can be told to do wrong; made when somebody asks, for there may be thousands.
  public var faults: @Sendable () -> [KnownFault]
  /// Makes one that behaves as wished; the wishes have been checked against the names.
  public var target: @Sendable (Wishes) -> (facts: TargetFacts, transport: any Transport)

  public struct Names: Sendable, Hashable {
    public var variants: [String]
    public var disturbances: [String]
    /// Written `ID=SIDE`.
    public var quirks: [String]

    public init(
      variants: [String] = [], disturbances: [String] = [], quirks: [String] = []
    ) {
      self.variants = variants
      self.disturbances = disturbances
      self.quirks = quirks
    }
  }

  /// A fault that can be asked for, and the rule that it trips.
  public struct KnownFault: Sendable, Hashable {
    public var rule: String
    public var name: String
    /// The operation's id.
    public var operation: String
    public var summary: String

    public init(rule: String, name: String, operation: String, summary: String) {
      self.rule = rule
      self.name = name
      self.operation = operation
      self.summary = summary
    }
  }

  /// How the mock is to be bent.
  public struct Wishes: Sendable, Hashable {
    public var seed: UInt64
    public var fault: String?
    public var variants: [String]
    public var quirks: [String]
    /// On which request of a list its data moves; nil for data that stands still.
    public var churn: Int?

    public init(
      seed: UInt64 = 1, fault: String? = nil, variants: [String] = [], quirks: [String] = [],
      churn: Int? = nil
    ) {
      self.seed = seed
      self.fault = fault
      self.variants = variants
      self.quirks = quirks
      self.churn = churn
    }
  }

  public init(
    _ names: @escaping @autoclosure @Sendable () -> Names,
    faults: @escaping @Sendable () -> [KnownFault] = { [] },
    target: @escaping @Sendable (Wishes) -> (facts: TargetFacts, transport: any Transport)
  ) {
    self.names = names
    self.faults = faults
    self.target = { wishes in
      var (facts, transport) = target(wishes)
      facts.reproduction = TargetFacts.Reproduction(options: wishes.options, suitsCurl: false)
      return (facts, transport)
    }
  }
}

extension EmbeddedMock.Wishes {
  /// The words of a command line that bend the mock in this way.
  public var options: [String] {
    let single: [(String, String?)] = [
      ("--seed", seed == 1 ? nil : "\(seed)"), ("--fault", fault),
      ("--churn", churn.map { "\($0)" }),
    ]
    var words = ["--mock"]
    for (name, value) in single { words += value.map { [name, $0] } ?? [] }
    for variant in variants { words += ["--variant", variant] }
    for quirk in quirks { words += ["--quirk", quirk] }
    return words
  }
}
