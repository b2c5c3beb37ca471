// SPDX-License-Identifier: Apache-2.0
// Offsets that no list has, and of which something is left where they are cut to 32 bits.

import Contract
import Wire

extension Check {
  static let offsetBeyond32Bits = Check(
    "offset-beyond-32-bits", .paging, "An offset beyond 32 bits is refused or behind the end."
  ) { planning, check in
    // Where offsets are multiples of the limit, what is left of the first one is refused.
    [(4_294_967_300, nil), (107_374_182_400, "offset-of-32-zero-bits")].flatMap { position, name in
      var cases = check.offset(position, beyond32BitsNamed: name, planning).cases(planning, check)
      for place in cases.indices where name != nil && !planning.hasRoomForOne {
        cases[place].skipReason = .tooManyRequests
      }
      return cases
    }
  }

  private func offset(
    _ position: Int, beyond32BitsNamed name: String?, _ planning: PlanningContext
  ) -> Check {
    let isPlain = name == nil
    return Self.paging(
      rule, summary, named: name,
      title: isPlain
        ? "an offset beyond 32 bits brings no rows"
        : "an offset whose low 32 bits are zero brings no rows",
      numbered: "a page number beyond 32 bits brings no rows",
      description: "offset is the row to start at",
      about: .position,
      in: isPlain ? .counted : .offset, comparesAnswers: false,
      probes: { planning in
        isPlain || planning.demandsMultiples
          ? planning.besidePlain(
            planning.ask(planning.limit(planning.largestLimit), planning.position(position))) : []
      }
    ) { context, transcripts, planning in
      if let obstacle = transcripts.unreadableList(planning) { context.inconclusive(obstacle) }
      for (reading, _, response) in transcripts.behindPlain(planning).responses
      where reading.accessFailure == nil && !context.hasReason {
        let rows = ListPage(reading, number: 1, paging: planning.operation.paging)?.rowCount
        let total = ListPage(reading, number: 1, paging: planning.operation.paging)?.total ?? 0
        let isFair = reading.isBehind(total, planning.operation.paging) ? rows == 0 : rows != nil
        guard !context.assert(response.status == 200 ? isFair : response.status == 400) else {
          continue
        }
        let shown = response.status == 200 ? ", \(rows.rowWords)" : ""
        context.fault(
          (401...499).contains(response.status.code) ? .warning : .error,
          "\(planning.operation.paging.position)=\(position) is answered with status "
            + "\(response.status)\(shown)",
          expected: "status 400 or an empty list",
          received: Finding.Received("\(Finding.Received(response))\(shown)"),
          at: BodyLocation(reading))
      }
    }
  }
}
