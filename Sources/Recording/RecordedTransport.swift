// SPDX-License-Identifier: Apache-2.0
// Answers from a recording; nothing leaves the process.

public import Conformance
import Redaction
public import Wire

/// A transport whose other end is a file.
public struct RecordedTransport: Transport {
  typealias Answer = Result<RecordedResponse, TransportFailure>

  private var answers: [Probe.Request.Meaning: [Int: Answer]] = [:]
  private let redaction: Redaction
  private let file: RecordingFile?

  init(_ file: RecordingFile?, redaction: Redaction) {
    self.file = file
    self.redaction = redaction
  }

  public var answersAtOnce: Bool { true }
  public var isReplay: Bool { true }

  /// Keeps an answer as that of one sending of the request.
  mutating func keep(_ answer: Answer, for request: Probe.Request) {
    answers[request.meaning, default: [:]][request.repetition] = answer
  }

  public func send(
    _ request: HTTPRequest, as credential: Credential
  ) async throws(TransportFailure) -> HTTPResponse {
    try await send(
      Probe.Request(method: request.method, target: request.target, credential: credential))
  }

  /// Answers as the recorded server did; a request that is not in the file is a failure.
  public func send(_ request: Probe.Request) async throws(TransportFailure) -> HTTPResponse {
    guard let answer = answers[request.meaning]?[request.repetition] else {
      throw TransportFailure(.notRecorded, "the recording does not hold \(request.line)")
    }
    if case .failure(let failure) = answer, failure.kind == .notKept {
      throw TransportFailure(.notKept, "\(request.line): \(failure.description)")
    }
    guard let response = try answer.get().whole(from: file) else {
      throw TransportFailure(
        .notRecorded, "somebody changed the recording of \(request.line) while it was judged")
    }
    return redaction.redacted(response)
  }
}
