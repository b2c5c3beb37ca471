// SPDX-License-Identifier: Apache-2.0
// The signs that stand beside the rows: frames, sizes, totals, markers, statuses and errors.

import Contract
import Wire

extension Answers {
  func roots(_ path: FieldPath) -> [Observation] {
    pages.compactMap { page, number in
      page.facts.root.members[path].map { Observation($0, page.reading, number) }
    }
  }

  func header(_ name: String) -> [Observation] {
    transcripts.heads.filter { !$0.response.gaps.headers }.map { reading, page, response in
      let value = response.headers[name]
      return Observation(
        value?.isEmpty == false ? "present" : "absent", at: BodyLocation(reading, page: page),
        Finding.Received(value ?? "no \(name)"))
    }
  }

  var envelopes: [Observation] {
    transcripts.responses.compactMap { reading, _, response in
      guard let facts = response.body?.facts else { return nil }
      let sign =
        facts.rootKind == .array
        ? "array" : facts.rows != .missing ? "page" : facts.root.hasIdentity ? "row" : "other"
      return Observation(sign, at: BodyLocation(reading))
    }
  }

  /// Decided where only one size explains how many rows the plain request brings.
  func defaultSize(_ sizes: [Int]) -> [Observation] {
    guard let baseline = transcripts.first?.readings.first,
      let rows = ListPage(baseline, number: 1, paging: paging)?.rowCount,
      let list = transcripts.lists(planning).first, list.count > 0
    else { return [] }
    let fitting = sizes.filter { min($0, list.count) == rows }
    guard fitting.count < 2 else { return [] }
    let sign = fitting.first.map(String.init) ?? "\(rows)"
    return [Observation(sign, at: BodyLocation(baseline), Finding.Received(rows.counted("row")))]
  }

  var totalsUnderFilter: [Observation] {
    let lists = transcripts.lists(planning)
    guard let whole = lists.first?.pages.first?.total else { return [] }
    return lists.dropFirst().compactMap { list in
      guard list.isComplete, let page = list.pages.first, let total = page.total else { return nil }
      let count = Int64(list.count)
      guard count < whole else { return nil }
      let sign = total == count ? "filtered" : total == whole ? "all" : "\(total)"
      return Observation(sign, at: BodyLocation(page.reading), Finding.Received("total \(total)"))
    }
  }

  var markersOnShortPages: [Observation] {
    transcripts.lists(planning).flatMap { list in
      list.pages.compactMap { page in
        guard let count = page.rowCount, count > 0, count < list.limit else { return nil }
        return Observation(
          page.nextMarker == nil ? "none" : "marker",
          at: BodyLocation(page.reading, page: page.number),
          Finding.Received("\(count.counted("row")) of \(list.limit)"))
      }
    }
  }

  var statuses: [Observation] {
    transcripts.responses.map { reading, _, response in
      var more = ""
      if let page = response.page?.facts {
        more =
          page.rows == .null
          ? " null" : page.rows == .list && page.identities.isEmpty ? " empty" : ""
      }
      return Observation(
        "\(response.status)\(more)", at: BodyLocation(reading), Finding.Received(response))
    }
  }

  func errors(_ sign: (ErrorFacts) -> String?) -> [Observation] {
    transcripts.responses.compactMap { reading, _, response in
      guard response.isError, !response.isThrottled, let sign = sign(response.error) else {
        return nil
      }
      return Observation(sign, at: BodyLocation(reading), Finding.Received(response))
    }
  }

  func members(_ name: String) -> [Observation] {
    transcripts.responses.compactMap { reading, _, response in
      guard response.isError, !response.isThrottled, response.status != 403 else { return nil }
      return Observation(
        response.error.members.contains(name) ? "present" : "absent", at: BodyLocation(reading),
        Finding.Received(response))
    }
  }
}
