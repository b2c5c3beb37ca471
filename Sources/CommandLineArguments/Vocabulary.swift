// SPDX-License-Identifier: Apache-2.0
// The words that other rooms know and that a command line may name.

import Wire

/// The known names of levels, formats, faults and so on; an empty list is not checked.
public struct Vocabulary: Sendable {
  /// The program's name.
  public var program: String
  /// Whether there is a mock inside of the program.
  public var hasMock: Bool
  /// The environment variables that speak of a target, for help.
  public var variables: [Variable]
  /// The options somebody may try for a secret, and the variable to use instead.
  public var secrets: [String: String]
  public var levels: [String]
  public var operations: [String]
  /// What a target may say, such as `instance_id`.
  public var facts: [String]
  public var formats: [String]
  /// As the next three made when somebody names one, for they are thousands.
  public var faults: @Sendable () -> [String]
  public var variants: @Sendable () -> [String]
  public var disturbances: @Sendable () -> [String]
  /// Written `ID=SIDE`.
  public var quirks: @Sendable () -> [String]
  /// Names of rules, which `explain` takes.
  public var rules: [String]
  /// Ids of the entries of the quirk ledger.
  public var ledger: [String]
  /// In whose name a request can be sent.
  public var credentials: [String]
  /// Beginnings of case ids by the name of a set, such as `core`.
  public var sets: [String: [String]]
  /// Names of sets of cases that claims are judged by, such as `2026-11`.
  public var requirementSets: [String]

  /// Some variables, and what they say.
  public struct Variable: Sendable, Hashable {
    /// With commas between them.
    public var names: String
    public var summary: String

    public init(_ names: String, _ summary: String) {
      self.names = names
      self.summary = summary
    }
  }

  public init(
    program: String = "conformance", hasMock: Bool = true, variables: [Variable] = [],
    secrets: [String: String] = [:], levels: [String] = [], operations: [String] = [],
    facts: [String] = [], formats: [String] = [],
    faults: @escaping @autoclosure @Sendable () -> [String] = [],
    variants: @escaping @autoclosure @Sendable () -> [String] = [],
    disturbances: @escaping @autoclosure @Sendable () -> [String] = [],
    quirks: @escaping @autoclosure @Sendable () -> [String] = [], rules: [String] = [],
    ledger: [String] = [], credentials: [String] = [], sets: [String: [String]] = [:],
    requirementSets: [String] = []
  ) {
    self.requirementSets = requirementSets
    self.program = program
    self.hasMock = hasMock
    self.variables = variables
    self.secrets = secrets
    self.levels = levels
    self.operations = operations
    self.facts = facts
    self.formats = formats
    self.faults = faults
    self.variants = variants
    self.disturbances = disturbances
    self.quirks = quirks
    self.rules = rules
    self.ledger = ledger
    self.credentials = credentials
    self.sets = sets
  }

  /// What a word is a name of; the raw value is the noun.
  enum Theme: String {
    case level, fact, operation, format, fault, variant, disturbance, color, form, shell, mock, rule
    case set = "requirement set"
    case credential = "way to ask"
    case authentication = "way to be let in"
    case quirk = "side of a quirk"
    case ledger = "quirk"

    var plural: String {
      switch self {
      case .credential: "ways to ask"
      case .authentication: "ways to be let in"
      case .quirk: "sides of quirks"
      default: rawValue + "s"
      }
    }
  }

  func words(of theme: Theme) -> [String] {
    switch theme {
    case .level: levels
    case .operation: operations
    case .fact: facts
    case .format: formats
    case .fault: faults()
    case .variant: variants()
    case .disturbance: disturbances()
    case .credential: credentials
    case .authentication: Invocation.Mock.Authentication.allCases.map(\.rawValue)
    case .quirk: quirks()
    case .rule: rules
    case .ledger: ledger
    case .mock: hasMock ? ["mock"] : []
    case .set: requirementSets
    case .shell: Completion.Shell.allCases.map(\.rawValue)
    case .form: Invocation.Export.Form.allCases.map(\.rawValue)
    case .color: Invocation.Run.Color.allCases.map(\.rawValue)
    }
  }
  /// Why a word is no name of that theme, and the remedy; nil if it is one.
  func complaint(about word: String, as theme: Theme) -> String? {
    let known = words(of: theme)
    guard !known.isEmpty, !known.contains(word) else { return nil }
    let remedy = Spelling.remedy(for: word, among: known, called: theme.plural)
    return "unknown \(theme.rawValue) \(JSONText.quote(word)); \(remedy)"
  }
}
