// SPDX-License-Identifier: Apache-2.0
// A small shop: one list of orders behind a token, which can be told to break a promise.

public import Loopback
public import Wire

/// The shop's API.
public struct Shop: Sendable {
  public enum Fault: String, Sendable, CaseIterable {
    /// A number that is a string.
    case textNumbers
    /// The last order of every page is left out.
    case droppedRow
    /// An error in the shape of somebody else.
    case flatErrors
    /// Everybody is let in.
    case openDoor
    /// Nobody has ordered anything.
    case noOrders
  }

  private let fault: Fault?

  public init(breaking fault: Fault? = nil) {
    self.fault = fault
  }

  public func answer(_ request: HTTPRequest) -> MockAnswer {
    MockAnswer(response(to: request))
  }

  private func response(to request: HTTPRequest) -> HTTPResponse {
    guard request.method == .get else { return refusal(405, "wrong_method") }
    guard request.headers["Authorization"] == "Bearer let-me-in-please" || fault == .openDoor else {
      return refusal(401, "who_are_you")
    }
    guard request.path == "/branches/north/orders" else { return refusal(404, "no_such_branch") }
    var (offset, limit, state) = (0, 10, String?.none)
    var seen: Set<String> = []
    for item in request.query {
      guard seen.insert(item.name).inserted else { return refusal(400, "said_twice") }
      let text = PercentEncoding.decode(item.value ?? "") ?? ""
      switch item.name {
      case "offset":
        guard let number = Int(text), number >= 0 else { return refusal(400, "bad_offset") }
        offset = number
      case "limit":
        guard let number = Int(text), (1...50).contains(number) else {
          return refusal(400, "bad_limit")
        }
        limit = number
      case "state":
        guard Self.states.contains(text) else { return refusal(400, "bad_state") }
        state = text
      default: return refusal(400, "unknown_parameter")
      }
    }
    return page(offset, limit, state)
  }

  private static let states = ["open", "paid", "cancelled"]

  private func page(_ offset: Int, _ limit: Int, _ state: String?) -> HTTPResponse {
    let numbers = fault == .noOrders ? [] : Array(1...37)
    let kept = numbers.filter { state == nil || Self.states[$0 % 3] == state }
    var rows = kept.dropFirst(offset).prefix(limit).map(order)
    if fault == .droppedRow { rows = rows.dropLast() }
    return json(200, #"{"count": \#(kept.count), "orders": [\#(rows.joined(separator: ", "))]}"#)
  }

  private func order(_ number: Int) -> String {
    let day = "\(number % 19 + 10)"
    let name = fault == .textNumbers ? "\"\(number)\"" : "\(number)"
    return """
      {"number": \(name), "customer": "customer \(number)", "state": "\(Self.states[number % 3])", \
      "cents": \(number * 100), "placed": "2026-01-\(day)T08:00:00Z", \
      "changed": "2026-02-\(day)T09:00:00Z"}
      """
  }

  private func refusal(_ status: Int, _ code: String) -> HTTPResponse {
    let words = "\"\(code)\", \"message\": \"the shop does not do that\""
    return json(
      status, fault == .flatErrors ? "{\"kode\": \(words)}" : "{\"error\": {\"code\": \(words)}}")
  }

  private func json(_ status: Int, _ text: String) -> HTTPResponse {
    HTTPResponse(
      status: HTTPResponse.Status(status), headers: ["Content-Type": "application/json"],
      body: Array(text.utf8))
  }
}
