// SPDX-License-Identifier: Apache-2.0
// Why an entry of a recording is not judged, counted and told, lest anybody takes it for looked at.

import Conformance
import Wire

/// Why an entry says nothing of the server's list.
enum Omission: Error, Hashable {
  /// It has no method, no absolute URL or no status, or is longer than can be read.
  case incomplete
  /// The answer came from a cache of the client.
  case cached
  /// The answer was made by a program within the client.
  case serviceWorker
  /// Status 304, which sends the client to its cache.
  case notModified
  /// A proxy or a network on the way wanted to know who asks (RFC 9110, 15.5.8; RFC 6585, 6).
  case proxy
  /// The client sent itself on, before it asked.
  case internalRedirect
  /// It is no exchange of HTTP, such as a WebSocket.
  case otherProtocol
  /// A method that reads no list, such as OPTIONS.
  case method(String)
  /// The same exchange stands in the file before.
  case duplicate
  /// A gateway answered in the service's place, and the client asked again and was answered.
  case deferred
  /// Its path is that of a list and a slash, which no documentation has.
  case trailingSlash
  /// It went to another endpoint than the one that is judged.
  case otherEndpoint(String)

  /// What there are so many of.
  fileprivate func words(_ count: Int) -> String {
    let (one, many) =
      switch self {
      case .incomplete: ("without a usable URL, method or status", nil as String?)
      case .cached: ("answer from a cache", "answers from a cache")
      case .serviceWorker: ("answer of a service worker", "answers of service workers")
      case .notModified: ("with status 304", nil)
      case .proxy: ("answer of a proxy", "answers of proxies")
      case .internalRedirect: ("redirect inside the client", "redirects inside the client")
      case .otherProtocol: ("that is no HTTP exchange", "that are no HTTP exchanges")
      case .method(let name): ("\(name) request", "\(name) requests")
      case .duplicate: ("that stands there twice", "that stand there twice")
      case .deferred:
        ("answer of a gateway that was asked again", "answers of a gateway that was asked again")
      case .trailingSlash: ("with a slash behind the path", nil)
      case .otherEndpoint(let name): ("to \(name)", nil)
      }
    return "\(count) \(count == 1 ? one : many ?? one)"
  }
}

/// How often entries were passed over, and why.
struct Omissions {
  private var counts: [Omission: Int] = [:]
  /// In the order in which they were seen first.
  private var order: [Omission] = []

  var isEmpty: Bool { order.isEmpty }

  mutating func count(_ omission: Omission) {
    if counts[omission] == nil { order.append(omission) }
    counts[omission, default: 0] += 1
  }

  /// Such as `3 of 20 recorded entries were passed over: 2 answers from a cache, 1 OPTIONS request`.
  func notice(of total: Int) -> String? {
    guard !isEmpty else { return nil }
    let all = counts.values.reduce(0, +)
    let verb = all == 1 ? "was" : "were"
    let words = order.prefix(8).map { $0.words(counts[$0] ?? 0) }.joined(separator: ", ")
    let more = order.count > 8 ? " and others" : ""
    return "\(all) of \(total) recorded entries \(verb) passed over: \(words)\(more)"
  }
}

extension HARMember {
  /// Why an entry of another program says nothing of the server; nil where it does.
  func omission(method: String, status: Int) -> Omission? {
    if self["_resourceType"]?.string == "websocket" || status == 101 { return .otherProtocol }
    guard ["GET", "POST", "PUT", "PATCH", "DELETE"].contains(method) else { return .method(method) }
    if isOfServiceWorker { return .serviceWorker }
    if status >= 100, isCached { return .cached }
    if status == 304, mayBeConditional { return .notModified }
    if [407, 511].contains(status) { return .proxy }
    if has("response", field: "Non-Authoritative-Reason") { return .internalRedirect }
    return nil
  }

  private var isOfServiceWorker: Bool {
    self["response"]?["_fetchedViaServiceWorker"]?.isTrue == true
      || self["response"]?["_fromServiceWorker"]?.isTrue == true
      || ["Service Worker", "Inspector Override"].contains(fetchType)
  }

  private var isCached: Bool {
    let response = self["response"]
    let mark = self["_fromCache"] ?? self["fromCache"] ?? response?["_fromCache"]
    if mark?.isTrue == true || mark?.string?.isEmpty == false { return true }
    if fetchType.hasSuffix("Cache") || response?["_transferSize"]?.integer == 0 { return true }
    return self["cache"]?["afterRequest"]?.value.kind == .object
      && response?["bodySize"]?.integer ?? 0 <= 0
  }

  private var fetchType: String {
    (self["_fetchType"] ?? self["response"]?["_fetchType"])?.string ?? ""
  }

  /// Whether the client may have named what it has; programs may leave out header fields.
  private var mayBeConditional: Bool {
    let fields = self["request"]?["headers"]?.elements ?? []
    return fields.count < 3
      || fields.contains { $0["name"]?.string?.lowercased().hasPrefix("if-") == true }
  }

  /// Whether its request or its response shows a header field.
  func has(_ part: String, field name: String) -> Bool {
    (self[part]?["headers"]?.elements ?? []).contains {
      $0["name"]?.string?.lowercased() == name.lowercased()
    }
  }

  private var isTrue: Bool { value.bool == true }
}
