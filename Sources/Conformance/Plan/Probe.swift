// SPDX-License-Identifier: Apache-2.0
// What is asked of a target, as data: a first request and how it goes on.

import Digests
public import Wire

/// A first request and how the asking goes on from its answer.
public struct Probe: Sendable, Hashable {
  /// The operation's id.
  public var operation: String
  public var first: Request
  public var traversal: Traversal
  /// The page of the whole list that shows which word of the filter rows have, should too few have the
  /// one that is asked for; nil where that one stays, whatever they have.
  public internal(set) var wordSource: Request?

  public init(operation: String, first: Request, traversal: Traversal = .once) {
    self.operation = operation
    self.first = first
    self.traversal = traversal
  }

  /// How the asking goes on.
  public enum Traversal: Sendable, Hashable {
    /// One request.
    case once
    /// Page by page until all rows are seen, at most `most` pages and then the last one; with
    /// `beyondEnd` until a page is empty.
    case offsetWalk(limit: Int, most: Int, beyondEnd: Bool)
    /// Page by page until there is no next marker or one comes again, at most `most` pages.
    case markerWalk(limit: Int, most: Int)
    /// Page by page as the `Link` field of each says, until there is none or one leads back, at most
    /// `most` pages.
    case linkWalk(limit: Int, most: Int)
    /// The first page of the whole list, and then one behind as many rows as its total says, but at least
    /// at a position `from`.
    case behindEnd(limit: Int, from: Int)
    /// The first page of the whole list, and then the rows that filters keep by what its rows have.
    case learned(Learning)
    /// The pages that somebody else asked for behind the first one, as long as they follow it.
    case recorded(limit: Int, then: [Request])

    /// The `limit` of each request, nil outside a walk.
    public var limit: Int? {
      switch self {
      case .once, .learned, .behindEnd: nil
      case .offsetWalk(let limit, _, _), .markerWalk(let limit, _), .linkWalk(let limit, _),
        .recorded(let limit, _):
        limit
      }
    }
  }

  /// The same probe, sent again on purpose; no reading is shared with another repetition.
  public func repeated(_ times: Int) -> Probe {
    var copy = self
    copy.first.repetition += times
    return copy
  }

  /// One request as a plan writes it; equal requests are sent once.
  public struct Request: Sendable, Hashable {
    public var method: HTTPRequest.Method
    /// Percent-encoded.
    public var path: String
    /// In the order sent, percent-encoded.
    public var query: [Parameter]
    public var credential: Credential
    /// 0, or more where the same request is to be sent again on purpose.
    public var repetition: Int
    /// Whether it asks for what its sender has no right to, so that a refusal says nothing of us.
    public var expectsForbidden = false

    public init(
      method: HTTPRequest.Method = .get, path: String, query: [Parameter] = [],
      credential: Credential = .own, repetition: Int = 0
    ) {
      self.method = method
      self.path = path
      self.query = query
      self.credential = credential
      self.repetition = repetition
    }

    /// By how much ``repetition`` grows when a whole case is read again.
    static let reading = 100

    /// Why a request is sent once more under a number of its own, so that a recording keeps each answer.
    enum Attempt: Hashable {
      /// The credentials were not known, which may have been an accident.
      case afterStranger
      /// The answer broke off, for the first or the second time.
      case afterBreak(Int)
      /// A firewall refused it and let the plain request through, which may have been for a moment only.
      case afterFirewall
      /// A gateway has answered this other request, and may answer the plain one as well.
      case afterGateway(Request)

      fileprivate var number: Int {
        switch self {
        case .afterStranger: 1
        case .afterBreak(let count): 1 + count
        // Beyond all seven digits of the next.
        case .afterFirewall: 4 + 0x1000_0000
        case .afterGateway(let other):
          // The same in the run and where its recording is judged.
          4 + (Int(other.digest.prefix(7), radix: 16) ?? 0)
        }
      }
    }

    /// The same once more.
    func again(_ attempt: Attempt) -> Request {
      var copy = self
      copy.repetition += Self.attempts * attempt.number
      return copy
    }

    private var digest: String {
      SHA256.hexadecimal("\(repetition) \(credential) \(method) \(target)".utf8)
    }

    /// Whether it is the second try of credentials.
    var isSecondTry: Bool { repetition / Self.attempts == Attempt.afterStranger.number }

    /// By how much ``repetition`` grows with each further attempt; a multiple of ``reading``.
    private static let attempts = 10_000

    /// The origin form of the request's target.
    public var target: String {
      guard !query.isEmpty else { return path }
      return path + "?" + query.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    }

    /// The query for readers; `no query` where there is none.
    var queryText: String { query.isEmpty ? "no query" : String(target.dropFirst(path.count + 1)) }

    /// The request with the parameters behind its own.
    public func adding(_ parameters: Parameter...) -> Request {
      var copy = self
      copy.query += parameters
      return copy
    }

    public var httpRequest: HTTPRequest { HTTPRequest(method: method, target: target) }
  }

  /// One parameter of a query.
  public struct Parameter: Sendable, Hashable {
    public var name: String
    /// Percent-encoded.
    public var value: String

    /// Encodes the text of the value.
    public init(_ name: String, _ text: String) {
      self.name = name
      self.value = PercentEncoding.encode(text)
    }

    /// Takes a value that is encoded already, rightly or not.
    public init(_ name: String, encoded value: String) {
      self.name = name
      self.value = value
    }
  }
}
