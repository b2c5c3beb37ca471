// SPDX-License-Identifier: Apache-2.0
// Which recorded requests had to be granted or refused, and which refusals another answer excuses.

import Contract
import Wire

extension RecordedList {
  /// The requests that have to be answered with status 200, for nothing in them is odd.
  var documented: [Probe] {
    own.filter { $0.standing != .unanswered && documents($0.request) }
      .map { once($0.request) } + walks.filter(\.isRefused).map { $0.probe(of: operation.id) }
  }

  /// Every page that a number alone chose, the whole list first, and what was refused of such; nil where
  /// there is none.
  var pagesByNumber: [Probe]? {
    let paging = operation.paging
    let plain = walks.filter(\.filters.isEmpty)
    let refused = own.map(\.request).filter { request in
      !granted.contains(request.plainMeaning) && documents(request)
        && request.query.allSatisfy { [paging.size, paging.position].contains($0.name) }
    }
    let pages =
      ([wholeWalk].compactMap(\.self) + plain).map { $0.probe(of: operation.id) }
      + refused.map(once)
    return pages.isEmpty ? nil : pages
  }

  /// The requests that are odd in the same way as one of a plan, whatever documented parameters stand
  /// beside it.
  func requests(like odd: Probe.Request) -> [Probe.Request] {
    let names = Set(odd.query.map(\.name)).subtracting(operation.requiredQuery.map(\.name))
    return requests(like: odd, by: names, among: sayings[Saying(odd, of: names.min() ?? "")] ?? [])
    {
      names, request in names.allSatisfy { request.values(of: $0) == odd.values(of: $0) }
    }
  }

  /// The requests for a page that cannot be asked for, in the same way as that of a plan.
  func requests(like bad: BadPage, _ odd: Probe.Request) -> [Probe.Request] {
    let range = operation.parameter(bad.parameter)?.range ?? 1...100
    let way = BadValue(odd.values(of: bad.parameter), outside: range)
    let named = sayings.filter { $0.key.name == bad.parameter }.flatMap(\.value)
    let found = requests(like: odd, by: [bad.parameter], among: named) { _, request in
      BadValue(request.values(of: bad.parameter), outside: range) == way
    }
    return own.map(\.request).filter(Set(found).contains)
  }

  private func requests(
    like odd: Probe.Request, by names: Set<String>, among known: [Probe.Request],
    where isAlike: (Set<String>, Probe.Request) -> Bool
  ) -> [Probe.Request] {
    let path = PercentEncoding.normalized(odd.path)
    let needed = operation.requiredQuery.map(\.name)
    return known.filter { request in
      request.method == odd.method && request.credential == odd.credential
        && PercentEncoding.normalized(request.path) == path
        && needed.allSatisfy { request.values(of: $0).isEmpty == odd.values(of: $0).isEmpty }
        && isAlike(names, request) && documents(request, but: names)
    }
  }

  /// Whether nothing in a request is odd, some parameters aside; a marker is documented where the
  /// server took it.
  func documents(_ request: Probe.Request, but odd: Set<String> = []) -> Bool {
    let (size, position) = (operation.paging.size, operation.paging.position)
    let names = request.query.map(\.name).filter { !odd.contains($0) }
    let isPage = odd.isDisjoint(with: [size, position])
    return Set(names).count == names.count
      && request.query.allSatisfy { parameter in
        if odd.contains(parameter.name) { return true }
        guard operation.paging.isMarker, parameter.name == position else {
          return operation.documents(parameter)
        }
        return granted.contains(request.plainMeaning)
      }
      && (!isPage || operation.isMultiple(request))
  }

  /// The answer that contradicts a refusal, so that what changed meanwhile may be the reason: the same
  /// request was granted; or the list was there before and not again, or the other way round.
  func grant(against refused: Probe.Request, _ status: HTTPResponse.Status) -> Probe.Request? {
    guard !status.isServerError, let place = own.firstIndex(where: { $0.request == refused })
    else { return nil }
    let grants = own.indices.filter { own[$0].standing == .granted }
    let meaning = refused.plainMeaning
    if let same = grants.first(where: { own[$0].request.plainMeaning == meaning }) {
      return own[same].request
    }
    let (before, after) = (grants.last { $0 < place }, grants.first { $0 > place })
    switch status.code {
    case 300...399: return after == nil ? before.map { own[$0].request } : nil
    case 404 where !refused.query.contains { $0.name == operation.paging.position && isMarked }:
      if before != nil, after != nil { return nil }
      return (before ?? after).map { own[$0].request }
    default: return nil
    }
  }

  private var isMarked: Bool { operation.paging.isMarker }
}

