// SPDX-License-Identifier: Apache-2.0
// The body of an answer is JSON as RFC 8259 has it, and nothing else.

import Contract
import Wire

extension Check {
  static let wellFormedJSON = answer(
    "well-formed-json", .shape, "The body of an answer of status 200 is an object of RFC 8259.",
    title: "the body is a JSON object", description: "the body is one JSON object",
    from: .standard("RFC 8259", "section 2"), tells: .foreignPage, about: { $0.status == 200 }
  ) { context, _, response, location in
    if let fault = response.syntaxFault {
      _ = context.assert(false)
      var location = location
      (location.bytes, location.excerpt) = (fault.bytes, fault.excerpt)
      context.fault(
        .error,
        fault.encoding.map { "the body is \($0), and JSON travels as UTF-8" }
          ?? (response.isPageOfHTML
            ? "the body is a page of HTML" : "the body is not JSON: \(fault.error)"),
        expected: fault.encoding == nil ? "one JSON object" : "one JSON object in UTF-8",
        received: Finding.Received(fault.received), at: location, kind: "\(fault.error.reason)")
    } else if let facts = response.body?.facts, !context.assert(facts.rootKind == .object) {
      let inside = facts.isEncodedTwice ? " that holds the document" : ""
      context.fault(
        .error, "the body is \(facts.rootKind.withArticle)\(inside); the contract says object",
        expected: "object",
        received: facts.rootToken ?? Finding.Received(""), at: location,
        kind: "\(facts.rootKind)\(inside)")
    }
  }

  static let uniqueNames = answer(
    "unique-names", .shape, "No object of an answer has one name twice.",
    title: "no object has one name twice", description: "names within an object are unique",
    from: .standard("RFC 8259", "section 4"), about: { $0.status == 200 },
    otherwise: .unreadable("no answer was JSON")
  ) { context, reading, response, location in
    guard let body = response.body else { return }
    _ = context.assert(count: body.facts.objectCount)
    context.take(body.faults[.uniqueNames], in: reading, page: location.page)
  }

  static let pairedSurrogates = answer(
    "paired-surrogates", .shape, "No string of an answer has half of a surrogate pair.",
    title: "no string has half of a surrogate pair", .should,
    description: "text is Unicode, without halves of characters",
    from: .standard("RFC 8259", "section 8.2"), about: { $0.status == 200 },
    otherwise: .unreadable("no answer was JSON")
  ) { context, _, response, location in
    guard let facts = response.body?.facts else { return }
    guard !context.assert(!facts.hasLoneSurrogate) else { return }
    context.fault(
      .warning, "a string has half of a surrogate pair", expected: "whole characters",
      received: Finding.Received("an escape of U+D800 to U+DFFF alone"), at: location)
  }
}
