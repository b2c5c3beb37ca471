// SPDX-License-Identifier: Apache-2.0
// Asks a target again for some of what somebody else has recorded of it, and tells what cannot be.

public import Contract
import Wire

/// A sample of recorded requests, put to the target that is said to have answered them.
///
/// Data may have moved since: rows come, go and change, totals count something else, and none of that
/// is told. What is told came twice in a row.
public struct Reasking: Sendable {
  private let operations: [Contract.Operation]
  private let endpoint: String
  private let recorded: [Reading]
  private let transport: any Transport

  /// What came of a sample.
  public struct Outcome: Sendable, Hashable {
    /// What is not as it was recorded and cannot have changed, one sentence each.
    public var differences: [String] = []
    /// Why requests say nothing: nobody was reached, or we were not let in.
    public var obstacles: [String] = []
    /// How many requests were answered.
    public var answered = 0
  }

  /// - Parameters:
  ///   - endpoint: Who is asked now.
  ///   - recorded: What the recording shows.
  public init(
    _ operations: [Contract.Operation], at endpoint: String, recorded: [Reading],
    over transport: any Transport
  ) {
    (self.operations, self.endpoint) = (operations, endpoint)
    (self.recorded, self.transport) = (recorded, transport)
  }

  /// The recorded readings that can be asked for again.
  public var askable: [Reading] {
    let all = Set(recorded.map(\.request))
    return recorded.filter { reading in
      reading.request.method == .get && reading.request.repetition == 0 && reading.response != nil
        && !reading.isOutage
        && ![.afterStranger, .afterFirewall].contains { all.contains(reading.request.again($0)) }
    }
  }

  /// Asks for each of some readings, one after the other.
  public func outcome(of sample: [Reading]) async -> Outcome {
    var outcome = Outcome()
    var shown: [(then: Reading, now: Reading)] = []
    for then in sample {
      guard
        let reader = operations.first(where: { $0.id == then.operation }).map({
          OperationReader($0, of: then.facts)
        })
      else { continue }
      let now = await ask(then.request, reader)
      if let obstacle = now.obstacle(where: then) {
        outcome.obstacles.append("\(then.request.line): \(obstacle)")
        continue
      }
      outcome.answered += 1
      shown.append((then, now))
      let paging = reader.paging
      let first = then.contradictions(of: now, paging)
      guard !first.isEmpty else { continue }
      let again = then.contradictions(of: await ask(then.request, reader), paging)
      outcome.differences += first.filter { own in again.contains { $0.kind == own.kind } }
        .map { "\(then.request.line) \($0.sentence)" }
    }
    lookForRows(among: shown, &outcome)
    return outcome
  }

  private func ask(_ request: Probe.Request, _ reader: OperationReader) async -> Reading {
    let result: Result<HTTPResponse, TransportFailure>
    do throws(TransportFailure) {
      result = .success(try await transport.send(request))
    } catch {
      result = .failure(error)
    }
    return Reading(
      of: Exchange(request: request, endpoint: endpoint, result: result, seconds: 0), reader, nil)
  }

  /// Tells the lists of which no row is there any more: what was recorded is another list where there
  /// are others, and nobody knows where there is none.
  private func lookForRows(among shown: [(then: Reading, now: Reading)], _ outcome: inout Outcome) {
    for operation in operations {
      let own = shown.filter { $0.then.operation == operation.id }
      let now = Set(own.flatMap { $0.now.rowNames })
      let then = Set(
        recorded.filter { $0.operation == operation.id }.flatMap(\.rowNames))
      let asked = Set(own.flatMap { $0.then.rowNames })
      guard asked.count > 1, then.isDisjoint(with: now) else { continue }
      if !now.isEmpty {
        outcome.differences.append(
          "\(operation.id) shows none of the \(then.count.counted("row")) that were recorded")
      } else if own.contains(where: { $0.then.isFirstPage(operation) }) {
        outcome.obstacles.append(
          "\(operation.id) has no row any more, and \(then.count.counted("row")) were recorded")
      }
    }
  }
}

extension Reading {
  /// Whether it shows the first rows of all, so that there are none where it shows none.
  fileprivate func isFirstPage(_ operation: Contract.Operation) -> Bool {
    let paging = operation.paging
    return !rowNames.isEmpty
      && request.query.allSatisfy {
        $0.name == paging.size || $0.name == paging.position && Int($0.value) == 0
      }
  }

  /// The identities of its rows.
  fileprivate var rowNames: [String] { response?.page.map { Array($0.facts.identities) } ?? [] }

  /// Why an answer says nothing of the recorded one.
  fileprivate func obstacle(where then: Reading) -> String? {
    if let failure { return failure.description }
    guard let status, status != then.status else { return nil }
    return [401, 407, 429, 502, 503, 504].contains(status) ? "status \(status)" : nil
  }

  /// What of another answer to the same request cannot be true if this one was.
  fileprivate func contradictions(
    of later: Reading, _ paging: Paging
  ) -> [(kind: String, sentence: String)] {
    guard let then = response, let now = later.response else { return [] }
    guard then.status == now.status else {
      return [
        ("status", "has status \(now.status)\(now.error.summary); recorded is \(then.status)")
      ]
    }
    var told: [(kind: String, sentence: String)] = []
    func compare(_ kind: String, _ what: String, _ then: String?, _ now: String?) {
      guard then != now else { return }
      told.append((kind, "has \(what) \(now ?? "none"); recorded is \(then ?? "none")"))
    }
    compare("media", "the media type", then.mediaType, now.mediaType)
    compare("json", "a body that is", then.bodyKind, now.bodyKind)
    compare("error", "the error code", then.error.code, now.error.code)
    compare("shape", "an error of the shape", then.error.shape, now.error.shape)
    let known = Set(then.faultKinds.map(\.kind))
    told += now.faultKinds.filter { !known.contains($0.kind) }
    return told + settledRows(unlike: later, paging)
  }

  /// Rows that were final when they were recorded, and are other ones now.
  private func settledRows(
    unlike now: Reading, _ paging: Paging
  ) -> [(kind: String, sentence: String)] {
    guard let then = ListPage(self, number: 1, paging: paging),
      let now = ListPage(now, number: 1, paging: paging)
    else { return [] }
    let places = Dictionary(
      zip(now.identities, now.identities.indices), uniquingKeysWith: { first, _ in first })
    return then.identities.indices.compactMap { row in
      let name = then.identities[row]
      guard then.isSettled(row), let other = places[name], now.isSettled(other),
        then.facts.fingerprints[row] != now.facts.fingerprints[other]
      else { return nil }
      return ("row \(name)", "shows another row \(name), which was final when it was recorded")
    }
  }
}

extension ReadResponse {
  fileprivate var mediaType: String? {
    headers["Content-Type"].map { String($0.prefix { $0 != ";" && $0 != " " }).lowercased() }
  }

  fileprivate var bodyKind: String {
    guard isJSON else { return "no JSON" }
    switch body?.facts.rows {
    case .list, .null: return "a list"
    case .missing, .other: return "no list"
    case nil: return "JSON"
    }
  }

  /// What the answer has against rules that speak of one answer.
  fileprivate var faultKinds: [(kind: String, sentence: String)] {
    let body = (body?.faults.all ?? []).map { ("\($0.site)", $0.fault) }
    let faults = body + error.faults.faults.map { ("error", $0) }
    return faults.filter { $0.1.severity == .error }
      .map { site, fault in
        (
          "\(site) \(fault.kind) \(fault.expected)",
          "breaks what the recording keeps: \(fault.summary)"
        )
      }.sorted { $0.kind < $1.kind }
  }
}
