// SPDX-License-Identifier: Apache-2.0
// From answers to signs: one function of transcripts for each thing that can be looked at.

import Contract
import Wire

extension Observable {
  /// Every sign in the answers, in their order.
  func observations(in transcripts: [Transcript], _ planning: PlanningContext) -> [Observation] {
    let answers = Answers(transcripts, planning)
    return switch self {
    case .field(let path, let trait, let condition): answers.values(path, trait, condition)
    case .root(let path): answers.roots(path)
    case .names(let names): answers.names(names)
    case .prefix(let path, let parameter): answers.prefixes(path, parameter)
    case .pair(let left, let right): answers.pairs(left, right)
    case .fractionDigits(let fields): answers.fractionDigits(fields)
    case .extraMembers: answers.extraMembers
    case .nulls: answers.nulls
    case .order(let path): answers.order(path)
    case .header(let name): answers.header(name)
    case .envelope: answers.envelopes
    case .defaultSize(let sizes): answers.defaultSize(sizes)
    case .totalUnderFilter: answers.totalsUnderFilter
    case .filteredWords: answers.filteredWords
    case .markerOnShortPage: answers.markersOnShortPages
    case .status: answers.statuses
    case .errorShape: answers.errors { ErrorBody(root: $0.root).kind(root: $0.root) }
    case .errorCode: answers.errors { ErrorBody(root: $0.root).family }
    case .errorMember(let name): answers.members(name)
    }
  }
}

/// Some transcripts of one operation, read for signs.
struct Answers {
  let transcripts: [Transcript]
  let planning: PlanningContext

  init(_ transcripts: [Transcript], _ planning: PlanningContext) {
    self.transcripts = transcripts
    self.planning = planning
  }

  var paging: Paging { planning.operation.paging }

  /// Every page with its number within its walk.
  var pages: [(page: ListPage, number: Int?)] {
    FieldSite.answers(in: transcripts).compactMap { exchange, number in
      ListPage(exchange, number: number ?? 1, paging: paging).map { ($0, number) }
    }
  }

  /// What a function makes of every row.
  func rows(_ sight: (RowSite) -> Observation?) -> [Observation] {
    pages.flatMap { page, number in
      (page.rows ?? []).enumerated().compactMap { index, row in
        sight(RowSite(page: page, number: number, index: index, row: row))
      }
    }
  }
}

/// One row of one page.
struct RowSite {
  let page: ListPage
  let number: Int?
  let index: Int
  let row: JSONValue

  /// A sign in a field of the row.
  func observation(_ sign: String, of path: FieldPath, _ value: JSONValue?) -> Observation {
    let pointer = path.names.reduce(page.pointer(row: index)) { $0.appending($1) }
    return Observation(
      sign,
      at: BodyLocation(
        page.exchange, page: number, pointer: pointer, bytes: (row[path.names[0]] ?? row).span),
      value.map(Finding.Received.init) ?? Finding.Received("no such member"))
  }

  /// The object that has, or should have, the last name of a path; nil where there is none.
  func holder(of path: FieldPath) -> JSONValue? {
    let holder = path.names.dropLast().reduce(row as JSONValue?) { value, name in
      guard let member = value?[name] else { return nil }
      return EncodedObject(in: member).map { $0.document?.root } ?? member
    }
    return holder?.kind == .object ? holder : nil
  }
}
