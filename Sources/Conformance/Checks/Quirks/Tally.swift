// SPDX-License-Identifier: Apache-2.0
// One sign of a side, where it was seen; and the count of many.

import Contract
import Wire

/// One sign of a side and where it was seen.
struct Observation {
  var sign: String
  var location: BodyLocation
  /// What stood there; nil where the sign says it all.
  var received: Finding.Received?
  /// How many times it was seen.
  var count = 1
  /// The side that the sign speaks for, where that is known without the sign.
  var rank: Int?

  init(_ seen: SeenSide, _ reading: Reading, _ page: Int?) {
    self.init(seen.sign, at: BodyLocation(reading, page: page, seen.location), seen.received)
  }

  init(_ sign: String, at location: BodyLocation, _ received: Finding.Received? = nil) {
    self.sign = sign
    self.location = location
    self.received = received
  }
}

/// The observations of one quirk, counted.
struct Tally {
  let quirkResult: QuirkResult
  /// The first observation that decided; nil where nothing was observed.
  let decisive: Observation?
  /// How many observations showed a side, or that there is none.
  let counted: Int

  /// Where rows differ the side that stands last wins, and what is on no side wins over all.
  ///
  /// A sign that several sides share decides nothing, and neither does an absence that none has.
  init(of quirk: Quirk, operation: String, _ observations: [Observation]) {
    let ranked = observations.compactMap { observation in
      (observation.rank ?? quirk.rank(of: observation.sign))
        .map { (rank: $0, observation: observation) }
    }
    counted = ranked.reduce(0) { $0 + $1.observation.count }
    guard let last = ranked.map(\.rank).max() else {
      decisive = nil
      quirkResult = QuirkResult(
        id: quirk.id, operation: operation, outcome: .notObserved, saw: "nothing to tell by",
        isRemarkable: false)
      return
    }
    let winners = ranked.filter { $0.rank == last }.map(\.observation)
    decisive = winners.first
    let side = last < quirk.sides.count ? quirk.sides[last] : nil
    quirkResult = QuirkResult(
      id: quirk.id, operation: operation, outcome: side.map { .init($0.party) } ?? .neither,
      side: side?.name, saw: Self.words(side, winners, of: counted),
      first: winners[0].location.pointer?.description, isRemarkable: side?.isRemarkable ?? true)
  }

  private static func words(_ side: Side?, _ winners: [Observation], of count: Int) -> String {
    let sign = String(winners[0].sign.prefix(60))
    let won = winners.reduce(0) { $0 + $1.count }
    let times = count > 1 ? " in \(won) of \(count)" : ""
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
  /// The rank of the only side that a sign speaks for, one behind the last for a sign of none; nil
  /// for a sign that decides nothing.
  fileprivate func rank(of sign: String) -> Int? {
    let own = sides.indices.filter { sides[$0].signs.contains(sign) }
    guard own.isEmpty else { return own.count == 1 ? own[0] : nil }
    if sign == "absent" { return nil }
    return sides.firstIndex { $0.signs.contains(Side.anything) } ?? sides.count
  }
}
