// SPDX-License-Identifier: Apache-2.0
// Compares the footprints of two sides: what is seen on one of them only, and stays so.

import Conformance
import Wire

/// The differences between the footprints of two sides.
struct TraitComparison {
  private(set) var differences: [Difference] = []
  /// What could not be compared, one sentence each.
  private(set) var notices: [String] = []
  private let first: [Footprint]
  private let second: [Footprint]
  private let facts: [TargetFacts?]

  /// Nil where of some side only a report is left.
  init?(_ first: Comparison.Side, _ second: Comparison.Side) {
    self.first = first.askings.compactMap(\.footprint)
    self.second = second.askings.compactMap(\.footprint)
    facts = [first.facts, second.facts]
    guard let one = self.first.first, let other = self.second.first else { return nil }
    let traits = Set(one.sightings.keys).union(other.sightings.keys).sorted()
    let operations = Set(one.rows.keys).intersection(other.rows.keys).sorted()
    notices =
      one.notices(ofGapsBeside: other, as: "A") + other.notices(ofGapsBeside: one, as: "B")
    let plain = grouped(traits.compactMap(difference))
    differences = plain + grouped(orderDifferences())
    for operation in operations { compareRows(of: operation, one, other, besides: plain) }
    differences += Set(one.durations.keys).intersection(other.durations.keys).sorted()
      .compactMap(timeDifference)
  }

  /// What of one trait is not alike, or nil.
  private func difference(_ trait: Footprint.Trait) -> Difference? {
    let told = [first, second].map { side in side.map { $0.spellings(of: trait) } }
    guard let one = told[0][0], let other = told[1][0] else { return nil }
    let known = trait.isOrder ? one.commonNames(with: other) : nil
    let reduced = told.map { side in
      side.map { seen in known.map { names in seen?.reduced(to: names) } ?? seen }
    }
    guard reduced[0][0] != reduced[1][0] else { return nil }
    let isStable = reduced.allSatisfy { side in side.allSatisfy { $0 == side[0] } }
    let words = reduced.map { $0[0]?.words ?? "absent" }
    return Difference(
      isStable ? .unspoken : .noise, trait.kind, trait.operation, trait.told, words[0], words[1],
      repeatLines: repeatLines([first[0], second[0]].map { $0.request(showing: trait) }))
  }

  private func repeatLines(_ requests: [Probe.Request?]) -> [String] {
    let lines = zip(requests, facts).compactMap { request, facts in
      facts.flatMap { request?.repeatLines(to: $0).first }
    }
    return lines.first == lines.last ? Array(lines.prefix(1)) : lines
  }

  /// One difference for all requests, or answers, that show the same one.
  private func grouped(_ all: [Difference]) -> [Difference] {
    var places: [[String]: Int] = [:]
    var kept: [Difference] = []
    for difference in all {
      let words = difference.kind == .rowOrder ? [] : [difference.first, difference.second]
      let isOfRequest = [.status, .rowOrder].contains(difference.kind)
      let place = isOfRequest ? "" : difference.place.split(separator: " ").first ?? ""
      let key =
        [difference.sort.rawValue, difference.kind.rawValue, difference.operation, String(place)]
        + words
      if let place = places[key] {
        kept[place].others += 1
      } else {
        places[key] = kept.count
        kept.append(difference)
      }
    }
    return kept
  }

  /// Where both sides have the same rows in another order.
  private func orderDifferences() -> [Difference] {
    let keys = first[0].orderedForms.intersection(second[0].orderedForms).sorted()
    return keys.compactMap { key in
      let told = [first, second].map { side in side.map { $0.order(of: key) } }
      let common = told.joined().dropFirst().reduce(Set(told[0][0])) { $0.intersection($1) }
      let reduced = told.map { side in side.map { $0.once(among: common) } }
      guard reduced[0][0] != reduced[1][0], common.count > 1 else { return nil }
      let isStable = reduced.allSatisfy { side in side.allSatisfy { $0 == side[0] } }
      let place = zip(reduced[0][0], reduced[1][0]).enumerated().first { $1.0 != $1.1 }
      return Difference(
        isStable ? .unspoken : .noise, .rowOrder, key.operation, key.place,
        "row \(place?.element.0 ?? "") comes at place \((place?.offset ?? 0) + 1) of \(common.count)",
        "row \(place?.element.1 ?? "") comes there",
        repeatLines: repeatLines([first[0], second[0]].map { $0.request(of: key) }))
    }
  }

  /// Compares what rows hold, if the two sides are of the same data.
  private mutating func compareRows(
    of operation: String, _ one: Footprint, _ other: Footprint, besides told: [Difference]
  ) {
    let rows = RowComparison(
      first.map { $0.rows[operation] ?? [:] }, second.map { $0.rows[operation] ?? [:] })
    guard rows.isSameData else {
      notices.append("\(operation) has other rows here and there, which are not compared")
      return
    }
    let lines = repeatLines([one, other].map { $0.plainRequest(of: operation) })
    let tell = { (sort: Difference.Sort, kind: Difference.Kind, place: String, words: [String]) in
      Difference(sort, kind, operation, place, words[0], words[1], repeatLines: lines)
    }
    differences += rows.presence.map { tell($0.sort, .rows, "rows", $0.words) }
    let known = Set(told.filter { $0.operation == operation }.map(\.place))
    differences += rows.values.map { value in
      tell(value.sort, .value, (one.rowPlaces[operation] ?? "/") + value.member, value.words)
    }
    .filter { !known.contains($0.place) }
  }

