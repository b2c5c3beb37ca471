// SPDX-License-Identifier: Apache-2.0
// Asks for lists, one request at a time, and puts into a sentence what was not as expected.

import Conformance
import Contract
import Wire

/// The requests of a search so far, and what there is to say of the answers.
struct DiscoveryClient {
  private let transport: any Transport
  private let profile: Profile
  private let meter: DiscoveryResult.Meter?
  private var calls = 0
  /// Whether something was not asked, since no more may be sent.
  private(set) var wasCutShort = false
  /// Whether an answer was status 200.
  private(set) var wasAnswered = false
  /// Whether an answer was status 403.
  private(set) var wasForbidden = false
  private(set) var remarks: [String] = []

  /// Why nothing more can be asked.
  struct Barrier: Error {
    var sentence: String
  }

  /// A page of a parent list.
  struct Page {
    /// What each row says, in the order of the list.
    var rows: [[Fact: String]]
    /// How many rows the list has on all pages.
    var total: Int
  }

  init(
    of profile: Profile, over transport: any Transport, _ meter: DiscoveryResult.Meter? = nil
  ) {
    self.profile = profile
    self.transport = transport
    self.meter = meter
  }

  /// How many were sent, those that the transport sent again included.
  var requests: Int { meter?.sent() ?? calls }

  /// How many more may be asked for, if each but the last is sent once.
  var room: Int { max(0, Search.mostRequests - (meter?.mostPerCall ?? 1) + 1 - requests) }

  /// Says a sentence once.
  mutating func say(_ sentence: String) {
    if !remarks.contains(sentence) { remarks.append(sentence) }
  }

  /// Takes back what was said since there were so many remarks.
  mutating func forget(behind count: Int) -> [String] {
    defer { remarks.removeSubrange(count...) }
    return Array(remarks[count...])
  }

  /// The first page of a list; nil, and said why, where there is none.
  mutating func page(
    of list: Profile.ParentList, for facts: [Fact: String]
  ) async throws(Barrier) -> Page? {
    let (operation, paging) = (list.operation.id, list.operation.paging)
    guard let target = list.operation.target(for: facts, rows: 100) else { return nil }
    let remedy = ", or set \(profile.variable(of: list.names)) yourself"
    guard let response = try await response(operation, target),
      let root = root(operation, response, remedy: remedy)
    else { return nil }
    guard let found = root.value(at: paging.rows), found.kind == .array || found.isNull else {
      let what =
        root.value(at: paging.rows).map { "is no array but JSON \($0.kind)" } ?? "is absent"
      say(
        "\(operation) answered an object whose \(paging.rows) \(what); check the endpoint"
          + remedy)
      return nil
    }
    let rows = found.isNull ? [] : found.elements.map { self.facts(in: $0, of: list) }
    let named = rows.filter { $0[list.names] != nil }
    if named.count < rows.count {
      say("\(operation) has rows without a usable \(list.field), which were passed over")
    }
    let total = paging.total(of: response, root) ?? 0
    return Page(rows: named, total: max(Int(clamping: total), rows.count))
  }

  /// How a judged list answers when it is asked how many rows it has.
  enum Count: Hashable {
    case rows(Int)
    /// The list refused, or did not say.
    case unknown
    /// What the path names is not there.
    case absent
  }

  mutating func count(
    of operation: Contract.Operation, for facts: [Fact: String]
  ) async throws(Barrier) -> Count {
    let total = operation.paging.total
    guard total != .untold, let target = operation.target(for: facts, rows: 1) else {
      return .unknown
    }
    guard let response = try await response(operation.id, target) else { return .unknown }
    if response.status == 404 || response.status == 400 { return .absent }
    guard let root = root(operation.id, response, remedy: "") else { return .unknown }
    guard let number = operation.paging.total(of: response, root), number >= 0 else {
      let name =
        switch total {
        case .field(let path): path.description
        case .header(let name): name
        case .untold: ""
        }
      say("\(operation.id) answered without an integer as \(name); its rows are not known")
      return .unknown
    }
    return .rows(Int(clamping: number))
  }

  /// Whether the container says that a gate is open; nil where it does not say.
  mutating func opens(
    _ gate: Profile.Gate, _ facts: [Fact: String]
  ) async throws(Barrier) -> Bool? {
    guard let path = gate.path.filled(from: facts) else { return nil }
    guard let response = try await response(gate.operation, path), response.status == 200 else {
      return nil
    }
    return (try? JSONDocument(parsing: response.body))?.root[gate.member]?.bool
  }
}

