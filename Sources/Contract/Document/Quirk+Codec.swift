// SPDX-License-Identifier: Apache-2.0
// The members of an entry of the ledger in a contract document.

extension Codec where Value == Quirk {
  static var quirk: Codec {
    .record(
      Quirk.init, member("id", \.id, .text), member("section", \.section, .text),
      member("table", \.table, optional: .text), member("example", \.example, optional: .text),
      member("others", \.others, .list(.source)), member("holds", \.holds, .word),
      member("says", \.description, .text), member("detection", \.detection, .detection),
      member(SpecLocation.member, \.location, .location))
  }
}

extension Codec where Value == Quirk.Detection {
  private typealias Observed = (observable: Observable, sides: [Side])

  static var detection: Codec {
    .choice(
      carrying(
        "vote",
        .record(
          { (observable: $0, sides: $1) }, member("observable", \Observed.observable, .observable),
          member("sides", \.sides, .list(.side))),
        { .observed($0.observable, $0.sides) },
        { if case .observed(let observable, let sides) = $0 { (observable, sides) } else { nil } }),
      carrying("held_by", .text, { .heldBy($0) }) {
        if case .heldBy(let id) = $0 { id } else { nil }
      },
      carrying("on_the_page", .text, { .onThePage($0) }) {
        if case .onThePage(let sign) = $0 { sign } else { nil }
      },
      carrying("unseen", .text, { .unseen($0) }) {
        if case .unseen(let reason) = $0 { reason } else { nil }
      })
  }
}

extension Codec where Value == Side {
  fileprivate static var side: Codec {
    .record(
      Side.init, member("name", \.name, .text), member("party", \.party, .word),
      member("signs", \.signs, .list(.text)), member("remarkable", \.isRemarkable, .flag))
  }
}
