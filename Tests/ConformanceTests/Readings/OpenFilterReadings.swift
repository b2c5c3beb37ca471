// SPDX-License-Identifier: Apache-2.0
// Readings of lists under filters that take any value, and of lists in an order that was asked for.

import Contract
import Testing
import Wire

extension Paper {
  /// 33 rows with names of their own, filtered by parts of them.
  static let parts = named(.part)
  /// The same, filtered by whole names.
  static let wholes = named(.whole)

  static func named(
    _ match: Contract.Parameter.Match, _ kind: Contract.Parameter.Kind = .string, rows: Int = 33
  ) -> Paper {
    let rows = (0..<rows).map { id in
      Row(
        status: "",
        json: #"{"id":\#(id),"name":"n\#((id + 11) % 33 + 100)","number":\#(id % 5),"#
          + #""flag":\#(id % 2 == 0)}"#)
    }
    let name = [.integer: "number", .boolean: "flag"][kind] ?? "name"
    let filter = Contract.Parameter.filter(
      name, kind, by: name, matching: match, "keeps rows of a \(name)")
    let operation = Contract.Operation.paper(
      most: 40, filtered: false,
      fields: [
        .field("id", .integer, .required, "is the row's number"),
        .field("name", .string, .expected, "is the row's name"),
        .field("number", .integer, .expected, "is a number"),
        .field("flag", .boolean, .expected, "is a boolean"),
      ],
      parameters: [
        filter, .order("sort", by: ["name", "number"], "is the order of the rows"),
        .direction("turn", ascending: "asc", descending: "desc", "turns the order"),
      ])
    return Paper(operation: operation, rows: rows)
  }
}

@Suite struct OpenFilterReadings {
  /// 33 rows that have a number in either of two fields, filtered by both; the first one has 0 in one.
  private static let pairs = Paper(
    operation: .paper(
      most: 40, filtered: false,
      fields: [
        .field("id", .integer, .required, "is the row's number"),
        .field("to", .integer, .expected, "is where it goes"),
        .field("from", .integer, .expected, "is where it comes from"),
      ],
      parameters: [
        .filter("end", .integer, by: "to", or: "from", matching: .whole, "keeps rows of an end")
      ]),
    rows: (0..<33).map { id in
      Paper.Row(status: "", json: #"{"id":\#(id),"to":\#(id % 3),"from":\#(id % 4)}"#)
    })

  static let ends: [TableRow] = [
    TableRow("either end", on: pairs, of: "end-keeps-value", "passed"),
    TableRow("either end", on: pairs, of: "end-keeps-all", "passed"),
    TableRow("either end", on: pairs, of: "end-total", "passed"),
    TableRow(
      "the filter forgotten", on: pairs, of: "end-keeps-value",
      .at("end=1") { $0.more(#"{"id":2,"to":2,"from":3}"#) },
      "failed: /rows/16: end=1 keeps a row whose to is 2 and from is 3"),
    TableRow(
      "one end alone", on: pairs, of: "end-keeps-all",
      .at("end=1") { $0.editing { $0.removeAll { !$0.contains(#""to":1"#) } } },
      "failed: ×5: end=1 leaves out row 5"),
    TableRow(
      "nothing goes anywhere but to 0", on: pairs, of: "end-keeps-all",
      Deviation { asked, _ in
        var paper = pairs
        paper.rows = (0..<9).map { Paper.Row(status: "", json: #"{"id":\#($0),"to":0,"from":3}"#) }
        return paper.answer(asked)
      }, "passed"),
    TableRow(
      "refused", on: pairs, of: "end-keeps-all", .at("end=1", gives: .error(400)),
      "failed: end=1 is answered with status 400"),
  ]

  /// 33 rows with a name of their own and one of five numbers, filtered by both.
  private static let both = Paper(
    operation: .paper(
      most: 40, filtered: false,
      fields: [
        .field("id", .integer, .required, "is the row's number"),
        .field("name", .string, .expected, "is the row's name"),
        .field("number", .integer, .expected, "is a number"),
      ],
      parameters: [
        .filter("name", by: "name", matching: .wholeOrPart, "keeps rows of a name"),
        .filter("number", .integer, by: "number", matching: .whole, "keeps rows of a number"),
      ]),
    rows: (0..<33).map { id in
      Paper.Row(status: "", json: #"{"id":\#(id),"name":"n\#(id + 100)","number":\#(id % 5)}"#)
    })

  static let together: [TableRow] = [
    TableRow("two filters", on: both, of: "name-and-number", "passed"),
    TableRow(
      "the second one forgotten", on: both, of: "name-and-number",
      .at("name=n100&number=1", asks: { $0.but("number", nil) }),
      "failed: /rows/0: name=n100&number=1&limit=40&offset=0 keeps a row whose number is 0"),
    TableRow(
      "the first one forgotten", on: both, of: "name-and-number",
      .at("name=n100&number=1", asks: { $0.but("name", nil) }),
      "failed: /rows/0 ×7: name=n100&number=1&limit=40&offset=0 keeps a row whose name is 'n101'"),
    TableRow(
      "nothing at all", on: both, of: "name-and-number",
      .at("name=n100&number=0") { $0.rows() },
      "failed: name=n100&number=0&limit=40&offset=0 leaves out row 0"),
    TableRow(
      "refused", on: both, of: "name-and-number",
      .at("name=n100&number=0", gives: .error(400)),
      "warned: name=n100&number=0 is answered with status 400"),
  ]

  @Test(arguments: together)
  func `two filters keep what each of them keeps`(reading: TableRow) async {
    await reading.about("filters")
  }

  @Test(arguments: ends)
  func `a filter of two fields keeps rows by either`(reading: TableRow) async {
    await reading.about("filters")
  }

  static let kept: [TableRow] = [
    TableRow("parts of names", on: .parts, "passed"),
    TableRow("whole names", on: .wholes, "passed"),
    TableRow("whole or part", on: .named(.wholeOrPart), "passed"),
    TableRow(
      "the filter forgotten", on: .wholes, .at("name=n111", asks: { $0.but("name", nil) }),
      "failed: /rows/1/name ×32: name=n111 keeps a row whose name is 'n112'"),
    TableRow(
      "the whole name where its beginning is kept", on: .wholes,
      .at("name=n111", asks: { $0.but("name", nil) }),
      "failed: /rows/1/name ×32: name=n111 keeps a row whose name is 'n112' ≠ n111 ← 'n112'"),
    TableRow(
      "a part forgotten", on: .parts, .at("name=11", asks: { $0.but("name", nil) }),
      "failed: /rows/9/name ×23: name=11 keeps a row whose name is 'n120'"),
    TableRow(
      "a name in another case", on: .parts, .at("name=n111") { $0.replacing("n111", "N111") },
      "passed"),
    TableRow(
      "another case where the whole counts", on: .wholes,
      .at("name=n111") { $0.replacing("n111", "N111") },
      "failed: /rows/0/name: name=n111 keeps a row whose name is 'N111'"),
    TableRow("nothing kept", on: .wholes, .at("name=n111") { $0.rows() }, "passed"),
    TableRow(
      "no name in the rows", on: .wholes, .at("") { $0.replacing("name", "nome") },
      "inconclusive: nothing to assert: no row has a name to ask for"),
    TableRow(
      "a refusal", on: .wholes, .at("name=n111", gives: .error(400)),
      "failed: name=n111 is answered with status 400"),
  ]

  @Test(arguments: kept)
  func `rows under a filter have the value`(reading: TableRow) async {
    await reading.expect("filters.name-keeps-value")
  }

  static let all: [TableRow] = [
    TableRow("parts of names", on: .parts, "passed"),
    TableRow("whole or part", on: .named(.wholeOrPart), "passed"),
    TableRow(
      "nothing kept", on: .wholes, .at("name=n111") { $0.rows() },
      "failed: name=n111 leaves out row 0"),
    TableRow(
      "only whole names where a part does", on: .parts, .at("name=11") { $0.without(0) },
      "failed: name=11 leaves out row 0"),
    TableRow(
      "a part as well where nobody says so", on: .named(.wholeOrPart),
      .at("name=n111") { $0.more(#"{"id":7,"name":"n1117"}"#) }, "passed"),
    TableRow(
      "the whole list refused", on: .wholes, .only("limit=40&offset=0", gives: .error(400)),
      "inconclusive: not readable: the whole list could not be read to its end"),
  ]

  @Test(arguments: all)
  func `a filter leaves out no row`(reading: TableRow) async {
    await reading.expect("filters.name-keeps-all")
  }

  static let totals: [TableRow] = [
    TableRow("healthy", on: .wholes, "passed"),
    TableRow(
      "the total of all", on: .wholes, .at("name=n111") { $0.replacing("1,", "33,") },
      "warned: /total: total is 33 for 1 filtered rows"),
  ]

  @Test(arguments: totals)
  func `total counts the rows under a filter`(reading: TableRow) async {
    await reading.expect("filters.name-total")
  }

  static let numbers: [TableRow] = [
    TableRow("healthy", on: .named(.whole, .integer), of: "number-keeps-value", "passed"),
    TableRow(
      "another number as well", on: .named(.whole, .integer), of: "number-keeps-value",
      .at("number=0") { $0.replacing(#""number":0"#, #""number":1"#) },
      "failed: /rows/0/number ×7: number=0 keeps a row whose number is 1"),
    TableRow("more rows than a page has", on: many, of: "number-keeps-all", "passed"),
    TableRow("more rows to count than a page has", on: many, of: "number-total", "passed"),
    TableRow(
      "fewer counted than there are", on: many, of: "number-keeps-all",
      .at("number=0") { $0.replacing("42", "41") },
      "inconclusive: nothing to assert: no page under number shows all rows that it keeps"),
    TableRow(
      "a total that counts rows of other numbers", on: many, of: "number-keeps-all",
      .at("number=0") { $0.replacing("42", "210") },
      "inconclusive: nothing to assert: no page under number shows all rows that it keeps"),
    TableRow(
      "a total of more than a page that is wrong", on: many, of: "number-total",
      .at("number=0") { $0.replacing("42", "41") },
      "warned: /total: total is 41 for 42 filtered rows"),
    TableRow("healthy pages of two", on: .named(.whole, .integer), of: "number-pages", "passed"),
    TableRow(
      "a filter forgotten behind an offset", on: .named(.whole, .integer), of: "number-pages",
      .at("number=0&limit=2&offset=2", asks: { $0.but("number", nil) }),
      "failed: a page of 2 shows other rows than the long one: row 0 (10) is missing, and 1 more; "
        + "row 0 (2) is added, and 1 more"),
    TableRow(
      "an offset forgotten under a filter", on: .named(.whole, .integer), of: "number-pages",
      .at("number=0&limit=2", asks: { $0.but("offset", nil) }),
      "failed: a page of 2 shows other rows than the long one: row 0 (10) is missing, and 1 more; "
        + "row 0 (0) is added, and 1 more"),
    TableRow(
      "a page of two refused under a filter", on: .named(.whole, .integer), of: "number-pages",
      .at("number=0&limit=2", gives: .error(400)),
      "failed: number=0 is answered with status 400"),
    TableRow(
      "no filter but whole names", on: .wholes, of: "name-pages",
      "there is no case Paper.filters.name-pages"),
    TableRow("nobody's number", on: .named(.whole, .integer), of: "number-unknown", "passed"),
    TableRow(
      "rows for a word", on: .named(.whole, .integer), of: "number-word",
      .at("number=abc", asks: { $0.but("number", nil) }),
      "warned: number=abc is answered with status 200, 8 rows"),
    TableRow(
      "rows for nobody's number", on: .named(.whole, .integer), of: "number-unknown",
      .at("number=2147483646", asks: { $0.but("number", nil) }),
      "warned: number=2147483646 is answered with status 200, 8 rows"),
    TableRow(
      "quotes", on: .wholes, of: "name-quotes", "passed"),
    TableRow(
      "rows for quotes", on: .wholes, of: "name-quotes",
      .at("name='\";--", asks: { $0.but("name", nil) }),
      "warned: name with quotes (%27%22%3B--) is answered with status 200, 8 rows"),
  ]

  static let booleans: [TableRow] = [
    TableRow("healthy", on: flags, of: "flag-keeps-value", "passed"),
    TableRow("healthy", on: flags, of: "flag-keeps-all", "passed"),
    TableRow("healthy", on: flags, of: "flag-total", "passed"),
    TableRow("nobody's word", on: flags, of: "flag-unknown", "passed"),
    TableRow(
      "the other rows", on: flags, of: "flag-keeps-value",
      .at("flag=true") { $0.replacing(#""flag":true"#, #""flag":false"#) },
      "failed: /rows/0/flag ×17: flag=true keeps a row whose flag is false"),
    TableRow(
      "the word in quotes", on: flags, of: "flag-keeps-value",
      .at("") { $0.replacing(#""flag":true"#, #""flag":"true""#) }, "passed"),
    TableRow(
      "the filter forgotten", on: flags, of: "flag-keeps-value",
      .at("flag=true", asks: { $0.but("flag", nil) }),
      "failed: /rows/1/flag ×16: flag=true keeps a row whose flag is false"),
    TableRow(
      "a row left out", on: flags, of: "flag-keeps-all", .at("flag=true") { $0.without(0) },
      "failed: flag=true leaves out row 0"),
    TableRow(
      "refused", on: flags, of: "flag-keeps-value", .at("flag=true", gives: .error(400)),
      "failed: flag=true is answered with status 400"),
    TableRow(
      "rows for nobody's word", on: flags, of: "flag-unknown",
      .at("flag=nobody-has-this", asks: { $0.but("flag", nil) }),
      "warned: flag=nobody-has-this is answered with status 200, 8 rows"),
  ]

  /// 42 rows of each number, and 40 at most on a page.
  private static let many = Paper.named(.whole, .integer, rows: 210)
  private static let flags = Paper.named(.whole, .boolean)

  static let orders: [TableRow] = [
    TableRow("healthy", on: .wholes, of: "sorted-by-name-ascending", "passed"),
    TableRow("healthy down", on: .wholes, of: "sorted-by-name-descending", "passed"),
    TableRow(
      "healthy in short", on: .wholes, of: "sorted-by-name-descending-on-short-pages", "passed"),
    TableRow("numbers", on: .wholes, of: "sorted-by-number-descending", "passed"),
    TableRow(
      "ignored", on: .wholes, of: "sorted-by-name-ascending",
      .at("sort=name&turn=asc", asks: { $0.but("sort", nil) }),
      "failed: /rows/22/name: name 'n100' stands behind 'n132'"),
    TableRow(
      "the direction ignored", on: .wholes, of: "sorted-by-number-descending",
      .at("sort=number", asks: { $0.but("turn", "asc") }),
      "failed: /rows/7/number ×4: number 1 stands behind 0"),
    TableRow(
      "a row lost", on: .wholes, of: "sorted-by-name-ascending",
      .at("sort=name&turn=asc") { $0.without(4) },
      "failed: the ordered list has other rows than the whole one ≠ 33 rows ← 32 rows"),
    TableRow(
      "refused", on: .wholes, of: "sorted-by-name-ascending",
      .at("sort=name&turn=asc", gives: .error(400)),
      "failed: sort=name&turn=asc&limit=40 is answered with status 400"),
    TableRow(
      "names of which rules for texts differ", on: .wholes, of: "sorted-by-name-ascending",
      .at("") { $0.replacing(#""n13"#, #""N-13"#) }, "passed"),
    TableRow(
      "punctuation and capitals before all names", on: .wholes, of: "sorted-by-name-ascending",
      Deviation { asked, answer in
        let isSorted = asked.has("sort=name&turn=asc")
        return answer(isSorted ? asked.but("sort", nil) : asked).replacing(#""n1"#, #""N-1"#)
      }, "failed: /rows/22/name: name 'N-100' stands behind 'N-132'"),
    TableRow(
      "pages sorted one by one", on: .wholes, of: "sorted-by-name-descending-on-short-pages",
      .at("sort=name&limit=2", asks: { $0.but("sort", nil) }),
      "failed: /rows/1/name: name 'n114' stands behind 'n113'; /rows/0/name: name is 'n113' in "
        + "row 0 of a short page, 'n130' of a long one"),
    TableRow(
      "an order that the first page keeps", on: .wholes,
      of: "sorted-by-name-descending-on-short-pages",
      .at("sort=name&offset=2", asks: { $0.but("turn", "asc") }),
      "failed: /rows/1/name: name 'n103' stands behind 'n102'; /rows/0/name: name is 'n102' in "
        + "row 0 of a short page, 'n130' of a long one"),
    TableRow(
      "a filter that an order has forgotten", on: .parts,
      of: "sorted-by-number-descending-under-name",
      .at("sort=number&turn=desc", asks: { $0.but("name", nil) }),
      "failed: /rows/0/name ×23: name=11 keeps a row whose name is 'n107'"),
    TableRow(
      "names on a short page that some rule takes for the same", on: .wholes,
      of: "sorted-by-name-descending-on-short-pages",
      .at("sort=name&limit=2") { $0.replacing(#""n13"#, #""N13"#) }, "passed"),
  ]

  @Test(arguments: numbers + booleans)
  func `numbers and booleans are values as well`(reading: TableRow) async {
    await reading.about("filters")
  }

  @Test(arguments: orders)
  func `rows stand in the order that was asked for`(reading: TableRow) async {
    await reading.about("paging")
  }
}

extension TableRow {
  /// Expects the verdict of the case that the row is about, of a level.
  func about(_ level: String) async {
    await TableRow(
      testDescription, on: paper, of: "\(level).\(about ?? "")", deviation, verdict, place: place
    ).expect()
  }
}
