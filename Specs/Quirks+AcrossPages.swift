// SPDX-License-Identifier: Apache-2.0
// Data only: the ledger of what pages say differently from each other, or all leave open.

import Contract

extension Quirk {
  /// What concerns every page in the same way.
  static let everywhere: [Quirk] = [
    .quirk(
      "enum-separator-grammar",
      section: "request and response tables",
      table: "lists of values have commas, Chinese commas, or colons with explanations",
      others: [.openAPI("lists of values")],
      holds: .note,
      "the words are the values, whatever stands between them",
      seen: .onThePage("the text of each list")),
    .quirk(
      "optional-fields-never-marked",
      section: "response tables",
      table: "no column says which fields are mandatory",
      example: "fields of the tables are absent",
      others: [.openAPI("lists of required fields")],
      holds: .must,
      "the OpenAPI document's lists are taken, softened where servers are known to deviate",
      seen: .onThePage("the heads of the response tables")),
    .quirk(
      "integer-width-unspecified",
      section: "response tables",
      table: "Integer",
      example: "numbers near 2^31",
      others: [.sdk("32 bits in Go and Java"), .harbor("64 bits")],
      holds: .must,
      "an integer has up to 64 bits; a fraction or a string is none",
      seen: .onThePage("no type has a width")),
    .quirk(
      "list-key-collision",
      section: "response, status 200",
      table: "jobs and tasks hold rows of five different kinds",
      example: "jobs or tasks",
      others: [.openAPI("Job, JobDetail, Task, GcTask, TaskDetail")],
      holds: .must,
      "an operation, not a key, says what a row is",
      seen: .onThePage("the keys of the lists")),
    .quirk(
      "model-name-generic",
      section: "response tables",
      table: "Job and JobDetail, Task and TaskDetail have little to do with each other",
      others: [.sdk("the same names")],
      holds: .note,
      "names of types are not on the wire",
      seen: .onThePage("the names of the types")),
    .quirk(
      "timestamp-names-differ",
      section: "response tables",
      table: "times are called created_at, start_time or creation_time",
      example: "as the page's own table",
      others: [.harbor("creation_time, start_time")],
      holds: .must,
      "each page's own names hold",
      seen: .onThePage("the names of the times")),
    .quirk(
      "error-table-three-fields-only",
      section: "response, status 400 to 500",
      table: "error_code, error_msg and encoded_authorization_message; no example",
      others: [
        .page("api-swr2/ErrorCode.html", "also errors and details"),
        .page("API gateway", "also request_id"),
        .harbor("errors, a list; code and message on other routes"),
        .page("swr_02_0024.html", "an array of errorCode, errorMessage and detail"),
      ],
      holds: .must,
      "error_code and error_msg are required; the shapes of other layers are warnings",
      seen: .observed(
        .errorShape(of: .any),
        [
          .table("three-fields", ["documented"]), .other("gateway"), .other("longer"),
          .other("identity"), .other("harbor"), .other("code-and-message", ["plain"]),
          .other("older-gateway", ["array"]),
        ])),
    .quirk(
      "encoded-auth-message-everywhere",
      section: "response, status 400 to 500",
      table: "encoded_authorization_message is listed for every error",
      others: [.page("api-swr2/ErrorCode.html", "only where an authorization fails")],
      holds: .note,
      "it is optional, and out of place where nobody was refused",
      seen: .observed(
        .errorMember("encoded_authorization_message"),
        [.other("refusals-only", ["absent"]), .table("every-error", ["present"])])),
    .quirk(
      "error-code-pattern-undocumented",
      section: "response, status 400 to 500",
      table: "error_code is a string",
      others: [
        .terraform("SWR. and six digits"),
        .page("api-swr2/ErrorCode.html", "SVCSTG.SWR. and seven digits"),
        .page("API gateway", "APIGW. and four digits"),
      ],
      holds: .should,
      "a code of one of the three families is expected",
      seen: .observed(
        .errorCode,
        [
          .other("service", ["SWR"]), .other("gateway", ["APIGW", "APIG"]),
          .other("platform", ["SVCSTG.SWR"]), .table("any-text", ["other", "IAM"]),
        ])),
    .quirk(
      "unauthenticated-shape",
      section: "response, status 401",
      table: "the three fields of every error",
      others: [.page("API gateway", "APIGW.0301 with request_id"), .suite("the identity service")],
      holds: .should,
      "401 with any known shape",
      seen: .observed(
        .errorShape(of: .unauthenticated),
        [.table("three-fields", ["documented"]), .other("gateway"), .other("identity")])),
    .quirk(
      "undocumented-status-codes",
      section: "status codes",
      table: "200, 400, 401, 403, 404 and 500",
      others: [
        .harbor("also 405, 408, 409, 422"), .page("API gateway", "also 429, 502, 503, 504"),
      ],
      holds: .note,
      "a client meets more codes than the page lists",
      seen: .unseen("no request brings them about on purpose")),
    .quirk(
      "response-headers-undocumented",
      section: "response",
      table: "no header field is listed",
      others: [.sdk("X-Request-Id is read from every answer")],
      holds: .should,
      "X-Request-Id is expected, and Content-Type is JSON",
      seen: .observed(
        .header("X-Request-Id"), [.other("request-id", ["present"]), .table("none", ["absent"])])),
    .quirk(
      "x-auth-token-mandatory-vs-aksk",
      section: "request, header parameters",
      table: "X-Auth-Token is mandatory",
      example: "the SDK's samples sign with an access key and send no token",
      others: [.openAPI("required"), .sdk("a signature")],
      holds: .must,
      "either proves who is asking",
      seen: .onThePage("the header's row, beside the samples")),
    .quirk(
      "http-status-text-differs",
      section: "status codes",
      table: "the words for 200 differ from page to page",
      holds: .note,
      "the number counts",
      seen: .onThePage("the table of status codes")),
    .quirk(
      "unknown-extra-fields",
      section: "response, status 200",
      table: "the tables are closed",
      others: [.sdk("members of no known name are left out")],
      holds: .note,
      "one more field is told and harms nobody",
      seen: .observed(
        .extraMembers, [.table("closed", ["none"]), .other("additive", ["some"])])),
  ]

