// SPDX-License-Identifier: Apache-2.0
// From answers to signs: one function of readings for each thing that can be looked at.

import Contract
import Wire

extension Observable {
  /// Every sign in the answers, in their order.
  func observations(
    of quirk: Quirk, in transcripts: Transcripts, _ planning: PlanningContext
  ) -> [Observation] {
    let answers = Answers(transcripts, planning)
    return switch self {
    case .field, .names, .prefix, .pair, .extraMembers, .nulls: answers.rows(of: quirk)
    case .root(let path): answers.roots(path)
    case .fractionDigits(let fields): answers.fractionDigits(fields)
    case .order(let path): answers.order(path)
    case .header(let name): answers.header(name)
    case .envelope: answers.envelopes
    case .defaultSize(let sizes): answers.defaultSize(sizes)
    case .totalUnderFilter: answers.totalsUnderFilter
    case .filteredWords: answers.filteredWords
    case .markerOnShortPage: answers.markersOnShortPages
    case .status: answers.statuses
    case .errorShape: answers.errors(\.sign)
    case .errorCode: answers.errors(\.family)
    case .errorMember(let name): answers.members(name)
    }
  }
}

/// Some transcripts of one operation, read for signs.
struct Answers {
  let transcripts: Transcripts
  let planning: PlanningContext
  /// Every page with its number within its walk.
  let pages: [(page: ListPage, number: Int?)]

  init(_ transcripts: Transcripts, _ planning: PlanningContext) {
    self.transcripts = transcripts
    self.planning = planning
    pages = transcripts.pages(planning.operation.paging)
  }

  var paging: Paging { planning.operation.paging }
}
