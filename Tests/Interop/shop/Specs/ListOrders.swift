// SPDX-License-Identifier: Apache-2.0
// What the page on orders promises.

public import Contract

extension Contract.Operation {
  /// The orders of one branch of the shop.
  public static let listOrders = Contract.Operation(
    "ListOrders",
    page: "orders.html",
    "lists the orders of a branch",
    path: "/branches/{branch}/orders",
    parameters: [
      .path("branch", .string, fact: .branch, "is the branch of the shop"),
      .query("page", .integer, default: 1, "is the page, counted from 1"),
      .query("page_size", .integer, default: 10, range: 1...50, "is the most rows of one page"),
      .filter(
        "state", by: "state", oneOf: ["open", "paid", "cancelled"], "keeps the orders of one state"),
      .filter(
        "customer", by: "customer", matching: .part, "keeps the orders of customers with that name"),
      .header("Authorization", "proves who is asking"),
    ],
    paging: .numbers(rows: "orders", identity: "number", total: .header("X-Total-Count"))
      .withLinks(),
    answers: [
      .ok(
        "the orders of the branch, a page at a time",
        [
          .field("orders", .arrayOfObjects(orderFields), .required, "holds the orders of this page")
        ]),
      .error(400, "a parameter is not as documented", Profile.problem, by: .badLimit),
      .error(401, "the caller is not known", Profile.problem, by: .badToken),
      .error(404, "the branch is not there", Profile.problem, by: .unknownResource),
    ],
    relations: [
      .relation(.unique(field: "number"), .must, "no two orders have one number"),
      .relation(
        .notBefore(field: "changed", earlier: "placed"), .should,
        "an order is not changed before it is placed"),
    ],
    quirks: [
      .quirk(
        "order-without-a-customer", section: "response, status 200",
        table: "customer is there, and may be empty", holds: .note,
        "an anonymous order has an empty customer",
        seen: .observed(
          .field("customer", .form), [.table("text", ["plain", "empty"]), .other("absent")]))
    ])

  /// What an order is, in the list and by itself.
  static let orderFields: [Field] = [
    .field("number", .integer, .required, "is the order's number"),
    .field("customer", .string, .expected, "is who ordered"),
    .field("state", .oneOf(["open", "paid", "cancelled"]), .required, "says how far it has come"),
    .field("cents", .count, .required, "is the price"),
    .field("placed", .timestamp, .required, "is when it was placed"),
    .field("changed", .timestamp, .required, "is when it last changed"),
  ]
}