  /// What concerns every page whose list is read with offset and limit.
  static let onOffsetPages: [Quirk] = [
    .quirk(
      "offset-limit-together-ambiguous",
      section: "request, offset and limit",
      table: "the two must be used together, yet each has a default",
      others: [.terraform("always sends both"), .openAPI("neither is required")],
      holds: .should,
      "either alone is taken",
      seen: .observed(
        .status(of: .query([.init("limit", "3")])),
        [.other("each-alone", ["200", "200 empty"]), .table("together-only", ["400"])])),
    .quirk(
      "limit-minimum-undocumented",
      section: "request, limit",
      table: "only a maximum is told",
      others: [.openAPI("minimum 1"), .harbor("422, or a limit that is moved into the range")],
      holds: .should,
      "a limit of 0 is refused with 400; clamping it is tolerated",
      seen: .observed(
        .status(of: .query([.init("limit", "0")])),
        [.other("400"), .other("422"), .table("clamped", ["200", "200 empty"])])),
    .quirk(
      "offset-minimum-undocumented",
      section: "request, offset",
      table: "no minimum is told",
      others: [.suite("a negative offset is refused"), .harbor("422")],
      holds: .should,
      "a negative offset is refused with 400",
      seen: .observed(
        .status(of: .query([.init("offset", "-1")])),
        [.other("400"), .other("422"), .table("taken", ["200", "200 empty"])])),
    .quirk(
      "offset-past-end",
      section: "request, offset",
      table: "nothing is said of an offset behind the end",
      others: [
        .terraform("reads on until a page is empty"), .harbor("null for a list of nothing"),
      ],
      holds: .must,
      "an empty list; null is a warning, a refusal breaks the vendor's own client",
      seen: .observed(
        .status(of: .query([.init("limit", "100"), .init("offset", "2000000000")])),
        [
          .other("empty-list", ["200 empty"]), .other("null-list", ["200 null"]),
          .table("refused", ["400", "404", "416", "422"]),
        ])),
    .quirk(
      "page-stale",
      section: "date",
      table: "the page is of August 2025 or without a date",
      others: [.page("the current page", "has authorization, and more lists of values")],
      holds: .note,
      "the newer page is a source of its own",
      seen: .onThePage("the date")),
    .quirk(
      "method-name-missing",
      section: "title",
      table: "the operation's name stands in the samples only",
      others: [.openAPI("operationId")],
      holds: .note,
      "the name is the SDK's",
      seen: .onThePage("the class names of the samples")),
  ]

