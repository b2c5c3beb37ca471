// SPDX-License-Identifier: Apache-2.0
// Which side of a contradiction in the documentation the server takes; told, never held against it.

import Contract
import Wire

extension Check {
  static let quirkVote = Check(
    "quirk-vote", .quirks, "Where the documentation contradicts itself, the server's side is told."
  ) { planning, check in
    planning.operation.quirks.compactMap { quirk in
      guard quirk.detector != .none else { return nil }
      return check.makeCase(
        planning, quirk.id, "\(quirk.id): which side the server takes", .note,
        promise: Promise(
          says: quirk.says, source: Source(.page, planning.operation.page, quirk.section),
          place: quirk.place),
        asks: .probes(planning.sample)
      ) { judgement, transcripts in
        judgement.count(quirk, in: transcripts, planning.operation)
      }
    }
  }
}

extension Judgement {
  fileprivate mutating func count(
    _ quirk: Quirk, in transcripts: [Transcript], _ operation: Contract.Operation
  ) {
    for (exchange, number) in FieldSite.answers(in: transcripts) {
      guard let page = Page(exchange, number: number ?? 1, paging: operation.paging) else {
        continue
      }
      for (index, row) in (page.rows ?? []).enumerated() {
        guard let vote = quirk.vote(of: row) else { continue }
        _ = assert()
        let spot = Spot(
          exchange, page: number, pointer: page.pointer(row: index, field: vote.field),
          bytes: (row[vote.field] ?? row).span)
        guard vote.isRemarkable else { continue }
        fault(
          .warning, "\(spot.pointer!) \(vote.side)", expected: quirk.table,
          received: row[vote.field].map(Finding.Received.init)
            ?? Finding.Received("no such member"),
          at: spot, kind: vote.side)
      }
    }
    if asserted == 0 { skip("not observed: no row shows a side") }
  }
}

/// What one row says about a contradiction.
private struct Vote {
  var field: String
  var side: String
  var isRemarkable: Bool
}

extension Quirk {
  fileprivate func vote(of row: JSONValue) -> Vote? {
    switch detector {
    case .none:
      return nil
    case .spelling(let names):
      guard let name = names.first(where: { row[$0] != nil }) else {
        return Vote(field: names[0], side: "is absent", isRemarkable: true)
      }
      let isOdd = name != names[0] || name.contains(where: \.isUppercase)
      return Vote(field: name, side: "is spelled \(name)", isRemarkable: isOdd)
    case .form(let field, let forms):
      guard let value = row[field], let form = Document.Form(of: value) else { return nil }
      return Vote(field: field, side: "is a \(form.name)", isRemarkable: form != forms.first)
    }
  }
}
