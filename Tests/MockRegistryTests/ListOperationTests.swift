// SPDX-License-Identifier: Apache-2.0
// What a list may be that none of the served ones is: without words, sorted, with other habits.

import Testing
import Wire

@testable import MockRegistry

struct ListOperationTests {
  /// A list with neither status words nor times, of which a query can ask much.
  private let images = ListOperation(
    "ListImages", word: "images", path: "/v2/{project_id}/images", key: "images",
    paging: .offset(multiples: false, default: 2, upTo: 3, total: nil, badLimit: .isMovedIntoRange),
    filters: [
      .part("name", field: "name"), .text("public", field: "labels.public"),
      .number("owner", field: "owner"),
    ],
    columns: ["name"], required: ["owner"],
    rows: RowForm(
      data: Array(
        #"""
        [{"id": 1, "name": "nats", "owner": 7, "labels": {"public": "true"}, "_rows": 4},
         {"id": 2, "name": "alpine", "owner": 7, "labels": {"public": "false"}},
         {"id": 3, "name": "nats-box", "owner": 8, "labels": {"public": "true"}},
         {"id": 4, "name": "nginx", "owner": 7, "labels": {"public": "true"}}]
        """#.utf8),
      fields: [Field("id", .integer, shift: .number)]))

  private func page(_ query: String) throws(ErrorResponse) -> String { try page(of: images, query) }

  private func page(of list: ListOperation, _ query: String) throws(ErrorResponse) -> String {
    let request = HTTPRequest(target: "/?" + query)
    let context = RequestContext(
      request: request, list: list, table: Table(list, rows: nil), inventory: Inventory(rows: nil),
      visit: 0, repeats: 0)
    return MockPage(try ListQuery(request.query, of: list), on: context).json
  }

  private func names(_ query: String) throws -> [String] {
    let rows = RawObject(json: try page(query))["images"] ?? ""
    return RawObject.array(Array(rows.utf8)).compactMap { $0.text("name") }
  }

  @Test(arguments: [
    ("owner=7", ["nats", "alpine"]), ("owner=7&limit=99", ["nats", "alpine", "nginx"]),
    ("owner=7&limit=0", ["nats"]), ("owner=7&offset=1", ["alpine", "nginx"]),
    ("owner=8&name=nats", ["nats-box"]), ("owner=7&name=n&public=true", ["nats", "nginx"]),
    ("owner=7&limit=3&order_column=name", ["alpine", "nats", "nginx"]),
    ("owner=7&order_column=name&order_type=desc", ["nginx", "nats"]),
  ])
  func `a query picks, sorts and cuts`(query: String, expected: [String]) throws {
    #expect(try names(query) == expected)
  }

  @Test(arguments: [
    "", "owner=x", "owner=7&order_column=id", "owner=7&order_column=name&order_type=up",
    "owner=7&limit=x",
  ])
  func `what is not allowed is refused`(query: String) {
    #expect { try page(query) } throws: { ($0 as? ErrorResponse)?.status == 400 }
  }

  @Test func `hidden members are not served, and there is no total`() throws {
    #expect(
      try page("owner=8")
        == #"{"images":[{"id":3,"name":"nats-box","owner":8,"labels":{"public": "true"}}]}"#)
    #expect(images.emptyBody == #"{"images":[]}"#)
  }

  @Test func `data without words or copies moves all the same`() {
    var table = Table(images, rows: 500)
    var source = SplitMix64(state: 1)
    for _ in 0..<40 { table.churn(using: &source) }
    #expect(table.view().count < 4, "rows go, and none comes or finishes")
    #expect(Table(images, rows: nil, of: []).view()[0..<5].isEmpty)
  }

  @Test func `two operations on one path are refused, and named`() throws {
    let other = ListOperation(
      "ListPictures", word: "pictures", path: "/v2/{instance_id}/images", key: "pictures",
      paging: .none(), rows: RowForm(data: Array("[]".utf8)))
    #expect { try RouteTable([.list(images), .list(other)]) } throws: { error in
      "\(error)"
        == "ListImages and ListPictures both answer at /v2/{instance_id}/images; "
        + "give one of them another path"
    }
  }

  @Test func `a word of a path goes before a fact that could stand there`() throws {
    let one = SingleObject(id: "ShowImage", path: "/v2/{project_id}/{image}") { _, _ in RawObject()
    }
    let table = try RouteTable([.object(one), .list(images)])
    #expect(try table.route(at: "/v2/p/images").get().destination.id == "ListImages")
    #expect(try table.route(at: "/v2/p/nats").get().destination.id == "ShowImage")
  }

  @Test func `a list that is not cut into pages is whole, whatever is asked`() throws {
    let all = ListOperation(
      "ListAll", word: "all", path: "/v2/all", key: "all", paging: .none(total: "count"),
      rows: RowForm(data: Array(#"[{"id": 1}, {"id": 2}]"#.utf8)))
    #expect(
      try page(of: all, "limit=1&offset=1") == #"{"count":2,"all":[{"id":1},{"id":2}]}"#)
  }
}
