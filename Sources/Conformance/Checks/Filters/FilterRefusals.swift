// SPDX-License-Identifier: Apache-2.0
// What a filter does with values that are not documented, and with hostile ones.

import Contract
import Wire

extension Check {
  static let unknownFilterValue = Check(
    "unknown-value-is-refused", .filters,
    "A filter value that is not documented gives status 400 or an empty list."
  ) { planning, check in
    let listed = planning.operation.filters.flatMap { filter -> [Case] in
      let unknown = check.odd(
        "NoSuchWord", "unknown", "an unknown \(filter.name)", filter, planning)
      let lower = filter.words[0].lowercased()
      guard !filter.words.contains(lower) else { return [unknown] }
      return [
        unknown,
        check.odd(lower, "other-case", "\(filter.name) in lower case", filter, planning),
      ]
    }
    let open = planning.operation.openFilters.flatMap { filter -> [Case] in
      guard filter.kind == .integer else {
        return [
          check.odd("nobody-has-this", "unknown", "an unknown \(filter.name)", filter, planning)
        ]
      }
      return [
        check.odd("2147483646", "unknown", "an unknown \(filter.name)", filter, planning),
        check.odd("abc", "word", "\(filter.name) that is no number", filter, planning),
      ]
    }
    return listed + open
  }

  static let unlistedFilter = Check(
    "unlisted-filter-does-no-harm", .filters,
    "A filter of other lists is ignored or refused by an operation that lists none."
  ) { planning, check in
    guard let filter = planning.profile.usualFilter, planning.operation.filters.isEmpty,
      planning.operation.parameter(filter.name) == nil
    else { return [] }
    return [
      check.makeCase(
        planning, nil, "a \(filter.name) filter that is not listed is ignored or refused",
        clause: planning.operation.clause(
          "the operation has no filter", at: planning.operation.paging.location),
        asks: .probes(
          planning.asking(planning.request([Probe.Parameter(filter.name, filter.value)])))
      ) { context, transcripts in
        for (reading, _, response) in transcripts.responses {
          guard !context.assert((200...499).contains(response.status.code)) else { continue }
          context.fault(
            .error, "\(filter.name)=\(filter.value) is answered with status \(response.status)",
            expected: "status 200 or 400", received: Finding.Received(response),
            at: BodyLocation(reading))
        }
      }
    ]
  }

  static let hostileFilterValue = Check(
    "hostile-value-is-refused", .filters,
    "A hostile filter value never makes the server fail nor show rows."
  ) { planning, check in
    let open = planning.operation.openFilters.filter { $0.kind == .string }
    let wildcards = open.map { check.wildcards($0, planning) }
    return (planning.operation.filters + open).flatMap { filter in
      (HostileValue.all + planning.cutAtNUL(filter)).map { hostile in
        var planned = check.makeCase(
          planning, "\(filter.name)-\(hostile.name)",
          "\(filter.name) with \(hostile.words) does no harm",
          clause: planning.operation.clause(
            "\(filter.name) \(filter.description)", parameter: filter),
          asks: .probes(
            planning.besidePlain(planning.once(planning.request(of: hostile, in: filter))))
        ) { context, transcripts in
          context.lookAtOddFilter(transcripts, filter, planning, hostile.sentence(filter))
        }
        if hostile.isLeftOut(planning) { planned.skipReason = .tooManyRequests }
        return planned
      }
    } + wildcards
  }
}

extension Check {
  fileprivate func odd(
    _ value: String, _ name: String, _ words: String, _ filter: Parameter,
    _ planning: PlanningContext
  ) -> Case {
    makeCase(
      planning, "\(filter.name)-\(name)",
      filter.otherwise.map { "\(words) is taken for \($0)" }
        ?? "\(words) is refused or keeps nothing", .should,
      clause: planning.operation.clause("\(filter.name) \(filter.description)", parameter: filter),
      asks: .probes(planning.besidePlain(planning.ask(Probe.Parameter(filter.name, value))))
    ) { context, transcripts in
      context.lookAtOddFilter(transcripts, filter, planning, "\(filter.name)=\(value)")
    }
  }
}

