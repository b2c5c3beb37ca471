// SPDX-License-Identifier: Apache-2.0
// What belongs to one vendor's API and to no other, in one value beside the specs.

/// Everything that the engine has to be told of an API beside its operations.
///
/// What is true of every API stands in the engine; what is true of one stands here, and nowhere else.
public struct Profile: Sendable, Hashable {
  /// The suite as it introduces itself.
  public var suite: Suite
  /// What the API is called, and where it is found.
  public var service: Service
  /// With what the variables of the environment begin, such as `SHOP_`.
  public var environmentPrefix: String
  /// What a target file and the environment say of a target, in the order of the file.
  public var facts: [Fact]
  public var credentials: Credentials
  public var errors: ErrorConvention
  /// The header field under which the vendor finds an answer in its logs; nil where none is promised.
  public var requestID: String?
  /// Who promises it.
  public var requestIDSource: Source
  /// Names of members whose values nobody may see, beside those that say so in every API.
  public var secretMembers: [String]
  /// Which words of the API's vocabularies mean the same state.
  public var states: StateWords
  /// What every request says beside its own header fields.
  public var sentHeaders: [String: String]
  /// The request header by which a client may name a request; nil where the `User-Agent` has to do.
  public var clientRequestID: String?
  /// What a reviewer wants every request to carry; nil where nobody does.
  public var nonce: String?
  /// A filter that most lists have, with one of its words; those that lack it are asked for it too.
  public var usualFilter: Observable.Query?
  /// The lists that lead to what is judged, for `discover`; nil where there are none.
  public var discovery: Discovery?

  /// Where the pages are read that the specs name, by the names of the documents.
  public var pages: [String: Page]

  /// The sets of cases that claims are judged by, the oldest first.
  public var requirementSets: [RequirementSet]

  public init(
    _ suite: Suite, service: Service, environmentPrefix: String, facts: [Fact] = [],
    credentials: Credentials, errors: ErrorConvention, requestID: String? = nil,
    requestIDSource: Source = .suite("an answer says which one it is"),
    secretMembers: [String] = [], states: StateWords = StateWords(),
    sentHeaders: [String: String] = [:], clientRequestID: String? = nil,
    usualFilter: Observable.Query? = nil, discovery: Discovery? = nil,
    pages: [String: Page] = [:], requirementSets: [RequirementSet] = []
  ) {
    self.requirementSets = requirementSets
    self.suite = suite
    self.service = service
    self.environmentPrefix = environmentPrefix
    self.facts = facts
    self.credentials = credentials
    self.errors = errors
    self.requestID = requestID
    self.requestIDSource = requestIDSource
    self.secretMembers = secretMembers
    self.states = states
    self.sentHeaders = sentHeaders
    self.clientRequestID = clientRequestID
    self.usualFilter = usualFilter
    self.discovery = discovery
    self.pages = pages
  }

  /// A suite's name and release.
  public struct Suite: Sendable, Hashable {
    /// Such as `shop-conformance`; the program's name, and the first part of every schema it writes.
    public var name: String
    /// By the rules of semantic versioning.
    public var version: String

    public init(_ name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  /// What an API is called, and where it is found.
  public struct Service: Sendable, Hashable {
    /// Such as `Shop`, for titles.
    public var name: String
    /// The URL of a server, perhaps with gaps such as `{region}`; nil where everybody has their own.
    public var url: String?
    /// What the path of every operation begins with, such as `/v2`; nil where they have nothing in
    /// common.
    public var root: String?
    /// A value for each gap of the URL, with what it is.
    public var gaps: [String: Gap]

    public struct Gap: Sendable, Hashable {
      public var value: String
      public var description: String

      public init(_ value: String, _ description: String) {
        self.value = value
        self.description = description
      }
    }

    public init(_ name: String, url: String? = nil, root: String? = nil, gaps: [String: Gap] = [:])
    {
      self.root = root
      self.name = name
      self.url = url
      self.gaps = gaps
    }
  }
}

extension Profile {
  /// Facts, each with the one that has to name another thing of the kind.
  public var others: [(own: Fact, other: Fact)] {
    facts.compactMap { own in
      let other =
        own.role == .tenant ? fact(.foreignTenant) : own.otherName.flatMap { fact(named: $0) }
      return other.map { (own, $0) }
    }
  }

  /// The fact with that name; nil where a target says no such thing.
  public func fact(named name: String) -> Fact? { facts.first { $0.name == name } }

  /// The header field in which every request carries the nonce; nil where there is none.
  public var nonceField: (name: String, value: String)? {
    nonce.map { nonce in
      clientRequestID.map { ($0, nonce) }
        ?? ("User-Agent", "\(suite.name)/\(suite.version) (\(nonce))")
    }
  }

  /// The first fact of a role.
  public func fact(_ role: Fact.Role) -> Fact? { facts.first { $0.role == role } }

  /// The environment variable of a key of the target file, such as `SHOP_INSTANCE_ID`.
  public func variable(of key: String) -> String {
    let prefix = Credentials.Signature.keys.contains(key) ? credentials.signature?.prefix : nil
    return (prefix ?? environmentPrefix) + key.uppercased()
  }

  public func variable(of fact: Fact) -> String { variable(of: fact.name) }

  /// The name and version of a form that the suite writes, such as `shop-conformance.report/2`.
  public func schema(_ form: String) -> String { "\(suite.name).\(form)" }

  /// What is sent as a token that nobody issued.
  public var wrongToken: String { "\(suite.name)-sends-a-token-that-nobody-issued" }

  /// Stands for a secret that an answer repeated.
  public var mark: String { "redacted-by-\(suite.name)" }
}
