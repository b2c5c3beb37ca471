// SPDX-License-Identifier: Apache-2.0
// Offsets that no list has, and of which something is left where they are cut to 32 bits.

import Contract
import Wire

extension Check {
  static let offsetBeyond32Bits = Check(
    "offset-beyond-32-bits", .paging, "An offset beyond 32 bits is refused or behind the end."
  ) { planning, check in
    let plain = check.offset(
      4_294_967_300, "an offset beyond 32 bits brings no rows",
      numbered: "a page number beyond 32 bits brings no rows", in: .counted)
    // Where offsets are multiples of the limit, what is left of the first one is refused.
    let ofZeros = check.offset(
      107_374_182_400, "an offset whose low 32 bits are zero brings no rows",
      named: "offset-of-32-zero-bits", in: planning.demandsMultiples ? .offset : [])
    var second = ofZeros.cases(planning, check)
    for place in second.indices where !planning.hasRoomForOne {
      second[place].skipReason = .tooManyRequests
    }
    return plain.cases(planning, check) + second
  }

  private func offset(
    _ position: Int, _ title: String, named name: String? = nil, numbered: String? = nil,
    in styles: PagingStyles
  ) -> Check {
    Self.paging(
      rule, summary, named: name, title: title, numbered: numbered,
      description: "offset is the row to start at", about: .position, in: styles,
      comparesAnswers: false,
      probes: { planning in
        planning.besidePlain(
          planning.ask(planning.limit(planning.largestLimit), planning.position(position)))
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
