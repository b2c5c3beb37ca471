// SPDX-License-Identifier: Apache-2.0
// Readings of filters that keep too much, too little, or something else on every second day.

import Testing
import Wire

@Suite struct FilterReadings {
  private static let failed = "status=Failed&limit=20"

  static let values: [TableRow] = [
    TableRow(
      "a row of another word", .at(failed) { $0.row(2, #"{"id":0,"status":"Succeed"}"#) },
      "failed: /rows/2/status: status=Failed keeps a row whose status is 'Succeed'"),
    TableRow(
      "the filter ignored", .at("status=Failed", asks: { $0.but("status", nil) }),
      "failed: /rows/0/status ×22: status=Failed keeps a row whose status is 'Succeed'"),
    TableRow(
      "a word of the same meaning", .at(failed) { $0.row(2, #"{"id":7,"status":"Error"}"#) },
      "warned: /rows/2/status: status=Failed keeps a row whose status is 'Error'"),
    TableRow(
      "another word of the same meaning", of: "filters.status.Initialized",
      .at("status=Initialized&limit=20") { $0.rows(#"{"id":2,"status":"Pending"}"#) },
      "failed: /rows/0/status ×2: status=Initialized keeps a row whose status is 'Pending'"),
    TableRow(
      "the word in lower case", .at(failed) { $0.row(2, #"{"id":7,"status":"failed"}"#) },
      "warned: /rows/2/status: status=Failed keeps a row whose status is 'failed'"),
    TableRow(
      "a word of the same meaning and a foreign one",
      .at(failed) { $0.row(1, #"{"id":4,"status":"Error"}"#).row(2, #"{"id":7,"status":"Odd"}"#) },
      "failed: /rows/2/status: status=Failed keeps a row whose status is 'Odd'; warning "
        + "/rows/1/status: status=Failed keeps a row whose status is 'Error'"),
    TableRow(
      "a foreign word", .at(failed) { $0.row(2, #"{"id":7,"status":"Odd"}"#) },
      "failed: /rows/2/status: status=Failed keeps a row whose status is 'Odd'"),
    TableRow(
      "a number", .at(failed) { $0.row(2, #"{"id":7,"status":1}"#) },
      "failed: /rows/2/status: status=Failed keeps a row whose status is 1"),
    TableRow(
      "null", .at(failed) { $0.row(2, #"{"id":7,"status":null}"#) },
      "failed: /rows/2/status: status=Failed keeps a row whose status is null"),
    TableRow("a row without a word", .at(failed) { $0.row(2, #"{"id":7}"#) }, "passed"),
    TableRow(
      "no row has a word", .at(failed) { $0.rows(#"{"id":7}"#) },
      "inconclusive: nothing to assert: no row under status=Failed has a status"),
    TableRow("no rows", .at(failed) { $0.rows() }, "passed"),
    TableRow(
      "an empty list", on: .list.having(0), "inconclusive: nothing to assert: the list is empty"),
    TableRow(
      "a refusal", .at(failed, gives: .error(400)),
      "failed: status=Failed is answered with status 400"),
    TableRow(
      "a failure", .at(failed, gives: .error(500)),
      "failed: status=Failed is answered with status 500"),
    TableRow(
      "not let in", .at(failed, gives: .error(401)),
      "inconclusive: not let in: status 401: SWR.400001 no"),
    TableRow(
      "no list", .at(failed, gives: HTTPResponse(200, "[]")),
      "inconclusive: not readable: GET …?status=Failed&limit=20&offset=0 brought no list"),
    TableRow(
      "a row of another word without a limit",
      .only("status=Failed") { $0.row(2, #"{"id":0,"status":"Succeed"}"#) }, "passed"),
    TableRow(
      "the common word without a limit", of: "filters.status.Succeed",
      .only("status=Succeed") { $0.row(2, #"{"id":1,"status":"Failed"}"#) },
      "failed: /rows/2/status ×2: status=Succeed keeps a row whose status is 'Failed'"),
    TableRow(
      "the common word on the second time", of: "filters.status.Succeed",
      Deviation { asked, healthy in
        let page = healthy(asked)
        return asked.text == "status=Succeed" && asked.visit == 2
          ? page.row(2, #"{"id":1,"status":"Failed"}"#) : page
      },
      "failed: /rows/2/status: status=Succeed keeps a row whose status is 'Failed'"),
    TableRow(
      "the common word on pages of 2", of: "filters.status.Succeed",
      .at("status=Succeed&limit=2&offset=2") { $0.row(1, #"{"id":1,"status":"Failed"}"#) },
      "failed: /rows/1/status: status=Succeed keeps a row whose status is 'Failed'"),
    TableRow(
      "the common word on the third page of 2", on: .marked, of: "filters.status.Succeed",
      .at("status=Succeed&limit=2&marker=m/4=") { $0.row(1, #"{"id":1,"status":"Failed"}"#) },
      "failed: /rows/1/status: status=Succeed keeps a row whose status is 'Failed'"),
    TableRow("a healthy word", of: "filters.status.Pending", "passed"),
  ]

  @Test(arguments: values)
  func `a filter keeps rows of its value only`(reading: TableRow) async {
    await reading.expect("filters.status.Failed")
  }

  static let subsets: [TableRow] = [
    TableRow(
      "a row that the list lacks", .at(failed) { $0.row(2, #"{"id":99,"status":"Failed"}"#) },
      "failed: /rows/2: a filtered row is not in the whole list"),
    TableRow(
      "two rows that the list lacks", .at(failed) { $0.row(2, "{}").row(3, #"{"id":99}"#) },
      "failed: /rows/2 ×2: a filtered row is not in the whole list"),
    TableRow(
      "a row of another word", .at(failed) { $0.row(2, #"{"id":0,"status":"Succeed"}"#) },
      "passed"),
    TableRow("no rows", .at(failed) { $0.rows() }, "passed"),
    TableRow(
      "no rows under any filter", .edit(where: { $0["status"] != nil }) { $0.rows() }, "passed"),
    TableRow(
      "an empty list", on: .list.having(0), "inconclusive: nothing to assert: the list is empty"),
    TableRow(
      "an empty list and a row under a filter", on: .list.having(0), .at(failed) { $0.rows("{}") },
      "failed: /rows/0 ×2: a filtered row is not in the whole list"),
    TableRow(
      "a filtered list that cannot be read", .at(failed, gives: HTTPResponse(200, "[]")),
      "inconclusive: not readable: a list under a filter could not be read to its end"),
    TableRow(
      "a filter that is refused", .at(failed, gives: .error(400)),
      "inconclusive: not readable: a list under a filter could not be read to its end"),
    TableRow(
      "offset ignored under a filter", on: .list.having(99),
      .at("status=Failed", asks: { $0.but("offset", nil) }), "passed"),
  ]

  @Test(arguments: subsets)
  func `rows under a filter are rows of the whole list`(reading: TableRow) async {
    await reading.expect("filters.status-subset")
  }

  static let sums: [TableRow] = [
    TableRow(
      "a row is left out", .at(failed) { $0.without(3) },
      "failed: status=Failed leaves out row 10"),
    TableRow(
      "a row of the second page is left out", .at(failed) { $0.without(9) },
      "failed: status=Failed leaves out row 28"),
    TableRow(
      "a row is under a word of the same meaning",
      Deviation { asked, healthy in
        let page = healthy(asked)
        return asked.has("status=Pending")
          ? page.without(0)
          : asked.has("status=Initialized") ? page.more(#"{"id":2,"status":"Pending"}"#) : page
      },
      "failed: status=Initialized keeps row 2; status=Pending leaves out row 2"),
    TableRow(
      "two rows of one word are left out", .at(failed) { $0.without(3).without(3) },
      "failed: ×2: status=Failed leaves out row 10"),
    TableRow(
      "a row of each of two words is left out",
      .edit(where: { $0.has("status=Failed") || $0.has("status=Pending") }) { $0.without(3) },
      "failed: status=Failed leaves out row 10; status=Pending leaves out row 11"),
    TableRow(
      "a row is under another word",
      .edit(where: { $0["status"] != nil }) {
        $0.replacing(#"{"id":7,"status":"Failed"}"#, #"{"id":3,"status":"Failed"}"#)
      },
      "failed: status=Failed keeps row 3; status=Failed leaves out row 7"),
    TableRow(
      "a word of the same meaning is left out", on: .list.having(.init(0, "Success")),
      "warned: status=Succeed leaves out row 0"),
    TableRow(
      "a word of the same meaning is kept", on: .list.having(.init(0, "Success")),
      .at("status=Succeed") { $0.more(#"{"id":0,"status":"Success"}"#) }, "passed"),
    TableRow(
      "a word of two meanings is kept under one", on: .list.having(.init(0, "Scheduled")),
      .at("status=Pending") { $0.more(#"{"id":0,"status":"Scheduled"}"#) }, "passed"),
    TableRow(
      "one of either kind is left out", on: .list.having(.init(0, "Success")),
      .at(failed) { $0.without(3) },
      "failed: status=Failed leaves out row 10; warning: status=Succeed leaves out row 0"),
    TableRow("a foreign word is left out", on: .list.having(.init(0, "Odd")), "passed"),
    TableRow(
      "a row without a word is left out",
      on: .list.having(Paper.Row(status: "", json: #"{"id":0}"#)), "passed"),
    TableRow(
      "nothing but foreign words", on: Paper(operation: .paper(), rows: [.init(0, "Odd")]),
      "inconclusive: nothing to assert: no row has a status that is a known word"),
    TableRow(
      "a row twice under its word", .at(failed) { $0.more(#"{"id":1,"status":"Failed"}"#) },
      "passed"),
    TableRow(
      "one id for two rows of different words",
      .edit(where: { $0["status"] == nil }) {
        $0.replacing(#"{"id":1,"status":"Failed"}"#, #"{"id":0,"status":"Failed"}"#)
      }, "passed"),
    TableRow(
      "a filtered list that cannot be read", .at(failed, gives: HTTPResponse(200, "[]")),
      "inconclusive: not readable: a list under a filter could not be read to its end"),
    TableRow(
      "an empty list", on: .list.having(0), "inconclusive: nothing to assert: the list is empty"),
  ]

  @Test(arguments: sums)
  func `the rows of all values together are the whole list`(reading: TableRow) async {
    await reading.expect("filters.status-add-up")
  }
}
