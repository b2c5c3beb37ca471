// SPDX-License-Identifier: Apache-2.0
// What belongs to the shop's API and to no other, and all that it is judged by.

public import Conformance
public import Contract

extension Profile {
  public static let shop = Profile(
    Suite("shop-conformance", version: "0.1.0"),
    service: Service("Shop"),
    environmentPrefix: "SHOP_",
    facts: [.branch, .order],
    credentials: Credentials(
      header: "Authorization", scheme: "Bearer ", "A token of the shop's own."),
    errors: ErrorConvention(
      ErrorConvention.Shape("problem", code: "error.code", message: "error.message"),
      fields: problem, example: "not_allowed"),
    states: StateWords(["open": [.running], "paid": [.succeeded], "cancelled": [.stopped]]),
    discovery: Discovery([ParentList(.listOrders, names: .order)]))

  static let problem: [Field] = [
    .field(
      "error",
      .object([
        .field("code", .string, .required, "names the error"),
        .field("message", .string, .required, "says what went wrong"),
      ]), .required, "tells what went wrong")
  ]
}

extension Fact {
  public static let branch = Fact("branch", .container)
  public static let order = Fact("order")
}

extension ConformanceSuite {
  /// The shop's specs with the shop's own check.
  public static let shop = ConformanceSuite(
    [.listOrders, .showOrder], .shop, checks: Check.all + [.branchHasOrders])
}
