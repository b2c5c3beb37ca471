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
      .query("offset", .integer, default: 0, "is the row to start at"),
      .query("limit", .integer, default: 10, range: 1...50, "is the most rows of one page"),
      .filter(
        "state", by: "state", oneOf: ["open", "paid", "cancelled"], "keeps the orders of one state"),
      .header("Authorization", "proves who is asking"),
    ],
    paging: .offset(rows: "orders", identity: "number", total: "count", multiplesOfLimit: false),
    answers: [
      .ok(
        "the orders of the branch, a page at a time",
        [
          .field("count", .count, .required, "counts the orders, on all pages"),
          .field("orders", .arrayOfObjects(order), .required, "holds the orders of this page"),
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

  private static let order: [Field] = [
    .field("number", .integer, .required, "is the order's number"),
    .field("customer", .string, .expected, "is who ordered"),
    .field("state", .oneOf(["open", "paid", "cancelled"]), .required, "says how far it has come"),
    .field("cents", .count, .required, "is the price"),
    .field("placed", .timestamp, .required, "is when it was placed"),
    .field("changed", .timestamp, .required, "is when it last changed"),
  ]
}
