// SPDX-License-Identifier: Apache-2.0
// The body of an answer is JSON as RFC 8259 has it, and nothing else.

import Contract
import Wire

extension Check {
  static let wellFormedJSON = answer(
    "well-formed-json", .shape, "The body of an answer of status 200 is an object of RFC 8259.",
    title: "the body is a JSON object", description: "the body is one JSON object",
    from: .standard("RFC 8259", "section 2"), about: { $0.status == 200 }
  ) { context, exchange, response, location in
    switch exchange.json {
    case .failure(let error):
      _ = context.assert(false)
      var location = location
      location.bytes = error.offset..<min(error.offset + 1, max(error.offset, response.body.count))
      context.fault(
        .error, "the body is not JSON: \(error)", expected: "one JSON object",
        received: Finding.Received(response.excerpt(around: error.offset)), at: location,
        kind: "\(error.reason)")
    case .success(let document):
      let kind = document.root.kind
      guard !context.assert(kind == .object) else { return }
      context.fault(
        .error, "the body is \(kind.withArticle)", expected: "object",
        received: Finding.Received(document.root), at: location, kind: "\(kind)")
    case nil:
      return
    }
  }

  static let uniqueNames = answer(
    "unique-names", .shape, "No object of an answer has one name twice.",
    title: "no object has one name twice", description: "names within an object are unique",
    from: .standard("RFC 8259", "section 4"), about: { $0.status == 200 },
    otherwise: .unreadable("no answer was JSON")
  ) { context, exchange, _, location in
    guard let root = exchange.root else { return }
    context.lookForTwins(in: root, location, at: .root)
  }

  static let pairedSurrogates = answer(
    "paired-surrogates", .shape, "No string of an answer has half of a surrogate pair.",
    title: "no string has half of a surrogate pair", .should,
    description: "text is Unicode, without halves of characters",
    from: .standard("RFC 8259", "section 8.2"), about: { $0.status == 200 },
    otherwise: .unreadable("no answer was JSON")
  ) { context, exchange, _, location in
    guard let document = try? exchange.json?.get() else { return }
    guard !context.assert(!document.hasLoneSurrogate) else { return }
    context.fault(
      .warning, "a string has half of a surrogate pair", expected: "whole characters",
      received: Finding.Received("an escape of U+D800 to U+DFFF alone"), at: location)
  }
}

extension CheckContext {
  fileprivate mutating func lookForTwins(
    in value: JSONValue, _ location: BodyLocation, at pointer: JSONPointer
  ) {
    if value.kind == .object {
      let twins = value.duplicateKeys
      _ = assert(twins.isEmpty)
      for twin in twins {
        let place = pointer.appending(twin.string ?? "")
        fault(
          .error, "\(place) stands there more than once", expected: "one member of the name",
          received: Finding.Received("\(twin.raw) again"),
          at: BodyLocation(
            location.exchange, page: location.page, pointer: place, bytes: twin.span),
          kind: twin.raw)
      }
      for member in value.members {
        lookForTwins(in: member.value, location, at: pointer.appending(member.name))
      }
    }
    for (index, element) in value.elements.enumerated() {
      lookForTwins(in: element, location, at: pointer.appending(index))
    }
    if let text = EncodedObject(in: value)?.document?.root {
      let twins = text.duplicateKeys
      guard !assert(twins.isEmpty) else { return }
      fault(
        .warning, "\(pointer) holds an object in which \(twins[0].raw) stands more than once",
        expected: "one member of the name", received: Finding.Received("\(twins[0].raw) again"),
        at: BodyLocation(
          location.exchange, page: location.page, pointer: pointer, bytes: value.span))
    }
  }
}

extension HTTPResponse {
  /// A line of the body around a byte, control characters made visible; `empty` for an empty body.
  func excerpt(around offset: Int) -> String {
    guard !body.isEmpty else { return "an empty body" }
    let start = max(0, min(offset, body.count - 1) - 20)
    let bytes = body[start..<min(body.count, start + 60)]
    let text = String(decoding: bytes, as: UTF8.self)
    return String(text.map { $0.isNewline || $0.unicodeScalars.first!.value < 32 ? "␣" : $0 })
  }
}
