// SPDX-License-Identifier: Apache-2.0
// One member of a row or a page: what it holds, and what the sources say of its being otherwise.

/// A member of an object; `job_parameters.workers` is one inside another, be that JSON or a string.
struct Field: Sendable {
  let path: String
  let kind: Kind
  /// In what way copies of a row differ in it; nil where they do not.
  let shift: Shift?
  /// What it is called in the names of faults.
  let word: String
  /// The least and the most it may be; nil where nobody says.
  var range: ClosedRange<Int>?
  /// Whether it counts something, and so is never negative.
  var counts = false
  /// Another value that is as good, in JSON; nil where any is.
  var like: String?
  /// What an operator weighs here, where it is not what it weighs elsewhere.
  var weights: [FieldOperator: Weight] = [:]
  /// Whether one source alone says what it is, or sources differ, so that every operator is a should.
  var isDoubted = false

  /// What a member holds.
  enum Kind: Sendable, Equatable {
    case integer
    case text
    /// One of a closed list of words.
    case word
    case time
    case boolean
    /// Text that is JSON.
    case json
    case object
    case array

    /// The rule that looks at such values.
    var rule: String {
      switch self {
      case .integer: "value-is-integer"
      case .text: "value-is-string"
      case .word: "value-in-enum"
      case .time: "value-is-timestamp"
      case .boolean: "value-is-boolean"
      case .json: "value-has-accepted-form"
      case .object: "value-is-object"
      case .array: "value-is-array"
      }
    }
  }

  /// How sure it is that a mutation breaks the contract; whoever doubts says why.
  enum Weight: Sendable {
    case must
    case should(String)
    /// A registry that does this is as good, so that no fault is made of it.
    case harmless(String)
  }

  /// In what way a field of a copy is another.
  enum Shift: Sendable {
    /// A number that is as many higher as ids are apart.
    case number
    /// Text of hexadecimal digits of which the first eight count, and wrap at 2^32.
    case hexadecimal
    /// A number of seconds.
    case seconds
    /// A time; the zero time stays.
    case time
    /// The number of the owner.
    case owner
  }

  init(
    _ path: String, _ kind: Kind, as word: String? = nil, shift: Shift? = nil,
    range: ClosedRange<Int>? = nil, counts: Bool = false, like: String? = nil,
    _ weights: [FieldOperator: Weight] = [:]
  ) {
    self.path = path
    self.kind = kind
    self.word = word ?? String(path.split(separator: ".").last ?? "").kebab
    self.shift = shift ?? (kind == .time ? .time : nil)
    self.range = range
    self.counts = counts
    self.like = like
    self.weights = weights
  }

  /// What stands for a time that is not yet there differs from one upstream to the next.
  static let unset: [FieldOperator: Weight] = [
    .null: .should("some upstreams say null"), .empty: .should("some upstreams say nothing"),
  ]

  /// What names a row: another value there is another row.
  static func key(_ path: String, _ kind: Kind, _ shift: Shift? = nil) -> Field {
    Field(path, kind, shift: shift, [.differs: .harmless("a row of another id is another row")])
  }

  /// The name, without what it stands in.
  var name: String { String(path.split(separator: ".").last ?? "") }

  /// Whether it stands in another field.
  var isInside: Bool { path.contains(".") }

  /// What the sources say of an operator here, if they say anything.
  func weight(of mutation: FieldOperator) -> Weight { weights[mutation] ?? .must }
}

extension [Field] {
  /// Members of which some are alike.
  static func of(_ groups: [Field]...) -> [Field] { groups.flatMap(\.self) }

  /// The same, of which no two sources say the same: every operator is a should at most.
  static func doubted(_ groups: [Field]...) -> [Field] {
    groups.flatMap(\.self).map { field in
      var field = field
      field.isDoubted = true
      return field
    }
  }

  /// Members that the SDK has and Terraform's acceptance tests see, though nobody requires them.
  static func usual(
    _ kind: Field.Kind, _ paths: String..., counts: Bool = false,
    also weights: [FieldOperator: Field.Weight] = [:]
  ) -> [Field] {
    let unlisted = Field.Weight.should("the SDK has it, and no source requires it")
    return paths.map {
      Field(
        $0, kind, as: $0.kebab, counts: counts,
        weights.merging([.missing: unlisted]) { own, _ in own })
    }
  }

  /// Members that the SDK has, and that neither Terraform's tests nor what was captured always show.
  static func optional(_ kind: Field.Kind, _ paths: String...) -> [Field] {
    let missing: [FieldOperator: Field.Weight] = [
      .missing: .harmless("the SDK leaves out what is not set")
    ]
    let other: [FieldOperator: Field.Weight] = [
      .differs: .harmless("a member that may be missing may come and go")
    ]
    let isWhole = [.json, .object, .array].contains(kind)
    return paths.map {
      Field($0, kind, as: $0.kebab, isWhole ? missing : missing.merging(other) { own, _ in own })
    }
  }
}