  /// Where three of four answers of one side take twice as long as three of four of the other one, and
  /// so much longer that a person would notice.
  private func timeDifference(_ operation: String) -> Difference? {
    let sides = [first, second].map { side in side.map { $0.durations[operation] ?? [] } }
    guard sides.joined().allSatisfy({ $0.count >= Self.leastAnswers }) else { return nil }
    let (quick, late) = (
      sides.map { side in side.compactMap { $0.percentile(25) }.min() ?? 0 },
      sides.map { side in side.compactMap { $0.percentile(75) }.max() ?? 0 }
    )
    guard quick[0] > 2 * late[1] + 0.05 || quick[1] > 2 * late[0] + 0.05 else { return nil }
    let words = sides.map {
      "half of the answers within \(Int((($0[0].percentile(50) ?? 0) * 1000).rounded())) ms"
    }
    return Difference(
      .unspoken, .time, operation, "answers", words[0], words[1],
      repeatLines: repeatLines([first[0], second[0]].map { $0.plainRequest(of: operation) }))
  }

  /// Of fewer answers nobody can say what is usual.
  private static let leastAnswers = 8
}

extension Footprint {
  /// How a trait was seen, its absence included; nil where it could not be seen.
  fileprivate func spellings(of trait: Trait) -> Set<String>? {
    guard trait.kind != .status else { return sightings[trait]?.seen }
    guard let total = sites[trait.site]?.count else { return nil }
    if trait.kind == .delivery, trait.place != "spelling of header names" {
      let version = Trait(
        operation: trait.operation, answer: trait.answer, kind: .delivery, place: "version")
      guard sightings[version] != nil else { return nil }
    }
    guard trait.kind.canBeAbsent else { return sightings[trait]?.seen }
    guard let sighting = sightings[trait] else { return ["absent"] }
    return sighting.count < total ? sighting.seen.union(["absent"]) : sighting.seen
  }

  /// What is not compared since another side alone has kept it, one sentence for each part of answers.
  fileprivate func notices(ofGapsBeside other: Footprint, as name: String) -> [String] {
    Site.Part.allCases.compactMap { part in
      let answers = other.sites.keys.filter { $0.place.isEmpty && sites[$0] != nil }
      let lacking = answers.filter {
        sites[$0.with(part)] == nil && other.sites[$0.with(part)] != nil
      }
      let operations = Set(lacking.map(\.operation)).sorted()
      guard let first = operations.first else { return nil }
      let more = operations.count - 1
      return "\(name) lacks \(part.rawValue) of \(first)"
        + (more > 0 ? " and \(more.counted("other operation"))" : "") + ", which are not compared"
    }
  }

  /// A request whose answer shows the trait, or could.
  fileprivate func request(showing trait: Trait) -> Probe.Request? {
    sightings[trait]?.request ?? sites[trait.site]?.request
  }

  /// The plain request for the rows that a trait is about.
  fileprivate func request(of order: Trait) -> Probe.Request? {
    let status = Trait(
      operation: order.operation, answer: "", kind: .status, place: order.place)
    return sightings[status]?.request
  }

  /// The first request that was granted.
  fileprivate func plainRequest(of operation: String) -> Probe.Request? {
    sites[Site(operation: operation, answer: "200", place: "")]?.request
  }
}

extension Footprint.Trait: Comparable {
  fileprivate var site: Footprint.Site {
    let head = Footprint.Site(operation: operation, answer: answer, place: "")
    switch kind {
    case .header, .headerOrder, .delivery: return head.with(.head)
    case .layout: return head.with(.body)
    case .member, .element, .memberOrder:
      return place.lastIndex(of: "/").map { end in
        Footprint.Site(operation: operation, answer: answer, place: String(place[...end]))
      } ?? head.with(.body)
    default: return head
    }
  }

  fileprivate var isOrder: Bool { [.memberOrder, .headerOrder].contains(kind) }

  /// The place, with the status of answers that are not the rule.
  fileprivate var told: String {
    let name = place.isEmpty ? (kind == .member ? "the body" : "header fields") : place
    return ["", "200"].contains(answer) ? name : "\(name) of status \(answer)"
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.operation, left.answer, left.kind.rawValue, left.place)
      < (right.operation, right.answer, right.kind.rawValue, right.place)
  }
}

extension Set<String> {
  /// The first few, sorted.
  fileprivate var words: String {
    sorted().prefix(3).joined(separator: " | ") + (count > 3 ? " | and \(count - 3) more" : "")
  }

  /// The names that stand in an order on either side.
  fileprivate func commonNames(with other: Set<String>) -> Set<Substring> {
    let names = { (orders: Set<String>) in
      orders.dropFirst().reduce(Set<Substring>((orders.first ?? "").split(separator: ","))) {
        $0.intersection($1.split(separator: ","))
      }
    }
    return names(self).intersection(names(other))
  }

  fileprivate func reduced(to names: Set<Substring>) -> Set<String> {
    Set(map { $0.split(separator: ",").filter(names.contains).joined(separator: ",") })
  }
}

extension [String] {
  /// Those of the set in their order, each once.
  fileprivate func once(among known: Set<String>) -> [String] { filter(known.contains).distinct }
}
