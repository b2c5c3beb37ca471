// SPDX-License-Identifier: Apache-2.0
// Writes a recording of ours anew from what it says, and finds what is spelled or told otherwise.

public import Conformance
import Contract
import Wire

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What cannot be in a recording that was made by this release of the suite, by one run.
public struct RecordingAudit: Sendable {
  /// Sentences that go behind the file's name, in the order of the file.
  public private(set) var differences: [String] = []

  private let file: RecordingFile
  private let run: RecordedRun
  private let form: HARForm
  private let asked: Set<Sending>?
  private let period: ClosedRange<Double>
  /// What was sent; whatever is sent once more has a number of its own.
  private var sent: Set<Sending> = []
  private var count = 0
  /// Where what is next has to stand; nil behind something that is not as it has to be.
  private var place: Int? = 0

  /// - Parameters:
  ///   - run: What the recording says of its run.
  ///   - asked: What that run asks for; nil where it may ask for more than is known.
  ///   - started: When it began, as its report says.
  ///   - seconds: How long it took, as its report says.
  /// - Throws: ``RecordingProblem`` where the file is no recording of ours.
  public init(
    path: String, of run: RecordedRun, asked: [Probe.Request]?, started: String, seconds: Double
  ) throws(RecordingProblem) {
    file = try RecordingFile(path: path)
    self.run = run
    form = HARForm(started: Date(timeIntervalSince1970: 0), of: run.facts.profile)
    self.asked = asked.map { Set($0.map(Sending.init)) }
    let start = HAREntry.seconds(started) ?? 0
    // Reports tell whole seconds; a run goes on for a moment behind its last measure.
    period = (start - 0.001)...(start + max(0, seconds) + 2)
    var scanner = try HARScanner(file, isStopped: { false })
    expect(form.head, "the head")
    while let skeleton = try scanner.next() { try look(at: skeleton) }
    expect(form.tail(run), "what stands behind the entries")
    if let place, place != file.length { note("goes on behind its end") }
  }

  private mutating func note(_ difference: String) { differences.append(difference) }

  /// Compares what stands there with what has to.
  private mutating func expect(_ bytes: [UInt8], _ what: String) {
    guard let start = place else { return }
    place = holds(bytes, at: start) ? start + bytes.count : nil
    if place == nil { note("has \(what) in other words than this suite") }
  }

  private func holds(_ bytes: [UInt8], at start: Int) -> Bool {
    var found = [UInt8](repeating: 0, count: bytes.count)
    let count = found.withUnsafeMutableBytes { try? file.read(into: $0, at: start) }
    return count == bytes.count && found == bytes
  }

  private mutating func look(at skeleton: HARSkeleton) throws(RecordingProblem) {
    count += 1
    let gap = Array((count == 1 ? "\n      " : ",\n      ").utf8)
    if let place, place + gap.count != skeleton.start || !holds(gap, at: place) {
      note("has other bytes than this suite before entry \(count)")
    }
    place = nil
    guard !skeleton.isTooLong else { return note("has an entry \(count) that is too long") }
    let entry = HARMember(try skeleton.parsed(), skeleton, file)
    guard let exchange = Exchange(entry, to: run.facts.endpoint) else {
      return note("has an entry \(count) that is no exchange with \(run.facts.endpoint)")
    }
    look(at: exchange, entry)
    let bytes = Array(form.entry(exchange, timings: entry["timings"]?.numbers).dropFirst(6))
    if holds(bytes, at: skeleton.start) {
      place = skeleton.start + bytes.count
    } else {
      note("has entry \(count), \(exchange.request.line), in other words than this suite")
    }
  }

  /// Looks for what is spelled rightly and cannot be.
  private mutating func look(at exchange: Exchange, _ entry: HARMember) {
    let name = "entry \(count), \(exchange.request.line),"
    let sending = Sending(exchange.request)
    if !sent.insert(sending).inserted { note("has \(name) twice") }
    if asked?.contains(sending) == false { note("has \(name) that no plan asks for") }
    if !period.contains(exchange.start) { note("has \(name) at a time outside of the run") }
    let parts = (entry["timings"]?.value).map { $0.members.map { Double($0.value.raw) ?? -2 } }
    let times = [exchange.seconds] + (parts ?? [])
    // HAR has -1 for a part that did not occur.
    if times.contains(where: { $0 < 0 && $0 != -1 }) {
      note("has \(name) that took less than no time")
    }
  }

  /// A request as it travels, without what a plan thinks of it.
  private struct Sending: Hashable {
    var request: Probe.Request

    init(_ request: Probe.Request) {
      self.request = Probe.Request(
        method: request.method, path: request.path, query: request.query,
        credential: request.credential, repetition: request.repetition)
    }
  }
}

extension Exchange {
  /// What an entry of ours tells; nil where it lacks what each has, or went elsewhere.
  fileprivate init?(_ entry: HARMember, to endpoint: String) {
    guard let request = entry["request"], let response = entry["response"],
      let url = request["url"]?.string, url.hasPrefix(endpoint + "/"),
      let method = request["method"]?.string,
      let credential = entry["_credential"]?.string.flatMap(Credential.init),
      let repetition = entry["_repetition"]?.integer, let status = response["status"]?.integer,
      let milliseconds = entry["time"].flatMap({ Double($0.value.raw) })
    else { return nil }
    var asked = Probe.Request(
      method: HTTPRequest.Method(method), target: String(url.dropFirst(endpoint.count)),
      credential: credential)
    asked.repetition = repetition
    var answer = HTTPResponse(
      status: HTTPResponse.Status(status), headers: HTTPFields(recorded: response["headers"]),
      body: response["content"]?.recordedBytes ?? [])
    answer.arrival = response.arrival
    let failure = entry["_failure"]?.string.flatMap(TransportFailure.Kind.init).map {
      TransportFailure($0, response["_error"]?.string ?? "")
    }
    self.init(
      request: asked, endpoint: endpoint, result: failure.map { .failure($0) } ?? .success(answer),
      seconds: milliseconds / 1000,
      // A moment behind the millisecond, so that it is spelled alike however it is rounded.
      start: (entry["startedDateTime"]?.string.flatMap(HAREntry.seconds) ?? 0) + 0.0004)
  }
}

extension HARMember {
  /// The bytes of a body as this suite writes them.
  fileprivate var recordedBytes: [UInt8] {
    let text = Array((self["text"]?.string ?? "").utf8)
    guard self["encoding"]?.string == "base64" else { return text }
    return RecordedResponse.Body.decoded(base64: text) ?? text
  }

  /// An object of numbers as it is written; nil for any other.
  fileprivate var numbers: JSONTree? {
    let members = value.members.map { $0 }
    guard !members.isEmpty, members.allSatisfy({ $0.value.kind == .number }) else { return nil }
    return .object(members.map { ($0.name, .number($0.value.raw)) })
  }
}
