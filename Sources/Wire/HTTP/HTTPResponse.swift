// SPDX-License-Identifier: Apache-2.0
// What came back: a status code, header fields and bytes, whole.

/// One complete HTTP response; a body that did not arrive whole is a transport failure instead.
public struct HTTPResponse: Sendable, Hashable {
  public var status: Status
  public var headers: HTTPFields
  public var body: [UInt8]
  /// When its parts arrived; nil where nobody measured.
  public var phases: ExchangePhases?
  /// What whoever wrote the answer down left out.
  public var gaps = Gaps()
  /// At most one, in an array because a response is copied a lot and this is seldom looked at.
  private var arrivals: [Arrival] = []

  public init(
    status: Status, headers: HTTPFields = [:], body: [UInt8] = [], phases: ExchangePhases? = nil,
    arrival: Arrival? = nil
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.phases = phases
    self.arrival = arrival
  }

  /// How it travelled; nil where it did not, or nobody looked.
  public var arrival: Arrival? {
    get { arrivals.first }
    set { arrivals = newValue.map { [$0] } ?? [] }
  }

  /// What is not known of an answer that somebody recorded.
  public struct Gaps: Sendable, Hashable {
    /// Why the body is not known, as a sentence about it; nil where ``body`` is what came.
    public var body: String?
    /// Whether header fields may have come that are not there.
    public var headers = false
    /// Whether it is not known how the answer was framed and coded.
    public var framing = false
    /// Whether it is not known which secret was sent, so that nobody can tell whether it is repeated.
    public var secrets = false

    public init() {}
  }

  /// A status code of three digits (RFC 9110, 15); printed as the number alone.
  public struct Status: Sendable, Hashable, Comparable, CustomStringConvertible,
    ExpressibleByIntegerLiteral
  {
    public var code: Int

    public init(_ code: Int) { self.code = code }

    public init(integerLiteral value: Int) { code = value }

    public var description: String { "\(code)" }
    public var isSuccess: Bool { code / 100 == 2 }
    public var isServerError: Bool { code / 100 == 5 }

    public static func < (left: Status, right: Status) -> Bool { left.code < right.code }
  }
}
