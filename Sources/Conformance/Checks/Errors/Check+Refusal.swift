// SPDX-License-Identifier: Apache-2.0
// What all checks of refused requests share: one request, the statuses that refuse it, no rows.

import Contract
import Wire

extension Check {
  /// A case for one request that has to be refused.
  ///
  /// - Parameters:
  ///   - what: What is asked for, as the beginning of a finding: `limit=0`.
  ///   - probes: What asks for it; nil for the request, or what was recorded of such.
  ///   - weighs: What a response weighs; nil where it refuses as promised.
  func refusal(
    _ planning: PlanningContext, _ name: String, _ title: String, _ what: String,
    of request: Probe.Request, by probes: [Probe]? = nil, answer status: Int, description: String,
    needs: Set<Fact> = [], obligation: ObligationLevel = .must,
    told: @escaping @Sendable (Probe.Request) -> String? = { _ in nil },
    weighs: @escaping @Sendable (ReadResponse) -> Severity?
  ) -> Case {
    let answer = planning.operation.answer(status)
    return makeCase(
      planning, name, title, obligation,
      clause: planning.operation.clause(
        description, answer: status, at: answer?.location ?? planning.operation.location),
      asks: .probes(probes ?? planning.asking(request)), needs: needs
    ) { context, transcripts in
      for (reading, _, response) in transcripts.heads {
        context.look(at: response, of: reading, told(reading.request) ?? what, status, weighs)
      }
    }
  }
}

extension CheckContext {
  /// Looks whether a response refuses as promised, and shows no rows.
  mutating func look(
    at response: ReadResponse, of reading: Reading, _ what: String, _ status: Int,
    _ weighs: (ReadResponse) -> Severity?
  ) {
    guard !response.isThrottled else { return inconclusive(.throttled(response)) }
    if let reason = reading.accessFailure { return inconclusive(reason) }
    guard response.gaps.body == nil || !response.status.isSuccess else { return }
    let rows = response.rowCount
    let isRefused = !response.status.isSuccess
    guard assert(), let weight = isRefused && rows > 0 ? .error : weighs(response) else { return }
    let shown = rows > 0 ? ", with \(rows.counted("row"))" : ""
    fault(
      weight, "\(what) is answered with status \(response.status)\(shown)",
      expected: "status \(status)" + (rows > 0 ? " and no rows" : ""),
      received: Finding.Received("\(Finding.Received(response))\(shown)"),
      at: BodyLocation(reading))
  }
}

extension Reading {
  /// Whether a front end did not hand the request on, so that the service has not spoken: it found it
  /// too long or too slow, or refused in a shape of its own what it takes for an attack, bytes that
  /// are no text, or a method.
  var isOfFrontEnd: Bool {
    guard let response else { return false }
    let isOdd = request.isHostile || request.credential == .blank || request.method != .get
    return [408, 414, 431].contains(response.status.code)
      || isOdd && (400...499).contains(response.status.code) && !response.isJSON
  }
}

extension Probe.Request {
  /// Whether a value is of the kind that a firewall refuses in the service's place: quotes and other
  /// signs of an injected command, what is no ASCII text, or more than a line of it.
  ///
  /// It is seen on the request itself, so that a recorded one says the same as a planned one.
  fileprivate var isHostile: Bool {
    query.contains { parameter in
      guard let value = PercentEncoding.decode(parameter.value) else { return true }
      return value.utf8.count > 1024
        || value.utf8.contains { $0 < 0x20 || $0 > 0x7E || #"'"`;<>%"#.utf8.contains($0) }
    }
  }
}

extension ReadResponse {
  var isError: Bool { status.isError }

  /// How many rows the body shows, whatever the status says.
  var rowCount: Int { page.map(\.facts.identities.count) ?? error.rowCount }

  /// Whether the server asked us to come back later.
  var isThrottled: Bool { status == 429 }
}

extension HTTPResponse.Status {
  /// Whether it tells an error of the client or of the server.
  var isError: Bool { (400...599).contains(code) }
}