extension PlanningContext {
  /// Why a refusal says nothing for sure, since nobody knows whether what it was asked of is there, or
  /// since another recorded answer contradicts it and nobody can ask again; nil where it speaks for
  /// itself.
  func doubt(about reading: Reading) -> Inconclusive? {
    guard let response = reading.response, response.status != 200 else { return nil }
    let guessed = pathFacts.intersection(recorded?.requests.guessed ?? []).map(\.name).sorted()
    if response.status == 404, !guessed.isEmpty {
      return .notFound(
        "\(reading.request.line) has status 404, and \(guessed.joined(separator: ", ")) may not be there"
      )
    }
    guard let granted = recorded?.grant(against: reading.request, response.status)
    else { return nil }
    return .unconfirmed(
      "\(reading.request.line) has status \(response.status), \(granted.line) 200")
  }

  /// How much an answer other than 200 counts against the server, to a request in which each
  /// parameter is as documented by itself; nil where it may refuse it with status 400.
  ///
  /// A number is promised to fit into 32 bits, a filter that takes any value need not take this one,
  /// and half an order is none. Clients that leave out one of size and position, and offsets that are
  /// no multiple where nothing asks for one, should be heard.
  func weight(ofRefusing reading: Reading) -> Severity? {
    guard let status = reading.status, [400, 422].contains(status) else { return .error }
    let (request, paging) = (reading.request, operation.paging)
    let names = Set(request.query.map(\.name))
    let isBroken = operation.orders.contains { order in
      let needed = Set(order.query.map(\.name))
      return !needed.isDisjoint(with: names) && !needed.isSubset(of: names)
    }
    let isOpen = operation.openFilters.contains { names.contains($0.name) }
    let position = request.integer(paging.position) ?? 0
    if isBroken || isOpen || position > Int32.max { return nil }
    let style = PagingStyles(paging.style)
    guard PagingStyles.counted.contains(style) else { return .error }
    let size = request.integer(paging.size)
    let isAlone = names.contains(paging.position) != (size != nil)
    let isCut = style == .offset && position % max(size ?? defaultLimit, 1) != 0
    return isAlone || isCut ? .warning : .error
  }

  /// The probes that ask for what is odd: what was recorded of it, or the one that is planned.
  func asking(_ odd: Probe.Request) -> [Probe] {
    guard let known = recorded?.requests(like: odd), !known.isEmpty else { return [once(odd)] }
    return known.map(once)
  }

  /// The same for a bad page, of which other values are bad in the same way.
  func asking(_ bad: BadPage) -> [Probe] {
    let odd = request(bad.query)
    guard let known = recorded?.requests(like: bad, odd), !known.isEmpty else { return [once(odd)] }
    return known.map(once)
  }
}

/// In which way the values of a page's size or position are none that is documented.
private enum BadValue: Hashable {
  case repeated, empty, zero, negative, beyondRange, beyond32Bits, beyond64Bits, fraction, word

  /// Nil for a documented one.
  init?(_ values: [String], outside range: ClosedRange<Int>) {
    guard values.count == 1, let text = PercentEncoding.decode(values[0]) else {
      self = .repeated
      return
    }
    switch Int(text) {
    case let number? where range.contains(number): return nil
    case 0?: self = .zero
    case let number? where number < 0: self = .negative
    case let number?: self = number > Int32.max ? .beyond32Bits : .beyondRange
    case nil where text.isEmpty: self = .empty
    case nil where text.utf8.allSatisfy(ASCII.isDigit): self = .beyond64Bits
    case nil: self = text.contains(".") && Double(text) != nil ? .fraction : .word
    }
  }
}

extension Probe.Request {
  /// The values of a parameter in one spelling.
  func values(of name: String) -> [String] {
    query.filter { $0.name == name }.map { PercentEncoding.normalized($0.value) }
  }
}

extension Contract.Operation {
  /// Whether a parameter has a value of which nothing in the documentation says that it is refused.
  func documents(_ parameter: Probe.Parameter) -> Bool {
    let value = PercentEncoding.decode(parameter.value) ?? ""
    guard let declared = self.parameter(parameter.name), declared.placement == .query else {
      return false
    }
    switch parameter.name {
    case paging.size:
      return Int(plain: value).map((declared.range ?? 1...100).contains) ?? false
    case paging.position:
      return Int(plain: value).flatMap { paging.rows(before: $0, size: 1) }.map { $0 >= 0 } ?? false
    default:
      guard declared.words.isEmpty else { return declared.words.contains(value) }
      return declared.match != nil && (declared.kind != .integer || Int(plain: value) != nil)
    }
  }

  /// Whether a page begins at a multiple of its size, where the documentation asks for that.
  func isMultiple(_ request: Probe.Request) -> Bool {
    guard case .offset(_, multiplesOfLimit: true) = paging.style else { return true }
    let offset = request.integer(paging.position) ?? 0
    let size = request.integer(paging.size) ?? parameter(paging.size)?.defaultValue ?? 10
    return size > 0 && offset % size == 0
  }
}

extension Int {
  /// The number that a text spells as programs do: no sign of plus, no zero before it.
  fileprivate init?(plain text: String) {
    guard let number = Int(text), String(number) == text else { return nil }
    self = number
  }
}
