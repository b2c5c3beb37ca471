// SPDX-License-Identifier: Apache-2.0
// A small shop: the orders of a branch behind a token, one by one and page by page; it can be told to break a promise.

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
    /// Link leads past a page.
    case longLinks
    /// The last page leads on.
    case endlessLinks
    /// Orders of every customer come.
    case anyCustomer
    /// An order by itself is always open.
    case staleOrder
    /// An order that is not there is another one.
    case anyOrder
  }

  private let fault: Fault?

  public init(breaking fault: Fault? = nil) {
    self.fault = fault
  }

  public func answer(_ request: HTTPRequest) -> LoopbackAnswer {
    LoopbackAnswer(response(to: request))
  }

  private func response(to request: HTTPRequest) -> HTTPResponse {
    guard request.method == .get else { return refusal(405, "wrong_method") }
    guard request.headers["Authorization"] == "Bearer let-me-in-please" || fault == .openDoor else {
      return refusal(401, "who_are_you")
    }
    let path = request.path.split(separator: "/")
    guard (3...4).contains(path.count), path[0] == "branches", path[1] == "north",
      path[2] == "orders"
    else { return refusal(404, "no_such_branch") }
    return path.count == 4 ? one(String(path[3])) : list(request.query)
  }

  private static let states = ["open", "paid", "cancelled"]
  private static let all = Array(1...37)

  private func one(_ name: String) -> HTTPResponse {
    guard let number = Int(name) else { return refusal(400, "bad_number") }
    guard Self.all.contains(number) else {
      return fault == .anyOrder ? json(200, order(1)) : refusal(404, "no_such_order")
    }
    return json(200, order(number, state: fault == .staleOrder ? "open" : nil))
  }

  // MARK: pages

  private struct Query {
    var page = 1
    var size = 10
    var state: String?
    var customer = ""
  }

  private func list(_ items: [HTTPRequest.QueryItem]) -> HTTPResponse {
    var query = Query()
    var seen: Set<String> = []
    for item in items {
      guard seen.insert(item.name).inserted else { return refusal(400, "said_twice") }
      let text = PercentEncoding.decode(item.value ?? "") ?? ""
      switch item.name {
      case "page":
        guard let number = Int(text), number >= 1 else { return refusal(400, "bad_page") }
        query.page = number
      case "page_size":
        guard let number = Int(text), (1...50).contains(number) else {
          return refusal(400, "bad_page_size")
        }
        query.size = number
      case "state":
        guard Self.states.contains(text) else { return refusal(400, "bad_state") }
        query.state = text
      case "customer":
        guard !text.contains("\0"), text.utf8.count < 200 else { return refusal(400, "bad_name") }
        query.customer = text
      default: return refusal(400, "unknown_parameter")
      }
    }
    return page(query)
  }

  private func page(_ query: Query) -> HTTPResponse {
    let kept = (fault == .noOrders ? [] : Self.all).filter { number in
      (query.state ?? state(number)) == state(number)
        && (fault == .anyCustomer || query.customer.isEmpty
          || customer(number).contains(query.customer))
    }
    let (start, isFar) = (query.page - 1).multipliedReportingOverflow(by: query.size)
    var rows = isFar ? [] : Array(kept.dropFirst(start).prefix(query.size))
    let isLast = isFar || start + rows.count >= kept.count
    if fault == .droppedRow { rows = rows.dropLast() }
    var response = json(
      200, #"{"orders": [\#(rows.map { order($0) }.joined(separator: ", "))]}"#)
    response.headers.append("X-Total-Count", "\(kept.count)")
    if !isLast || fault == .endlessLinks { response.headers.append("Link", link(behind: query)) }
    return response
  }

  private func link(behind query: Query) -> String {
    let next = query.page + (fault == .longLinks ? 2 : 1)
    let others = [
      query.state.map { "&state=\($0)" },
      query.customer.isEmpty ? nil : "&customer=\(query.customer)",
    ]
    let target = "/branches/north/orders?page=\(next)&page_size=\(query.size)"
    return "<\(target)\(others.compactMap(\.self).joined())>; rel=\"next\""
  }

  // MARK: orders

  private func state(_ number: Int) -> String { Self.states[number % 3] }

  private func customer(_ number: Int) -> String { "customer \(number % 5)" }

  private func order(_ number: Int, state: String? = nil) -> String {
    let day = "\(number % 19 + 10)"
    let name = fault == .textNumbers ? "\"\(number)\"" : "\(number)"
    return """
      {"number": \(name), "customer": "\(customer(number))", \
      "state": "\(state ?? self.state(number))", "cents": \(number * 100), \
      "placed": "2026-01-\(day)T08:00:00Z", "changed": "2026-02-\(day)T09:00:00Z"}
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
