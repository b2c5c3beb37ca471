// SPDX-License-Identifier: Apache-2.0
// One sign of a side, where it was seen; and the count of many.

import Contract
import Wire

/// One sign of a side and where it was seen.
struct Sighting {
  var sign: String
  var spot: Spot
  /// What stood there; nil where the sign says it all.
  var received: Finding.Received?

  init(_ sign: String, at spot: Spot, _ received: Finding.Received? = nil) {
    self.sign = sign
    self.spot = spot
    self.received = received
  }
}

/// The sightings of one quirk, counted.
struct Ballot {
  let vote: Vote
  /// The first sighting that decided; nil where nothing was observed.
  let decisive: Sighting?
  /// How many sightings showed a side, or that there is none.
  let counted: Int

  /// Where rows differ the side that stands last wins, and what is on no side wins over all.
  ///
  /// A sign that several sides share decides nothing, and neither does an absence that none has.
  init(of quirk: Quirk, operation: String, _ sightings: [Sighting]) {
    let placed = sightings.compactMap { sighting in
      quirk.place(of: sighting.sign).map { (place: $0, sighting: sighting) }
    }
    counted = placed.count
    guard let last = placed.map(\.place).max() else {
      decisive = nil
      vote = Vote(
        id: quirk.id, operation: operation, outcome: .notObserved, saw: "nothing to tell by",
        isRemarkable: false)
      return
    }
    let winners = placed.filter { $0.place == last }.map(\.sighting)
    decisive = winners.first
    let side = last < quirk.sides.count ? quirk.sides[last] : nil
    vote = Vote(
      id: quirk.id, operation: operation, outcome: side.map { .init($0.party) } ?? .neither,
      side: side?.name, saw: Self.words(side, winners, of: placed.count),
      first: winners[0].spot.pointer?.description,
      isRemarkable: side?.isRemarkable ?? true)
  }

  private static func words(_ side: Side?, _ winners: [Sighting], of count: Int) -> String {
    let sign = String(winners[0].sign.prefix(60))
    let times = count > 1 ? " in \(winners.count) of \(count)" : ""
    return words(side, sign) + times
  }

  /// The side's name, and the sign where the name does not say it.
  private static func words(_ side: Side?, _ sign: String) -> String {
    guard let side else { return sign }
    return side.name == sign || side.signs.count == 1 && sign == side.signs[0]
      ? side.name : "\(side.name): \(sign)"
  }
}

extension Quirk {
  /// The place of the only side that a sign speaks for, one behind the last for a sign of none; nil
  /// for a sign that decides nothing.
  fileprivate func place(of sign: String) -> Int? {
    let own = sides.indices.filter { sides[$0].signs.contains(sign) }
    guard own.isEmpty else { return own.count == 1 ? own[0] : nil }
    if sign == "absent" { return nil }
    return sides.firstIndex { $0.signs.contains(Side.anything) } ?? sides.count
  }
}
