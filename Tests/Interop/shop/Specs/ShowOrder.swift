// SPDX-License-Identifier: Apache-2.0
// What the page on one order promises.

public import Contract

extension Contract.Operation {
  /// One order of a branch.
  public static let showOrder = Contract.Operation(
    "ShowOrder",
    page: "order.html",
    "shows an order",
    path: "/branches/{branch}/orders/{order}",
    parameters: [
      .path("branch", .string, fact: .branch, "is the branch of the shop"),
      .path("order", .integer, fact: .order, "is the order's number"),
      .header("Authorization", "proves who is asking"),
    ],
    paging: .object(identity: "number"),
    answers: [
      .ok("the order", orderFields),
      .error(400, "the number is none", Profile.problem, by: .unknownResource),
      .error(401, "the caller is not known", Profile.problem, by: .badToken),
      .error(404, "the order is not there", Profile.problem, by: .unknownResource),
    ],
    relations: [
      .relation(
        .echo(field: "number", parameter: "order"), .must, "the order is the one asked for"),
      .relation(
        .row(in: "ListOrders", by: "number"), .must, "the list says the same of the order"),
    ],
    quirks: [])
}
