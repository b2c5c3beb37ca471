// SPDX-License-Identifier: Apache-2.0
// The signs that stand beside the rows: frames, sizes, totals, markers, statuses and errors.

import Contract
import Wire

extension Answers {
  func roots(_ path: FieldPath) -> [Observation] {
    pages.map { page, number in
      let value = page.root.value(at: path)
      return Observation(
        Observable.Trait.form.sign(of: value) ?? "absent",
        at: BodyLocation(page.exchange, page: number, pointer: path.pointer, bytes: value?.span),
        value.map(Finding.Received.init) ?? Finding.Received("no such member"))
    }
  }

  func header(_ name: String) -> [Observation] {
    transcripts.responses.map { exchange, page, response in
      let value = response.headers[name]
      return Observation(
        value == nil ? "absent" : "present", at: BodyLocation(exchange, page: page),
        Finding.Received(value ?? "no \(name)"))
    }
  }

  var envelopes: [Observation] {
    FieldSite.answers(in: transcripts).compactMap { exchange, _ in
      guard let root = exchange.root else { return nil }
      let sign =
        root.kind == .array
        ? "array"
        : root.value(at: paging.rows) != nil
          ? "page" : root[paging.identity] != nil ? "row" : "other"
      return Observation(sign, at: BodyLocation(exchange))
    }
  }

  /// Decided where only one size explains how many rows the plain request brings.
  func defaultSize(_ sizes: [Int]) -> [Observation] {
    guard let baseline = transcripts.first?.exchanges.first,
      let rows = ListPage(baseline, number: 1, paging: paging)?.rows,
      let list = transcripts.lists(planning).first, !list.identities.isEmpty
    else { return [] }
    let fitting = sizes.filter { min($0, list.identities.count) == rows.count }
    guard fitting.count < 2 else { return [] }
    let sign = fitting.first.map(String.init) ?? "\(rows.count)"
    return [Observation(sign, at: BodyLocation(baseline), Finding.Received("\(rows.count) rows"))]
  }

  var totalsUnderFilter: [Observation] {
    let lists = transcripts.lists(planning)
    guard let whole = lists.first?.pages.first?.total else { return [] }
    return lists.dropFirst().compactMap { list in
      guard list.isComplete, let page = list.pages.first, let total = page.total else { return nil }
      let count = Int64(list.identities.count)
      guard count < whole else { return nil }
      let sign = total == count ? "filtered" : total == whole ? "all" : "\(total)"
      return Observation(sign, at: BodyLocation(page.exchange), Finding.Received("total \(total)"))
    }
  }

  var markersOnShortPages: [Observation] {
    transcripts.lists(planning).flatMap { list in
      list.pages.compactMap { page in
        guard let count = page.rows?.count, count > 0, count < list.limit else { return nil }
        return Observation(
          page.nextMarker == nil ? "none" : "marker",
          at: BodyLocation(page.exchange, page: page.number),
          Finding.Received("\(count) rows of \(list.limit)"))
      }
    }
  }

  var statuses: [Observation] {
    transcripts.responses.map { exchange, _, response in
      let rows = exchange.root?.value(at: paging.rows)
      let isBare = rows?.isNull == true || rows?.kind == .array && rows?.elements.isEmpty == true
      let more = isBare && response.status == 200 ? rows?.isNull == true ? " null" : " empty" : ""
      return Observation(
        "\(response.status)\(more)", at: BodyLocation(exchange), Finding.Received(response))
    }
  }

  func errors(_ sign: (Exchange) -> String?) -> [Observation] {
    transcripts.responses.compactMap { exchange, _, response in
      guard response.isError, !response.isThrottled, let sign = sign(exchange) else { return nil }
      return Observation(sign, at: BodyLocation(exchange), Finding.Received(response))
    }
  }

  func members(_ name: String) -> [Observation] {
    errors { exchange in
      exchange.response?.status == 403
        ? nil : exchange.root?[name] == nil ? "absent" : "present"
    }
  }
}

extension ErrorBody {
  /// The shape by the sign that quirks have for it.
  func kind(root: JSONValue?) -> String {
    switch shape {
    case .documented where root?["request_id"] != nil: "gateway"
    case .documented where root?["errors"] != nil || root?["details"] != nil: "longer"
    default: "\(shape)"
    }
  }

  /// Who numbers the errors of this code; nil where there is no code.
  var family: String? {
    guard let text = code.map({ $0.string ?? $0.raw }) else { return nil }
    let families = ["SVCSTG.SWR", "SWR", "APIGW", "APIG", "IAM"]
    return families.first { text.hasPrefix($0 + ".") } ?? "other"
  }
}
