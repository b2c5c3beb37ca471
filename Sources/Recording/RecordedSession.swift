// SPDX-License-Identifier: Apache-2.0
// A recording that is ready to be judged: whom it asked, what it holds, and what to tell of it.

public import Conformance
public import Contract
import Wire

/// A recording as a target, whoever wrote it.
public struct RecordedSession: Sendable {
  public let facts: TargetFacts
  /// How the recorded run reached its target; nil where another program wrote the recording.
  public let mode: Report.Mode?
  /// What the recorded run was limited to; nil where another program wrote the recording.
  public let selection: Selection?
  /// What another program recorded; nil for a recording of ours, which holds what its plan needs.
  public let requests: RecordedRequests?
  public let transport: RecordedTransport
  /// Whether the recorded run was stopped before it was through.
  public let isPartial: Bool
  /// What a reader must know of the recording, one sentence each.
  public let notices: [String]

  /// What a person says of the target of a recording.
  public struct KnownTarget: Sendable, Hashable {
    public var endpoint: String?
    public var facts: [Fact: String]

    public init(endpoint: String? = nil, facts: [Fact: String] = [:]) {
      self.endpoint = endpoint
      self.facts = facts
    }
  }

  /// Reads what a HAR file holds of the contract; the bodies stay in the file until they are judged.
  ///
  /// - Parameters:
  ///   - known: Wins over what the recording says of its target.
  ///   - assumed: Wins over what can be inferred from a recording that says nothing of its target.
  ///   - isStopped: Whether somebody wants no more of it; the session is of what came so far then.
  public init(
    path: String, operations: [Contract.Operation], known: KnownTarget = KnownTarget(),
    assumed: KnownTarget = KnownTarget(), isStopped: @escaping () -> Bool = { false }
  ) throws(RecordingProblem) {
    let file = try HARFile(path: path, templates: operations.map(\.path), isStopped: isStopped)
    if let note = file.note {
      self.init(file, note, known)
    } else if let target = InferredTarget(
      entries: file.entries, operations: operations, known: assumed)
    {
      self.init(file, target)
    } else if file.isCut {
      self.init(file, InferredTarget(assumed))
    } else {
      throw file.nothingToJudge(operations)
    }
  }

  private init(_ file: HARFile, _ note: RecordingNote, _ known: KnownTarget) {
    facts = TargetFacts(
      endpoint: note.facts.endpoint, values: note.facts.values.merging(known.facts) { $1 },
      canSign: note.facts.canSign)
    mode = note.mode
    selection = note.selection
    requests = nil
    isPartial = note.isPartial
    notices = note.notices + file.notices
    var transport = RecordedTransport(file.file, isLenient: false)
    for entry in file.entries {
      guard var request = entry.request(to: note.facts.endpoint, as: entry.credential ?? .own)
      else { continue }
      request.repetition = entry.repetition ?? 0
      transport.keep(entry.result, for: request)
    }
    self.transport = transport
  }

  private init(_ file: HARFile, _ target: InferredTarget) {
    facts = target.facts
    mode = nil
    selection = nil
    isPartial = file.isCut
    notices = [target.notice].compactMap { $0 } + file.notices
    let namesNobody = !file.entries.contains(where: \.isAuthenticated)
    var transport = RecordedTransport(
      file.file, isLenient: true, redaction: Redaction(secrets: file.entries.flatMap(\.secrets)))
    var sendings: [Probe.Request.Meaning: Int] = [:]
    var requests: [Probe.Request] = []
    for entry in file.entries.filter(\.isLetIn) + file.entries.filter({ !$0.isLetIn }) {
      let credential = entry.foreignCredential(ifNobody: namesNobody)
      guard var request = entry.request(to: target.facts.endpoint, as: credential) else { continue }
      requests.append(request)
      request.repetition = sendings[request.meaning, default: 0]
      sendings[request.meaning] = request.repetition + 1
      transport.keep(entry.result, for: request)
    }
    self.transport = transport
    self.requests = RecordedRequests(requests)
  }
}

extension HAREntry {
  /// The request as a plan writes it; nil for one to another endpoint.
  fileprivate func request(to endpoint: String, as credential: Credential) -> Probe.Request? {
    let whole = url.text
    guard whole.hasPrefix(endpoint), case let target = whole.dropFirst(endpoint.count),
      target.hasPrefix("/")
    else { return nil }
    return Probe.Request(method: method, target: String(target), credential: credential)
  }

  /// Whether the answer says something about the list, and not about us.
  fileprivate var isLetIn: Bool {
    guard let status = (try? result.get())?.status else { return false }
    return ![401, 407, 429].contains(status)
  }

  /// Programs that leave out secrets leave them out everywhere; then nobody was without a token.
  fileprivate func foreignCredential(ifNobody namesNobody: Bool) -> Credential {
    if token == Credential.wrongToken { return .wrong }
    return isAuthenticated || namesNobody ? .own : .absent
  }
}

extension HARFile {
  fileprivate var notices: [String] {
    [
      incompleteCount == 0
        ? nil
        : "\(incompleteCount) of \(count) recorded entries have no usable URL, method or status",
      bodylessCount == 0
        ? nil : "\(bodylessCount) recorded requests have no answer or lack its body",
      isCut ? "the recording was not read to its end" : nil,
    ].compactMap { $0 }
  }

  fileprivate func nothingToJudge(_ operations: [Contract.Operation]) -> RecordingProblem {
    let others = strangers.isEmpty ? "" : " with \(strangers.joined(separator: ", "))"
    let wanted = operations.map { "\($0.method) …\($0.path)" }.joined(separator: " or ")
    return .nothingToJudge(
      held: "\(count) exchange\(count == 1 ? "" : "s")\(others)", wanted: wanted)
  }
}
