// SPDX-License-Identifier: Apache-2.0
// A registry on paper that keeps every promise, but for the one deviation that a reading is about.

import Conformance
import Contract
import Redaction
import SWRSpecs
import Synchronization
import Wire

/// Answers for one list, and lets a deviation have the last word.
final class PaperRegistry: Transport {
  private let paper: Paper
  private let deviation: Deviation
  private let visits = Mutex<[Asked: Int]>([:])
  private static let redaction = Redaction(for: .swr)

  init(_ paper: Paper, _ deviation: Deviation) {
    self.paper = paper
    self.deviation = deviation
  }

  func send(
    _ request: HTTPRequest, as credential: Credential
  ) async throws(TransportFailure) -> HTTPResponse {
    var asked = Asked(request, credential)
    (asked.visit, asked.number) = visits.withLock { visits in
      visits[asked, default: 0] += 1
      return (visits[asked]!, visits.values.reduce(0, +))
    }
    if let failure = deviation.failure(asked) { throw failure }
    return Self.redaction.redacted(deviation.answer(asked, paper.answer))
  }
}

/// A request as the registry on paper reads it.
struct Asked: Sendable, Hashable {
  var method: String
  var path: String
  /// Names and decoded values, in the order sent; the raw value where it cannot be decoded.
  var query: [Part]
  var credential: Credential
  /// How often the same was asked, this time included.
  var visit = 0
  /// How many requests came, this one included.
  var number = 0

  struct Part: Sendable, Hashable {
    var name: String
    var value: String
  }

  init(_ request: HTTPRequest, _ credential: Credential) {
    method = request.method.description
    path = request.path
    query = request.query.map {
      Part(name: $0.name, value: $0.value.map { PercentEncoding.decode($0) ?? $0 } ?? "")
    }
    self.credential = credential
  }

  /// The first value of a name; setting takes the place of all.
  subscript(name: String) -> String? {
    get { query.first { $0.name == name }?.value }
    set {
      query.removeAll { $0.name == name }
      if let newValue { query.append(Part(name: name, value: newValue)) }
    }
  }

  /// The same request with another value, or without it.
  func but(_ name: String, _ value: String?) -> Asked {
    var copy = self
    copy[name] = value
    return copy
  }

  /// Such as `limit=7&offset=0`; empty without a query.
  var text: String { query.map { "\($0.name)=\($0.value)" }.joined(separator: "&") }

  /// Whether it is a request that the documentation shows: known caller, known path, method GET.
  var isPlain: Bool { method == "GET" && credential == .own && path == Paper.path }

  /// Whether every part of a text such as `limit=7&offset=0` is in the query.
  func has(_ parts: String) -> Bool {
    let own = text.split(separator: "&")
    return isPlain && parts.split(separator: "&").allSatisfy(own.contains)
  }
}

/// What a registry does otherwise than a healthy one.
struct Deviation: Sendable {
  let answer: @Sendable (Asked, (Asked) -> HTTPResponse) -> HTTPResponse
  private(set) var failure: @Sendable (Asked) -> TransportFailure? = { _ in nil }

  init(_ answer: @escaping @Sendable (Asked, (Asked) -> HTTPResponse) -> HTTPResponse) {
    self.answer = answer
  }

  static let none = Deviation { $1($0) }

  /// Changes the answers to some requests.
  static func edit(
    where applies: @escaping @Sendable (Asked) -> Bool,
    _ edit: @escaping @Sendable (HTTPResponse) -> HTTPResponse
  ) -> Deviation {
    Deviation { applies($0) ? edit($1($0)) : $1($0) }
  }

  /// Changes every answer to a plain request whose query has the parts.
  static func at(
    _ parts: String, _ edit: @escaping @Sendable (HTTPResponse) -> HTTPResponse
  ) -> Deviation {
    .edit(where: { $0.has(parts) }, edit)
  }

  /// Changes the answer to the plain request with just that query.
  static func only(
    _ text: String, _ edit: @escaping @Sendable (HTTPResponse) -> HTTPResponse
  ) -> Deviation {
    .edit(where: { $0.isPlain && $0.text == text }, edit)
  }

  static func at(_ parts: String, gives response: HTTPResponse) -> Deviation {
    .at(parts) { $0.replaced(by: response) }
  }

  static func only(
    _ text: String, asks other: @escaping @Sendable (Asked) -> Asked
  ) -> Deviation {
    Deviation { $1($0.isPlain && $0.text == text ? other($0) : $0) }
  }

  static func only(_ text: String, gives response: HTTPResponse) -> Deviation {
    .only(text) { $0.replaced(by: response) }
  }

  /// Takes a plain request whose query has the parts for another one.
  static func at(
    _ parts: String, asks other: @escaping @Sendable (Asked) -> Asked
  ) -> Deviation {
    Deviation { $1($0.has(parts) ? other($0) : $0) }
  }

  /// Changes every answer to a request that was sent before, as often as it comes.
  static func again(
    _ parts: String = "", _ edit: @escaping @Sendable (HTTPResponse) -> HTTPResponse
  ) -> Deviation {
    .edit(where: { $0.has(parts) && $0.visit.isMultiple(of: 2) }, edit)
  }

  /// Changes an answer when it is given for the first time, and not when it is asked for again.
  static func once(
    _ parts: String, _ edit: @escaping @Sendable (HTTPResponse) -> HTTPResponse
  ) -> Deviation {
    .edit(where: { $0.has(parts) && $0.visit == 1 }, edit)
  }

  /// Closes the connection before a plain request with the parts is answered.
  static func closes(_ parts: String) -> Deviation {
    fails(parts) { _ in TransportFailure(.closed, "the connection was closed") }
  }

  /// Does not answer some requests.
  static func fails(
    where applies: @escaping @Sendable (Asked) -> Bool, _ failure: TransportFailure
  ) -> Deviation {
    var deviation = none
    deviation.failure = { applies($0) ? failure : nil }
    return deviation
  }

  /// Does not answer some visits of a plain request with the parts, counted from 1.
  static func fails(
    _ parts: String, _ how: @escaping @Sendable (Int) -> TransportFailure?
  ) -> Deviation {
    var deviation = none
    deviation.failure = { $0.has(parts) ? how($0.visit) : nil }
    return deviation
  }
}
