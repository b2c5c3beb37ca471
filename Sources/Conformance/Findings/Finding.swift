// SPDX-License-Identifier: Apache-2.0
// One thing that is not as promised: where, what was expected, what came, who promised it.

public import Contract
public import Wire

/// One thing that is not as promised, with everything a reader needs to see it again.
public struct Finding: Sendable, Hashable {
  /// The check's rule, such as `value-in-enum`.
  public var rule: String
  public var severity: Severity
  /// One line in lower case: `/tasks/3/id is a string; the contract says integer`.
  public var summary: String
  /// Where in the body it was seen first; nil when it is not about a place in a body.
  public var pointer: JSONPointer?
  /// How many values have the same fault, at least 1.
  public var count: Int
  /// How many values were looked at, where the fault can be in any of many.
  public var outOf: Int?
  public var expected: String
  public var received: Received
  /// What came in the other places that have the same fault, each text once.
  public var others: Others = .none
  public var clause: Clause
  /// The request whose answer shows it, nil when no single request does.
  public var evidence: Evidence?
  /// What it comes from together with others; nil where nothing accounts for all of them.
  public var cause: Cause?
  /// Why a baseline does not count it; nil, as a check leaves it, when it counts.
  public var suppression: String?

  /// What several findings of one list come from.
  public struct Cause: Sendable, Hashable {
    /// In one sentence, such as `offset is ignored: pages begin with the first row`.
    public var words: String
    /// The rule whose finding shows it best.
    public var rule: String
    /// The place of that finding, where it stands for the cause itself.
    public var pointer: JSONPointer?
  }

  /// What came over the wire, with its type beside it.
  public struct Received: Sendable, Hashable, CustomStringConvertible {
    /// The raw token or text, cut to at most 200 characters.
    public var token: String
    /// Its type in a word, such as `string`; nil where the token is a description of its own.
    public var type: String?

    public init(_ token: String, type: String? = nil) {
      // Counting characters takes long, and no text has more of them than bytes.
      let short = token.utf8.count > Self.longest ? token.prefix(Self.longest) : token[...]
      self.token = short.endIndex == token.endIndex ? token : short + "…"
      self.type = type
    }

    public var description: String { type.map { "\(token) (\($0))" } ?? token }

    static let longest = 200
  }

  /// What a finding gathers beside the value that it shows.
  public enum Others: Sendable, Hashable {
    /// Everything that came, at most ``most`` texts.
    case all([Received])
    /// More than can be told one by one, with the types of all of them; an empty text is no type.
    case tooMany(types: Set<String>)

    public static let none = Others.all([])
    /// So many are told one by one.
    public static let most = 20

    mutating func note(_ received: Received) {
      switch self {
      case .tooMany(let types) where types.contains(received.type ?? ""): break
      case .tooMany(let types): self = .tooMany(types: types.union([received.type ?? ""]))
      case .all(let told) where told.contains(received): break
      case .all(let told) where told.count < Self.most: self = .all(told + [received])
      case .all(let told):
        self = .tooMany(types: Set((told + [received]).map { $0.type ?? "" }))
      }
    }
  }

  /// The reading that shows a finding, and the location in its body.
  public struct Evidence: Sendable, Hashable {
    /// Method and target, such as `GET /v2/…/jobs?limit=10`.
    public var request: String
    /// In whose name it was sent.
    public var credential: Credential
    /// Lines for a shell that send it again, and behind it the request whose answer is shown to
    /// differ; secrets are environment variables.
    public var repeatLines: [String]
    /// The number of the page within its walk, from 1; nil outside a walk.
    public var page: Int?
    /// The bytes of the body that the finding is about.
    public var bytes: Range<Int>?
    /// The part of the body with those bytes in it, without secrets; nil where there is no body.
    public var excerpt: Excerpt?

    public init(
      request: String, credential: Credential = .own, repeatLines: [String], page: Int? = nil,
      bytes: Range<Int>? = nil, excerpt: Excerpt? = nil
    ) {
      self.request = request
      self.credential = credential
      self.repeatLines = repeatLines
      self.page = page
      self.bytes = bytes
      self.excerpt = excerpt
    }
  }
}
