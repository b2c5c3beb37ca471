// SPDX-License-Identifier: Apache-2.0
// The words in which a fault says how a request is misread.

import Wire

extension Mutation {
  /// Reads another request than the one that came.
  static func misread(_ change: @escaping @Sendable (inout HTTPRequest) -> Void) -> Mutation {
    .request { request, _ in change(&request) }
  }

  /// Takes a parameter for another value, or for absent.
  static func misread(
    _ name: String, _ change: @escaping @Sendable (String) -> String?
  ) -> Mutation {
    misread { request in
      if let value = request[query: name] { request[query: name] = change(value) }
    }
  }

  /// Takes some values of a fact in the path, or any, for the right one.
  static func believe(
    _ fact: String, onlyIf isMeant: @escaping @Sendable (String) -> Bool = { _ in true }
  ) -> Mutation {
    .request { request, context in
      guard let argument = context.argument(fact), isMeant(argument.value) else { return }
      var values = request.path.split(separator: "/")
      values[argument.place] = Substring(MockRegistry.Facts.only[fact] ?? "")
      let query = request.target.drop { $0 != "?" }
      request.target = "/" + values.joined(separator: "/") + query
    }
  }
}

extension RequestContext {
  /// What the path says in the place of a fact, and which segment says so.
  func argument(_ fact: String) -> (place: Int, value: String)? {
    let names = list.path.split(separator: "/")
    guard let place = names.firstIndex(of: "{\(fact)}") else { return nil }
    return (place, String(request.path.split(separator: "/")[place]))
  }
}

extension HTTPRequest {
  /// A parameter's value, still encoded; setting replaces or removes it.
  subscript(query name: String) -> String? {
    get { query.first { $0.name == name }?.value }
    set {
      var pairs = query.filter { $0.name != name }.map { item in
        item.value.map { "\(item.name)=\($0)" } ?? item.name
      }
      if let newValue { pairs.append("\(name)=\(newValue)") }
      target = path + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
    }
  }

  /// A parameter as a number, or nil.
  func number(_ name: String) -> Int? { self[query: name].flatMap { Int($0) } }

  /// Whether there is a marker that this registry cannot have given out.
  var hasForeignMarker: Bool {
    guard let marker = self[query: "marker"] else { return false }
    return PercentEncoding.decode(marker).flatMap { Marker($0) } == nil
  }

  /// Whether anything says who is asking.
  var hasCredentials: Bool { headers["X-Auth-Token"] != nil || headers["Authorization"] != nil }
}
