// SPDX-License-Identifier: Apache-2.0
// Data only: why each rule matters to a client, and what usually mends a server that breaks it.

/// What a person wants to know of a rule that a server has broken.
struct RuleGuidance {
  /// What goes wrong for a client where the rule is broken.
  var why: String
  /// Where to look first in the server.
  var mend: String

  private init(_ why: String, mend: String) {
    self.why = why
    self.mend = mend
  }

  static let catalog: [String: RuleGuidance] = [
    "status-200": RuleGuidance(
      "A client that sends a documented request and gets anything else has no list at all.",
      mend: "Repeat the request as the report writes it and read the server's log beside the "
        + "request id; a status of 401 or 403 says that the credentials are to blame."),
    "content-type-json": RuleGuidance(
      "Client libraries choose the decoder by Content-Type; with another one they hand out text.",
      mend: "Set Content-Type: application/json where the body is written, also in front of it."),
    "well-formed-json": RuleGuidance(
      "One byte that is not JSON makes the whole page unreadable.",
      mend: "Write bodies with a serializer, in UTF-8 without a byte-order mark, to the end."),
    "unique-names": RuleGuidance(
      "Which of two members of one name counts differs from parser to parser.",
      mend: "Look for a member that is written once by the type and once by hand."),
    "paired-surrogates": RuleGuidance(
      "Half of a surrogate pair is no character: many decoders refuse the whole body.",
      mend: "Cut text by characters and not by UTF-16 units before it is escaped."),
    "required-field": RuleGuidance(
      "Typed clients fail on the first row without the member, and show none of the others.",
      mend: "Write the member even if its value is empty; look for an `omitempty` or its like."),
    "value-is-integer": RuleGuidance(
      "3.0, \"3\" and 3e0 are no integers to typed clients, nor is what needs more than 64 bits.",
      mend: "Keep the value an integer all the way; languages with one number type write 3.0."),
    "value-is-boolean": RuleGuidance(
      "\"true\" and 1 are no booleans: typed clients refuse the page.",
      mend: "Write the JSON word true or false instead of a text or a number."),
    "value-is-string": RuleGuidance(
      "Another kind, an empty text or another form breaks what clients do with the value.",
      mend: "Quote the value, and fill it from the column that the contract speaks of."),
    "value-in-enum": RuleGuidance(
      "Clients switch over the documented words; an unknown one ends in their default branch.",
      mend: "Map inner states to the documented words, in their spelling and case."),
    "value-is-timestamp": RuleGuidance(
      "Clients parse times by RFC 3339; anything else is an error or, worse, another time.",
      mend: "Format with the standard's formatter in UTC, at most nine digits of fraction."),
    "value-is-object": RuleGuidance(
      "A client that reads a member of the value finds none in another kind.",
      mend: "Serialize the structure itself, not its textual form."),
    "value-is-array": RuleGuidance(
      "null or an object instead of the list breaks every loop over the rows.",
      mend: "Write [] for no rows; a nil slice or collection is often written as null."),
    "value-has-accepted-form": RuleGuidance(
      "The value comes in several documented forms; any other one is read by nobody.",
      mend: "Send the object itself, or its text as one string of valid JSON."),
    "undocumented-field": RuleGuidance(
      "A member nobody documented may vanish with the next release; one in another case is a typo.",
      mend: "Document it, or compare its spelling with the member that the finding names."),
    "request-id": RuleGuidance(
      "Without a request id nobody can find a request of yesterday in the server's log.",
      mend: "Set X-Request-Id where requests come in, on errors as well."),
    "whole-answer": RuleGuidance(
      "An answer that breaks off looks like a network fault, and clients retry for ever.",
      mend: "Compare Content-Length with what is written; look for a handler that dies midway."),
    "plain-http": RuleGuidance(
      "Two lengths or bytes behind the end let two readers see two different answers.",
      mend: "Look at the proxy in front: it adds fields, joins bodies or compresses unasked."),
    "default-page-size": RuleGuidance(
      "Clients that send no limit count on the documented page size when they go on.",
      mend: "Apply the documented default where limit is missing."),
    "page-within-limit": RuleGuidance(
      "Clients that size a buffer or a table by limit lose the rows beyond it.",
      mend: "Apply limit in the query itself, also beside filters and joins."),
    "full-pages": RuleGuidance(
      "Most clients stop at the first short page and never see the rows behind it.",
      mend: "Filter rows before they are cut into pages, not after."),
    "full-marker-pages": RuleGuidance(
      "A short page costs more requests, and clients that stop there lose rows.",
      mend: "Fill the page before it is sent; filter before cutting."),
    "rows-equal-total": RuleGuidance(
      "Progress bars, page counts and clients that stop at total are wrong by the difference.",
      mend: "Count with the same conditions as the rows are read with, in one transaction."),
    "total-is-constant": RuleGuidance(
      "A client that computes the number of pages from the first page reads too few or too many.",
      mend: "Count the whole list, not what is left behind the offset."),
    "total-covers-rows": RuleGuidance(
      "Clients that stop at total leave rows behind that were there.",
      mend: "Count what is listed; a total of the page or of another tenant is common."),
    "total-covers-page": RuleGuidance(
      "A total below the rows beside it contradicts itself in one answer.",
      mend: "Count by the filter, the order and the page of that very query, or by none."),
    "each-row-once": RuleGuidance(
      "A row that comes twice is processed twice, and mostly another one is missing.",
      mend: "Order by a key that is unique; equal sort keys move rows between pages."),
    "same-rows-for-every-limit": RuleGuidance(
      "What a client sees must not depend on the page size it asks for.",
      mend: "Order the list the same way for every limit, with a unique last key."),
    "same-request-is-answered": RuleGuidance(
      "A client that retries counts on being answered again.",
      mend: "Look for state that one request leaves behind, such as a cursor used up."),
    "same-request-same-page": RuleGuidance(
      "Nobody can page through a list that is shuffled with each request.",
      mend: "Order the list explicitly; replicas without a common order show this."),
    "offset-starts-at-row": RuleGuidance(
      "Rows are read twice or skipped where an offset counts anything but rows.",
      mend: "Take offset as a number of rows, not of pages, and count from 0."),
    "offset-behind-end": RuleGuidance(
      "Clients read until a page is empty; an error or old rows there never end.",
      mend: "Answer 200 with [] and the same total behind the end."),
    "offset-beyond-32-bits": RuleGuidance(
      "An offset that wraps around shows the first rows again.",
      mend: "Parse into 64 bits and refuse what does not fit with 400."),
    "offset-multiple-of-limit": RuleGuidance(
      "The page says that other offsets are refused; rounding them shows other rows.",
      mend: "Refuse such an offset with 400, or document that it is taken."),
    "any-offset": RuleGuidance(
      "Without the rule every offset is valid; rounding it repeats or skips rows.",
      mend: "Pass the offset on as it is."),
    "first-page-starts-list": RuleGuidance(
      "The request without parameters is the commonest, and its answer is taken for the beginning.",
      mend: "Take a missing offset for 0, a missing marker for none, and the order of every page."),
    "limit-alone": RuleGuidance(
      "Clients send a limit for the first page and no offset.",
      mend: "Take a missing offset for 0."),
    "offset-alone": RuleGuidance(
      "An offset without a limit has to use the default page size.",
      mend: "Take a missing limit for the documented default."),
    "rows-are-sorted": RuleGuidance(
      "Who asks for the newest first reads the first page only.",
      mend: "Sort the whole list before it is cut into pages, by the field that was asked for."),
    "marker-walk-ends": RuleGuidance(
      "A walk whose last page still names a marker never ends.",
      mend: "Leave next_marker out, empty or null on the last page."),
    "marker-comes-once": RuleGuidance(
      "A marker that comes again leads a client in circles.",
      mend: "Make the marker from the last row of the page, not of the first."),
    "marker-leads-to-rows": RuleGuidance(
      "A marker to an empty page costs a request and makes clients doubt the list.",
      mend: "Look one row ahead before a marker is written."),
    "link-leads-to-next-page": RuleGuidance(
      "A client that follows Link misses rows, or never comes to an end.",
      mend: "Write rel=next on every page but the last, with the parameters of the request."),
    "marker-survives-encoding": RuleGuidance(
      "HTTP libraries percent-encode query values; a marker read undecoded leads nowhere.",
      mend: "Decode the query value before it is compared."),
    "unknown-marker-is-refused": RuleGuidance(
      "The first page for a marker nobody gave is an endless loop for clients with a stale one.",
      mend: "Answer 400 to a marker that cannot be resolved."),
    "filter-keeps-value": RuleGuidance(
      "Who filters for one state and gets another acts on the wrong tasks.",
      mend: "Compare by equality with the documented word, in its case."),
    "filter-is-subset": RuleGuidance(
      "Rows that only a filter shows are invisible to everybody who does not filter.",
      mend: "Filter the same query that lists; look for a second data source or a cache."),
    "filters-add-up": RuleGuidance(
      "A row that no filter shows is never seen by clients that watch states.",
      mend: "Look for words that no filter knows, such as states added later."),
    "filter-and-paging-combine": RuleGuidance(
      "Filtered lists are long as well: pages of them have to join without gaps.",
      mend: "Apply filter, then offset and limit, in this order."),
    "filter-alone": RuleGuidance(
      "A filter has to mean the same without paging parameters.",
      mend: "Apply the filter in every code path, the default page included."),
    "filter-total": RuleGuidance(
      "Clients compute pages from total; of the whole list it sends them behind the end.",
      mend: "Count with the filter's condition."),
    "open-filter-keeps-value": RuleGuidance(
      "Who asks for a name and gets others acts on what was not meant.",
      mend: "Compare as the page says: by equality, or by a part of the text, in its case."),
    "open-filter-keeps-common-value": RuleGuidance(
      "A filter that works for the first row's value alone is no filter.",
      mend: "Compare every value; look for a default, or a cache, that is keyed without it."),
    "open-filter-keeps-all": RuleGuidance(
      "A row that has the value and is left out looks as if it were not there.",
      mend: "Compare with the stored value, all of it; look for a limit before the filter."),
    "open-filter-total": RuleGuidance(
      "Clients compute pages from total; of the whole list it sends them behind the end.",
      mend: "Count with the filter's condition."),
    "filters-combine": RuleGuidance(
      "Who narrows a list by two filters takes every row of it for one that has both.",
      mend: "Join all conditions by AND; look for a filter that another one replaces."),
    "unknown-value-is-refused": RuleGuidance(
      "A typo in a filter that shows the whole list makes a script act on everything.",
      mend: "Refuse unknown values with 400, or keep no row."),
    "hostile-value-is-refused": RuleGuidance(
      "Quotes or NUL that change an answer are an injection.",
      mend: "Bind values as parameters, never by joining text; limit their length."),
    "unlisted-filter-does-no-harm": RuleGuidance(
      "A parameter nobody documented must not change what a client sees by accident.",
      mend: "Ignore it or refuse it; do not fail on it."),
    "relation-holds": RuleGuidance(
      "Fields of one row contradict each other, so that one of them is wrong.",
      mend: "Write both in one transaction, from one source."),
    "counter-agrees": RuleGuidance(
      "A counter that says other than the list it counts makes one of them wrong.",
      mend: "Count when it is read, or in the transaction that changes the rows."),
    "object-is-its-row": RuleGuidance(
      "A list and its object that contradict each other leave clients to guess which is true.",
      mend: "Make both from one source; look for caches that only one of them has."),
    "same-row-everywhere": RuleGuidance(
      "One row told in two ways leaves clients to guess which one is true.",
      mend: "Serialize rows in one place for all pages and filters; look for stale caches."),
    "no-server-error": RuleGuidance(
      "A 5xx to bad input is a crash that anybody can cause.",
      mend: "Find the exception of the request id, and validate before use."),
    "bad-page-is-refused": RuleGuidance(
      "A client with a wrong limit or offset has to learn so instead of reading wrong rows.",
      mend: "Validate range and form of limit and offset; answer 400."),
    "missing-parameter-is-refused": RuleGuidance(
      "A client that forgets a required parameter has to learn so instead of reading a guess.",
      mend: "Check that the parameter is there before the list is read; answer 400."),
    "unknown-caller-is-refused": RuleGuidance(
      "Whoever has no valid credentials reads the list.",
      mend: "Check the credentials before the route is handled, the empty one included."),
    "foreign-project-is-refused": RuleGuidance(
      "One tenant reads the lists of another.",
      mend: "Compare the project of the token with that of the path, and answer 403."),
    "unknown-resource-is-not-found": RuleGuidance(
      "An empty list for what is not there hides typing errors for ever.",
      mend: "Look each part of the path up, and answer 404."),
    "misplaced-resource-is-not-found": RuleGuidance(
      "What is found under a parent that it does not belong to leaks between owners.",
      mend: "Look rows up by all ids of the path together."),
    "no-rows-of-another-parent": RuleGuidance(
      "A list that leaves out which instance or policy was asked for shows one owner's rows to all.",
      mend: "Ask the store with the last id of the path as well, and for lists of it too."),
    "error-shape": RuleGuidance(
      "Clients read error_code to decide; another shape is an unknown error to them.",
      mend: "Write errors in one place, and let the gateway pass them on."),
    "error-content-type-json": RuleGuidance(
      "Clients that decode errors by Content-Type show nothing of it.",
      mend: "Set Content-Type: application/json on errors too."),
    "token-is-not-repeated": RuleGuidance(
      "An answer ends up in logs and tickets; with the token in it anybody can use it.",
      mend: "Never put request headers into bodies, messages or other headers."),
    "no-stack-trace": RuleGuidance(
      "A stack trace tells an attacker what runs inside.",
      mend: "Log it beside the request id, and answer with a message."),
    "request-ids-differ": RuleGuidance(
      "An id that several answers share finds none of them.",
      mend: "Make a new id for each request instead of one for a process or connection."),
    "other-methods-are-refused": RuleGuidance(
      "A method that a read-only list takes may change data by accident.",
      mend: "Register GET alone; answer 405 with Allow, or 404."),
    "unprovokable-status": RuleGuidance(
      "The page documents a status that no request of a client brings about.",
      mend: "There is nothing to mend; the case says so and is skipped."),
    "quirk-vote": RuleGuidance(
      "The documentation contradicts itself, and clients are written for one of its sides.",
      mend: "There is nothing to mend; the result says which side the server takes."),
    "time-budget": RuleGuidance(
      "Answers that are late end in timeouts of clients.",
      mend: "Look at the slowest requests of the report and their phases."),
  ]

  static func of(_ rule: String) -> RuleGuidance? { catalog[rule] }
}