  /// What concerns every page whose path names a policy or an execution.
  static let onPagesOfPolicies: [Quirk] = [
    .quirk(
      "sdk-sample-not-compilable",
      section: "SDK samples",
      table: "ids of the path are integers",
      example: "the samples have a name in braces where an integer belongs",
      holds: .note,
      "the samples are no source of values",
      seen: .onThePage("braces without quotes in the samples"))
  ]

  static let unknownInstance: Quirk = .quirk(
    "not-found-as-400",
    section: "response, status 404",
    table: "404 for what is not there",
    others: [.terraform("400 with SWR.400003 for a policy that is gone"), .suite("an empty list")],
    holds: .must,
    "404 is documented; 400 with a code of the service is tolerated, an empty list is not",
    seen: .observed(
      .status(of: .unknown("instance_id")),
      [.table("404"), .other("400"), .other("empty-list", ["200 empty"])]))

  static let nulls: Quirk = .quirk(
    "null-instead-of-missing",
    section: "response, status 200",
    table: "no field is said to be null",
    others: [.harbor("pointers of Go are null or left out")],
    holds: .should,
    "null is as good as absence, and a warning where a field is required",
    seen: .observed(.nulls, [.table("no-nulls", ["none"]), .other("nulls", ["some"])]))

  static func idType(rows: String) -> Quirk {
    .quirk(
      "id-type-differs",
      section: "response, status 200, and the example",
      table: "id is a string on the page of instance jobs and an integer on the others",
      example: "as the tables",
      holds: .must,
      "each page's own type holds",
      seen: .heldBy("shape.\(rows).id"))
  }

  static func defaultLimit(own: Int, other: Int) -> Quirk {
    .quirk(
      "default-limit-differs",
      section: "request, limit",
      table: "the default is 100 on the page of instance jobs and 10 on the others",
      others: [.openAPI("the same"), .page("the other pages", "request, limit")],
      holds: .must,
      "each page's own default holds",
      seen: .observed(.defaultSize([10, 100]), [.table("\(own)"), .other("\(other)")]))
  }

  static func offsetMultiple(isDemanded: Bool) -> Quirk {
    let anyOffset = ["200", "200 empty"]
    let query = [Observable.Query("limit", "10"), .init("offset", isDemanded ? "5" : "1")]
    return .quirk(
      "offset-multiple-rule-differs",
      section: "request, offset",
      table: "three pages want 0 or a multiple of limit, that of instance jobs does not",
      others: [
        .openAPI("the same"), .harbor("pages have numbers, so only multiples can be told"),
      ],
      holds: .should,
      "each page's own rule holds",
      seen: .observed(
        .status(of: .query(query)),
        isDemanded
          ? [.table("multiples-only", ["400"]), .other("any-offset", anyOffset)]
          : [.table("any-offset", anyOffset), .other("multiples-only", ["400"])]))
  }

  /// - Parameter example: What the page's example shows: a number of digits, or `varied`.
  static func fractionDigits(of fields: [String], example: String) -> Quirk {
    let forms = [
      ("varied", "varied"), ("6-digits", "6"), ("whole-seconds", "0"), ("milliseconds", "3"),
    ]
    return .quirk(
      "timestamp-format-undocumented",
      section: "response, status 200, and the example",
      table: "times are strings",
      example: "RFC 3339 in UTC, with 6, 5 or no digits of fraction, page by page",
      others: [
        .harbor("zeros at the end of a fraction are left out; three digits from 2.2"),
        .standard("RFC 3339", "section 5.6"),
      ],
      holds: .must,
      "an RFC 3339 instant with 0 to 9 digits of fraction",
      seen: .observed(
        .fractionDigits(fields),
        forms.map { name, sign in
          sign == example ? .example(name, [sign]) : .other(name, [sign])
        }))
  }

  static func statusWords(in field: FieldPath, _ sides: [Side]) -> Quirk {
    .quirk(
      "status-vocabularies-inconsistent",
      section: "request, status, and response, status 200",
      table: "three lists of words, and none on the page of replication tasks",
      example: "words of a fourth family on the page of webhook jobs",
      others: [.harbor("the job service, replication and notifications each have their own")],
      holds: .should,
      "each page's own words are expected; known words of another family are warnings",
      seen: .observed(.field(field, .value), sides))
  }
}

extension Side {
  /// The families that the state of a policy's tasks may be told in.
  static func families(own: Side) -> [Side] {
    [
      own, .other("job-service-words", SpecWords.jobService),
      .other("lower-case-words", SpecWords.notificationJob),
    ]
  }
}
