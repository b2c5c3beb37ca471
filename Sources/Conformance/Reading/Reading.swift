// SPDX-License-Identifier: Apache-2.0
// One request and what its answer shows: all that later stages see of an answer.

public import Contract
import Synchronization
public import Wire

/// One request and what its answer shows; the body is gone.
public final class Reading: Sendable {
  /// A number that no other reading of this process has.
  let number = Reading.numbers.add(1, ordering: .relaxed).newValue
  public let request: Probe.Request
  /// The id of the operation that was asked; empty for a request that was never sent.
  public let operation: String
  private let target: SharedFacts
  /// Who was asked.
  var facts: TargetFacts { _read { yield target.facts } }
  /// What came, or why nothing came.
  let result: Result<ReadResponse, TransportFailure>
  /// From the first byte sent to the last byte received, in seconds.
  public let seconds: Double
  /// When the first byte was sent, in seconds since the run began.
  public let start: Double
  /// When the parts of the exchange ended; nil where nobody measured.
  public let phases: ExchangePhases?
  /// Whether a gateway answered in the service's place, and nothing shows that the request is to blame.
  let isOutage: Bool
  /// Whether the server broke the answer off in the same way each time it was asked.
  let isBroken: Bool

  init(
    request: Probe.Request, operation: String = "", of target: SharedFacts,
    result: Result<ReadResponse, TransportFailure>, seconds: Double, start: Double,
    phases: ExchangePhases? = nil, isOutage: Bool = false, isBroken: Bool = false
  ) {
    self.request = request
    self.operation = operation
    self.target = target
    self.result = result
    self.seconds = seconds
    self.start = start
    self.phases = phases
    self.isOutage = isOutage
    self.isBroken = isBroken
  }

  /// What belongs to the API that was asked, and to no other.
  public var profile: Profile { facts.profile }

  /// The same reading, of an answer that a gateway gave in the service's place.
  func asOutage() -> Reading {
    Reading(
      request: request, operation: operation, of: target, result: result,
      seconds: seconds, start: start, phases: phases, isOutage: true)
  }

  /// What the server and the way to it took, in seconds: as the transport measured it, without our
  /// waiting for leave to send; of the whole exchange where nobody measured.
  public var duration: Double { phases?.lastByte ?? seconds }

  /// The same reading, of a request that is never answered whole.
  func asBroken() -> Reading {
    Reading(
      request: request, operation: operation, of: target, result: result,
      seconds: seconds, start: start, phases: phases, isBroken: true)
  }

  private static let numbers = Atomic(0)

  var response: ReadResponse? { try? result.get() }

  /// What kept an answer from coming; nil where one came.
  var failure: TransportFailure? { if case .failure(let failure) = result { failure } else { nil } }

  /// Whether a recording was asked that does not hold the request.
  public var isNotRecorded: Bool { failure?.kind == .notRecorded }

  /// Whether the request was put to anybody, a recording included, that could answer it.
  public var wasAsked: Bool {
    guard case .failure(let failure) = result else { return true }
    return failure.kind != .notRecorded && failure.kind != .givenUp
  }

  /// The status code; nil where no whole answer came.
  public var status: Int? { response?.status.code }

  /// The length of the body.
  public var byteCount: Int { response?.byteCount ?? 0 }
}

/// What one response shows.
final class ReadResponse: Sendable {
  let status: HTTPResponse.Status
  /// What a recording left out of it.
  let gaps: HTTPResponse.Gaps
  /// The header fields that some rule looks at.
  let headers: HTTPFields
  /// What is odd about how it travelled.
  let oddities: [HTTPResponse.Oddity]
  let byteCount: Int
  /// Whether the answer holds a token that was sent, the target's own or the wrong one.
  let repeatsSecret: Bool
  /// The mark of a stack trace in an error, and what stands around it; nil where there is none.
  let stackTrace: StackTrace?
  /// Where the body stops being JSON; nil where it does not.
  let syntaxFault: SyntaxFault?
  /// What a body of status 200 shows of the contract; nil for any other.
  let body: BodyReading?
  private let seldomError: Seldom<ErrorFacts>
  /// The beginning of the body, control characters made visible.
  let opening: String
  /// The beginning of the body for findings that are about no place in it; of the first pages of very
  /// many.
  let excerpt: Finding.Excerpt?

  init(
    status: HTTPResponse.Status, gaps: HTTPResponse.Gaps = .init(), headers: HTTPFields,
    oddities: [HTTPResponse.Oddity], byteCount: Int, repeatsSecret: Bool, stackTrace: StackTrace?,
    syntaxFault: SyntaxFault?, body: BodyReading?, error: ErrorFacts?, opening: String,
    excerpt: Finding.Excerpt?
  ) {
    self.status = status
    self.gaps = gaps
    self.headers = headers
    self.oddities = oddities
    self.byteCount = byteCount
    self.repeatsSecret = repeatsSecret
    self.stackTrace = stackTrace
    self.syntaxFault = syntaxFault
    self.body = body
    seldomError = Seldom(wrappedValue: error)
    self.opening = opening
    self.excerpt = excerpt
  }

  final class SyntaxFault: Sendable {
    let error: JSONSyntaxError
    /// The bytes that are shown as the place.
    let bytes: Range<Int>
    /// What stands there.
    let received: String
    /// The encoding of the body where it is not UTF-8.
    let encoding: String?
    let excerpt: Finding.Excerpt?

    init(_ error: JSONSyntaxError, in response: HTTPResponse) {
      self.error = error
      let bytes = error.offset..<min(error.offset + 1, max(error.offset, response.body.count))
      self.bytes = bytes
      received = response.excerpt(around: error.offset)
      encoding = response.body.foreignEncoding
      excerpt = response.body.withUnsafeBufferPointer { Finding.Excerpt(of: $0, around: bytes) }
    }
  }

  /// What the body says of an error, if it does.
  var error: ErrorFacts { seldomError.wrappedValue ?? ErrorFacts() }

  /// Whether the body is one JSON value.
  var isJSON: Bool { syntaxFault == nil }

  /// Whether the body is no JSON and is announced as HTML.
  var isPageOfHTML: Bool {
    !isJSON && headers["Content-Type"]?.lowercased().contains("html") == true
  }

  /// The page of a list that the body is; nil unless the status is 200 and the body an object.
  var page: BodyReading? { body.flatMap { $0.facts.rootKind == .object ? $0 : nil } }
}
