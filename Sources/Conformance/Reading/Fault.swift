// SPDX-License-Identifier: Apache-2.0
// What one answer has against one rule, before anybody knows in which case it will count.

import Wire

/// The rule and the part of an operation that a fault is about.
enum RuleSite: Hashable, Sendable {
  /// A declared field that is missing, by its number.
  case presence(Int)
  /// The value of a declared field, by its number.
  case value(Int)
  case uniqueNames
  case undocumented
  /// A relation, by its place in the operation's list.
  case relation(Int)
}

/// Something in an answer that is not as it should be; equal ones are counted.
struct Fault: Sendable {
  var severity: Severity
  var summary: String
  var expected: String
  var received: Finding.Received
  /// Faults of one severity, expectation and kind are told as one.
  var kind: String
  var location: AnswerLocation
  var count = 1
  /// What came in the other places.
  var others = Finding.Others.none
}

/// A place in an answer, with what a reader of a report is shown of it.
struct AnswerLocation: Sendable {
  var pointer: JSONPointer?
  var bytes: Range<Int>?
  var excerpt: Finding.Excerpt?
}

/// What makes two faults the same fault in two places.
struct DeduplicationKey: Hashable, Sendable {
  var severity: Severity
  var expected: String
  var kind: String
}

/// Faults in the order in which they were seen, equal ones gathered.
struct FaultList: Sendable {
  private(set) var faults: [Fault] = []
  private var places: [DeduplicationKey: Int] = [:]

  /// Takes a fault in, and answers its place in the list.
  ///
  /// - Parameter excerpt: Shows it to a reader; asked only for the first of its kind.
  mutating func note(_ fault: Fault, excerpt: () -> Finding.Excerpt?) -> Int {
    let key = DeduplicationKey(
      severity: fault.severity, expected: fault.expected, kind: fault.kind)
    if let place = places[key] {
      repeats(place, fault.count, fault.received, fault.others)
      return place
    }
    places[key] = faults.count
    faults.append(fault)
    faults[faults.count - 1].location.excerpt = excerpt()
    return faults.count - 1
  }

  /// Counts a fault that was noted before.
  mutating func repeats(
    _ place: Int, _ count: Int, _ received: Finding.Received, _ others: Finding.Others
  ) {
    faults[place].count += count
    faults[place].others.note(received, others, beside: faults[place].received)
  }
}

/// The faults of one answer by what they are about.
struct FaultSheet: Sendable {
  private var lists: [RuleSite: FaultList] = [:]

  var isEmpty: Bool { lists.isEmpty }

  subscript(site: RuleSite) -> [Fault] { lists[site]?.faults ?? [] }

  /// Every fault with what it is about, in no order.
  var all: [(site: RuleSite, fault: Fault)] {
    lists.flatMap { site, list in list.faults.map { (site, $0) } }
  }

  /// Takes a fault in, and answers its place among those of its site.
  mutating func note(
    _ fault: Fault, of site: RuleSite, excerpt: () -> Finding.Excerpt?
  ) -> Int {
    lists[site, default: FaultList()].note(fault, excerpt: excerpt)
  }

  /// Counts a fault that was noted before.
  mutating func repeats(_ place: Int, of site: RuleSite, _ received: Finding.Received) {
    lists[site]?.repeats(place, 1, received, .none)
  }
}

extension Finding.Others {
  /// Takes in what came in another place, and what that place has gathered.
  mutating func note(_ received: Finding.Received, _ others: Self, beside own: Finding.Received) {
    if received != own { note(received) }
    switch others {
    case .all(let told): for other in told where other != own { note(other) }
    case .tooMany(let types):
      if case .all(let told) = self { self = .tooMany(types: Set(told.map { $0.type ?? "" })) }
      if case .tooMany(let known) = self { self = .tooMany(types: known.union(types)) }
    }
  }
}
