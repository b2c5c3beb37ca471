// SPDX-License-Identifier: Apache-2.0
// What all paging checks share: a style they apply to, walks they read, and moving data ruled out.

import Contract
import Wire

extension Check {
  /// A check of walks that makes one case for each operation of a paging style.
  ///
  /// - Parameters:
  ///   - name: The last part of the id; the rule if nil.
  ///   - numbered: The same title where pages have numbers; the title if nil.
  ///   - topic: The parameter or field of the page that makes the promise.
  ///   - comparesRecorded: Whether it compares answers only where nobody can ask again.
  ///   - wanting: What did not come, where there were rows and nothing could be asserted.
  ///   - probes: What the case asks; with no probe there is no case, with nil it looks at every answer.
  static func paging(
    _ rule: String, _ summary: String, named name: String? = nil, title: String,
    numbered: String? = nil, _ obligation: ObligationLevel = .must, description: String,
    about topic: PagingTopic = .size, in styles: PagingStyles = .all, comparesAnswers: Bool = true,
    comparesRecorded: Bool = false, wanting: String = "no answer shows what the rule speaks of",
    probes: @escaping @Sendable (PlanningContext) -> [Probe]? = { $0.walks },
    judge: @escaping @Sendable (inout CheckContext, Transcripts, PlanningContext) -> Void
  ) -> Check {
    Check(rule, .paging, summary) { planning, check in
      guard styles.contains(PagingStyles(planning.operation.paging.style)),
        topic != .total || planning.operation.paging.total != .untold,
        case let probes = probes(planning), probes?.isEmpty != true
      else { return [] }
      let styled = PagingStyles(planning.operation.paging.style) == .numbers ? numbered : nil
      return [
        check.makeCase(
          planning, name, styled ?? title, obligation,
          clause: planning.pagingClause(description, about: topic),
          asks: probes.map(Case.Asks.probes) ?? .everything,
          comparesAnswers: comparesAnswers || comparesRecorded && planning.recorded != nil
        ) { context, transcripts in
          judge(&context, transcripts, planning)
          for list in transcripts.lists(planning)
          where planning.readsAll(list) {
            if let obstacle = list.obstacle { context.inconclusive(obstacle) }
          }
          if context.asserted == 0, !context.hasReason {
            context.inconclusive(transcripts.doubt(planning.operation.paging, wanting: wanting))
          }
        }
      ]
    }
  }
}

extension PlanningContext {
  /// Whether a walk chooses among the rows by nothing.
  func readsAll(_ list: ListReading) -> Bool {
    let own =
      [operation.paging.size, operation.paging.position]
      + operation.orders.flatMap { $0.query.map(\.name) }
    let filters = list.transcript.probe.first.query.filter { !own.contains($0.name) }
    return filters == request().query.filter { !own.contains($0.name) }
  }
}

/// The paging styles that a check applies to.
struct PagingStyles: OptionSet {
  let rawValue: Int

  static let offset = PagingStyles(rawValue: 1)
  static let marker = PagingStyles(rawValue: 2)
  static let numbers = PagingStyles(rawValue: 4)
  /// Where a client says with a number which page it wants.
  static let counted: PagingStyles = [.offset, .numbers]
  /// Where there is no list.
  static let object = PagingStyles(rawValue: 8)
  /// Every list.
  static let all: PagingStyles = [.offset, .marker, .numbers]
  static let anything: PagingStyles = [.all, .object]

  init(rawValue: Int) { self.rawValue = rawValue }

  init(_ style: Paging.Style) {
    switch style {
    case .offset: self = .offset
    case .marker: self = .marker
    case .numbers: self = .numbers
    case .object: self = .object
    }
  }
}

extension Transcripts {
  /// Why a rule had nothing to look at: no page, no rows, or what it wants of them.
  func doubt(_ paging: Paging, wanting: String) -> Inconclusive {
    let pages = pages(paging).map(\.page).filter { $0.rowCount != nil }
    if pages.isEmpty { return .unreadable("no answer was a page of the list") }
    if pages.contains(where: { !$0.identities.isEmpty }) { return .nothingToAssert(wanting) }
    let total = pages.compactMap(\.total).first { $0 != 0 }
    return .nothingToAssert(
      total.map { "no page shows a row, and total says \($0)" } ?? "the list is empty")
  }
}

extension CheckContext {
  /// Says that no walk came to a second page with rows, and how many rows it takes.
  mutating func wantSecondPage(_ lists: [ListReading]) {
    guard asserted == 0, let least = lists.map(\.limit).min(),
      let rows = lists.map(\.count).max(), rows > 0
    else { return }
    inconclusive(
      rows > least
        ? .nothingToAssert("no walk came to a second page with rows")
        : .tooFewRows(have: rows, need: least + 1))
  }

  /// Compares two runs of rows and notes the first row that is missing, added or moved.
  ///
  /// - Parameter what: The beginning of the sentence, such as `limit=7 reads other rows than limit=100`.
  @discardableResult
  mutating func compare(
    _ got: RowIdentities, with wanted: RowIdentities, _ what: String, at location: BodyLocation
  ) -> Bool {
    guard !assert(got == wanted, count: max(1, got.count)) else { return true }
    let place =
      zip(got, wanted).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? min(got.count, wanted.count)
    fault(
      .error, "\(what): \(got.difference(from: wanted))",
      expected: "\(wanted.count.counted("row")), row \(place) is \(wanted.identity(at: place))",
      received: Finding.Received(
        "\(got.count.counted("row")), row \(place) is \(got.identity(at: place))"),
      at: location, kind: what)
    return false
  }
}

extension RowIdentities {
  fileprivate func identity(at place: Int) -> String {
    indices.contains(place) ? String(self[place].prefix(60)) : "not there"
  }

  /// The first row that is missing, added or moved: `row 12 (id 4711) is missing, and 3 more`.
  fileprivate func difference(from wanted: RowIdentities) -> String {
    let (own, theirs) = (Set(self), Set(wanted))
    let missing = wanted.indices.filter { !own.contains(wanted[$0]) }
    let added = indices.filter { !theirs.contains(self[$0]) }
    func told(_ places: [Int], _ rows: RowIdentities, _ what: String) -> String? {
      places.first.map { place in
        let more = places.count > 1 ? ", and \(places.count - 1) more" : ""
        return "row \(place) (\(rows[place].prefix(60))) is \(what)\(more)"
      }
    }
    let parts = [told(missing, wanted, "missing"), told(added, self, "added")].compactMap(\.self)
    if !parts.isEmpty { return parts.joined(separator: "; ") }
    guard
      let place = indices.first(where: { wanted.indices.contains($0) && self[$0] != wanted[$0] })
    else { return "\(count.counted("row")) in place of \(wanted.count)" }
    let before = wanted.firstIndex(of: self[place]).map { " from row \($0)" } ?? ""
    return "row \(place) (\(self[place].prefix(60))) has moved\(before)"
  }
}
