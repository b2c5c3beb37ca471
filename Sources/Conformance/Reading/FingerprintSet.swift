// SPDX-License-Identifier: Apache-2.0
// A set of fingerprints in one block of memory, for a million rows as for ten.

/// Fingerprints without order; takes 12 bytes for each where it is known how many come, else 12 to 24.
struct FingerprintSet: Sendable {
  private var places: [UInt64] = []
  private(set) var count = 0

  /// - Parameter room: How many will come, so that memory is made once.
  init(room: Int = 0) {
    guard room > 0 else { return }
    places = Array(repeating: 0, count: max(64, room / 2 * 3 + 3))
  }

  init(_ identities: RowIdentities) {
    self.init(room: identities.count)
    for row in identities.indices { _ = insert(identities.fingerprint(row)) }
  }

  /// Whether the fingerprint is new.
  mutating func insert(_ fingerprint: UInt64) -> Bool {
    if count &* 3 >= places.count &* 2 { grow() }
    return put(fingerprint == 0 ? 1 : fingerprint)
  }

  func contains(_ fingerprint: UInt64) -> Bool {
    guard !places.isEmpty else { return false }
    let own = fingerprint == 0 ? 1 : fingerprint
    var place = home(own)
    while places[place] != 0 {
      if places[place] == own { return true }
      place = place &+ 1 == places.count ? 0 : place &+ 1
    }
    return false
  }

  mutating func removeAll() {
    guard count > 0 else { return }
    count = 0
    if places.count > 1024 {
      places = []
    } else {
      for place in places.indices { places[place] = 0 }
    }
  }

  /// Where a fingerprint belongs: as far along the places as it is along its numbers.
  @inline(__always)
  private func home(_ own: UInt64) -> Int {
    Int(truncatingIfNeeded: own.multipliedFullWidth(by: UInt64(places.count)).high)
  }

  private mutating func put(_ own: UInt64) -> Bool {
    var place = home(own)
    while places[place] != 0 {
      if places[place] == own { return false }
      place = place &+ 1 == places.count ? 0 : place &+ 1
    }
    places[place] = own
    count &+= 1
    return true
  }

  private mutating func grow() {
    let old = places
    places = Array(repeating: 0, count: max(64, old.count * 2))
    count = 0
    for own in old where own != 0 { _ = put(own) }
  }
}
