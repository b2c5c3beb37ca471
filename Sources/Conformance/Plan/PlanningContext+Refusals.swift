// SPDX-License-Identifier: Apache-2.0
// What is asked to be refused: bad pages, what is not there, nobody.

import Contract
import Wire

/// A page that cannot be asked for.
struct BadPage: Sendable {
  var parameter: String
  var name: String
  var what: String
  var query: [Probe.Parameter]
  /// The most rows that a server brings which moves the value into its range.
  var most: Int
  /// Whether it is left out where a list takes many requests without it.
  var isRare: Bool { ["limit-2-to-31", "limit-fraction", "offset-2-to-63"].contains(name) }

  init(
    _ parameter: String, _ name: String, _ words: String, most: Int, _ query: Probe.Parameter...
  ) {
    self.parameter = parameter
    self.name = "\(parameter)-\(name)"
    what = "\(parameter) \(words)"
    self.query = query
    self.most = most
  }

  /// What a recorded request asks for in its place; nil for the same.
  @Sendable func words(_ request: Probe.Request) -> String? {
    let values = request.query.filter { $0.name == parameter }
    return values == query ? nil : "\(parameter) " + values.map(\.value).joined(separator: " and ")
  }
}

extension PlanningContext {
  /// What somebody asks who is not known: a wrong token comes with a limit, since a server may look at
  /// credentials only where a path stands alone.
  func stranger(_ credential: Credential) -> Probe.Request {
    let isBare = credential != .wrong || recorded != nil || operation.paging.isObject
    return request(as: credential, isBare ? [] : [limit(largestLimit)])
  }

  /// What nobody asks with a query of all kinds, for a server may forget to look at credentials wherever
  /// one of its parameters stands; nil where there are none, and of what others have recorded.
  var strangerWithQuery: Probe.Request? {
    guard recorded == nil, !operation.paging.isObject else { return nil }
    let word = operation.filters.first.map { Probe.Parameter($0.name, $0.words[0]) }
    let open = operation.openFilters.first.map {
      Probe.Parameter($0.name, $0.kind == .integer ? "1" : "a")
    }
    let page =
      operation.paging.isMarker
      ? Probe.Parameter(operation.paging.position, "1") : position(behind: 1, size: 1)
    let order = operation.orders.first.map { $0.query.map { Probe.Parameter($0.name, $0.value) } }
    return request(
      as: .absent, [limit(1), page] + [word ?? open].compactMap(\.self) + (order ?? []))
  }

  /// The pages that cannot be asked for: limits and offsets out of range, and what is no number.
  var badPages: [BadPage] {
    let (size, position) = (operation.paging.size, operation.paging.position)
    let pages = badValues(size, beyond: largestLimit + 1, zeroIsBad: true)
    switch operation.paging.style {
    case .object: return []
    case .marker: return pages
    case .offset: return pages + badValues(position, beyond: nil, zeroIsBad: false)
    case .numbers(let first, _):
      return pages + badValues(position, beyond: nil, zeroIsBad: first > 0)
    }
  }

  private func badValues(_ name: String, beyond: Int?, zeroIsBad: Bool) -> [BadPage] {
    func page(_ id: String, _ words: String, _ text: String, most: Int? = nil) -> BadPage {
      BadPage(name, id, words, most: most ?? defaultLimit, Probe.Parameter(name, text))
    }
    let always = [
      page("negative", "-1", "-1"), page("word", "abc", "abc"),
      page("2-to-63", "2^63", "9223372036854775808", most: beyond.map { $0 - 1 }),
    ]
    let zero = zeroIsBad ? [page("zero", "0", "0")] : []
    guard let beyond else { return zero + always }
    return zero + always + [
      page("too-large", "\(beyond)", "\(beyond)", most: beyond - 1),
      page("2-to-31", "2^31", "2147483648", most: beyond - 1),
      page("fraction", "1.5", "1.5"), page("empty", "that is empty", ""),
      BadPage(
        name, "repeated", "given twice", most: max(20, defaultLimit), Probe.Parameter(name, "10"),
        Probe.Parameter(name, "20")),
    ]
  }
}

extension PlanningContext {
  /// Whether five more requests fit into the 60 that an operation may take.
  var hasRoom: Bool { isThorough || cost < 10 }

  /// Whether one more fits in.
  var hasRoomForOne: Bool { hasRoom || cost == 10 && operation.openFilters.isEmpty }

  /// Whether five of those that every operation takes have to be left out for it.
  var isCramped: Bool { !isThorough && cost > 11 && operation.openFilters.isEmpty }

  /// What costs most: the gaps of the path, the words of filters, filters for any text, and orders.
  private var cost: Int {
    let words = operation.filters.reduce(0) { $0 + $1.words.count }
    let open = operation.openFilters.reduce(0) { $0 + ($1.kind == .integer ? 3 : 7) }
    return pathFacts.count + words + open + operation.orders.count
  }

  /// The plain request with the name of something that is not there.
  func requestOfNothing(_ parameter: Parameter) -> Probe.Request {
    let value = parameter.valueOfNothing(like: pathValue(of: parameter.name))
    return request(with: [parameter.name: value])
  }
}

extension Parameter {
  /// A value of the right form that names nothing; text differs from the target's at its end, so
  /// that a server which compares only the beginning is seen.
  fileprivate func valueOfNothing(like value: String?) -> String {
    guard kind == .string else { return "2147483646" }
    guard let last = value?.last, fact?.role == .container else {
      return (value ?? "") + "-nobody-has-this"
    }
    return value!.dropLast() + (last == "0" ? "1" : "0")
  }
}