/// A value of the kind that attackers and broken clients send.
private struct HostileValue {
  var name: String
  var words: String
  var encoded: String
  /// Whether it is left out where a list takes many requests without it.
  func isLeftOut(_ planning: PlanningContext) -> Bool {
    switch name {
    case "percent", "non-ascii": planning.isCramped
    case "cut-at-nul": !planning.hasRoom
    default: false
    }
  }

  static let all = [
    HostileValue(name: "quotes", words: "quotes", encoded: "%27%22%3B--"),
    HostileValue(name: "percent", words: "percent signs", encoded: "%25%25s%25n"),
    HostileValue(name: "nul", words: "a NUL", encoded: "Succeed%00"),
    HostileValue(name: "long", words: "8 KB", encoded: Probe.Request.longRun),
    HostileValue(name: "non-ascii", words: "non-ASCII text", encoded: "%E6%88%90%E5%8A%9F"),
  ]
}

extension HostileValue {
  /// The filter with the value, as a sentence begins: `status with a NUL (Succeed%00)`.
  func sentence(_ filter: Parameter) -> String {
    let shown = encoded.utf8.count > 40 ? "" : " (\(encoded))"
    return "\(filter.name) with \(words)\(shown)"
  }
}

extension PlanningContext {
  /// A word that rows have with a NUL behind it, where the one that every filter is asked for is none.
  fileprivate func cutAtNUL(_ filter: Parameter) -> [HostileValue] {
    let cut = filter.words.map { PercentEncoding.encode($0) + "%00" }
    guard filter.kind == .string, !cut.isEmpty,
      !HostileValue.all.contains(where: { cut.contains($0.encoded) })
    else { return [] }
    let encoded = PercentEncoding.encode(commonWord(of: filter)) + "%00"
    return [HostileValue(name: "cut-at-nul", words: "a NUL", encoded: encoded)]
  }

  fileprivate func request(of hostile: HostileValue, in filter: Parameter) -> Probe.Request {
    request([Probe.Parameter(filter.name, encoded: hostile.encoded)])
  }
}

extension Parameter {
  /// Whether all rows of a page have the value that any other one is taken for.
  fileprivate func isOtherwise(_ page: ListPage) -> Bool {
    guard let otherwise, let words = filters.flatMap(page.words(of:)) else { return false }
    return words.tallies.allSatisfy { $0.value == otherwise }
  }
}

extension CheckContext {
  /// 400 or an empty list is fine, and so are rows of the value that any other is taken for; other
  /// refusals and rows are a warning, a server error fails.
  fileprivate mutating func lookAtOddFilter(
    _ transcripts: Transcripts, _ filter: Parameter, _ planning: PlanningContext, _ what: String
  ) {
    if let obstacle = transcripts.unreadableList(planning) { return inconclusive(obstacle) }
    for (reading, _, response) in transcripts.behindPlain(planning).responses {
      if let reason = reading.accessFailure { return inconclusive(reason) }
      _ = assert()
      let page = ListPage(reading, number: 1, paging: planning.operation.paging)
      let rows = page?.rowCount
      let code = response.status.code
      switch code {
      case 400, 414, 431: continue
      case 200 where rows == 0:
        guard planning.recorded == nil, let plain = transcripts.responses.first?.response.body
        else { continue }
        lookAtEmptyList(reading, beside: plain)
      case 200 where page.map { filter.isOtherwise($0) } ?? false: continue
      default:
        let isBearable = response.status == 200 && rows != nil || (401...499).contains(code)
        let shown = response.status == 200 ? ", \(rows.rowWords)" : ""
        fault(
          isBearable ? .warning : .error,
          "\(what) is answered with status \(response.status)\(shown)",
          expected: "status 400 or an empty list",
          received: Finding.Received("\(Finding.Received(response))\(shown)"),
          at: BodyLocation(reading))
      }
    }
  }

  /// An empty list under a filter keeps the promises that the plain one keeps.
  private mutating func lookAtEmptyList(_ reading: Reading, beside plain: BodyReading) {
    let known = Set(plain.faults.all.map(\.site))
    let own = reading.response?.body?.faults.all ?? []
    take(
      own.filter { $0.fault.severity == .error && !known.contains($0.site) }.map(\.fault),
      in: reading, page: nil)
  }
}