extension DiscoveryClient {
  /// The object of a body with status 200; nil, and said why, where there is none.
  private mutating func root(
    _ operation: String, _ response: HTTPResponse, remedy: String
  ) -> JSONValue? {
    guard response.status == 200 else {
      say("\(operation) answered \(told(response)); \(response.advice)\(remedy)")
      return nil
    }
    do throws(JSONSyntaxError) {
      let root = try JSONDocument(parsing: response.body).root
      if root.kind == .object { return root }
      // One page of the documentation shows the object inside an array.
      if root.kind == .array, root.count == 1, let only = root[0], only.kind == .object {
        say("\(operation) answered an array around its object, which was looked into")
        return only
      }
      say("\(operation) answered no object but JSON \(root.kind); check the endpoint\(remedy)")
    } catch {
      say(
        "\(operation) answered status 200 with a body that is no JSON (\(error)); "
          + "check that the endpoint is the API's own, and no page for people")
    }
    return nil
  }

  /// What comes back; nil where no more may be sent.
  private mutating func response(
    _ operation: String, _ target: String
  ) async throws(Barrier) -> HTTPResponse? {
    guard room > 0 else {
      wasCutShort = true
      return nil
    }
    calls += 1
    let response: HTTPResponse
    do throws(TransportFailure) {
      response = try await transport.send(HTTPRequest(target: target), as: .own)
    } catch {
      throw Barrier(sentence: error.description)
    }
    if response.status == 401 || response.status == 407 {
      throw Barrier(sentence: "\(operation) answered \(told(response)); renew the credentials")
    }
    wasAnswered = wasAnswered || response.status == 200
    wasForbidden = wasForbidden || response.status == 403
    return response
  }

  /// The facts that a row holds, as texts; a number and a string are the same to a path.
  private func facts(in row: JSONValue, of list: Profile.ParentList) -> [Fact: String] {
    let fields = list.belongs.merging([list.names: list.field]) { $1 }
    return fields.compactMapValues { field in
      guard let value = row[field] else { return nil }
      let number = value.number.flatMap { $0.isIntegerToken ? $0.raw : nil }
      guard let text = number ?? value.string, !text.isEmpty, !text.contains(profile.mark) else {
        return nil
      }
      return text
    }
  }

  /// The status with what the body says of it.
  private func told(_ response: HTTPResponse) -> String {
    "status \(response.status)\(ErrorBody(response, by: profile.errors).summary.prefix(300))"
  }
}

extension Contract.Operation {
  /// The first page of at most so many rows, as the literal has it; nil where a fact is not known.
  fileprivate func target(for facts: [Fact: String], rows: Int) -> String? {
    guard let path = path(with: facts) else { return nil }
    let own = requiredQuery.map { ($0.name, PercentEncoding.encode($0.sent ?? "")) }
    let limit = min(rows, parameter(paging.size)?.range?.upperBound ?? rows)
    let size = paging.isObject ? [] : [(paging.size, "\(limit)")]
    let position =
      paging.position(behind: 0, size: limit).map { [(paging.position, "\($0)")] } ?? []
    let query = (own + size + position).map { "\($0)=\($1)" }.joined(separator: "&")
    return query.isEmpty ? path : "\(path)?\(query)"
  }
}

extension Paging {
  /// How many rows the list says that it has; nil where it does not say so with an integer.
  fileprivate func total(of response: HTTPResponse, _ root: JSONValue) -> Int64? {
    switch total {
    case .field(let path): root.value(at: path)?.number?.int64
    case .header(let name): response.headers[name].flatMap { Int64($0) }
    case .untold: nil
    }
  }
}

extension JSONValue {
  fileprivate func value(at path: FieldPath) -> JSONValue? {
    path.names.reduce(self as JSONValue?) { $0?[$1] }
  }
}

extension HTTPResponse {
  /// What to do about the status.
  fileprivate var advice: String {
    switch status {
    case 403: "ask for the right to call it"
    case 429: "try again later"
    case 300..<400: "check the endpoint; redirects are not followed"
    case 500...: "try again later, or tell the owner of the endpoint"
    default: "check the endpoint and what is known of the target"
    }
  }
}
