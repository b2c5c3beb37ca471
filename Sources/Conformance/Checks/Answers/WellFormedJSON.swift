// SPDX-License-Identifier: Apache-2.0
// The body of an answer is JSON as RFC 8259 has it, and nothing else.

import Contract
import Wire

extension Check {
  static let wellFormedJSON = answer(
    "well-formed-json", .shape, "The body of an answer of status 200 is an object of RFC 8259.",
    title: "the body is a JSON object", says: "the body is one JSON object",
    from: .standard("RFC 8259", "section 2"), about: { $0.status == 200 }
  ) { judgement, exchange, response, spot in
    switch exchange.json {
    case .failure(let error):
      _ = judgement.assert(false)
      var spot = spot
      spot.bytes = error.offset..<min(error.offset + 1, max(error.offset, response.body.count))
      judgement.fault(
        .error, "the body is not JSON: \(error)", expected: "one JSON object",
        received: Finding.Received(response.excerpt(around: error.offset)), at: spot,
        kind: "\(error.reason)")
    case .success(let document):
      let kind = document.root.kind
      guard !judgement.assert(kind == .object) else { return }
      judgement.fault(
        .error, "the body is \(kind.withArticle)", expected: "object",
        received: Finding.Received(document.root), at: spot, kind: "\(kind)")
    case nil:
      return
    }
  }

  static let uniqueNames = answer(
    "unique-names", .shape, "No object of an answer has one name twice.",
    title: "no object has one name twice", says: "names within an object are unique",
    from: .standard("RFC 8259", "section 4"), about: { $0.status == 200 },
    otherwise: .unreadable("no answer was JSON")
  ) { judgement, exchange, _, spot in
    guard let root = exchange.root else { return }
    judgement.lookForTwins(in: root, spot, at: .root)
  }

  static let pairedSurrogates = answer(
    "paired-surrogates", .shape, "No string of an answer has half of a surrogate pair.",
    title: "no string has half of a surrogate pair", .should,
    says: "text is Unicode, without halves of characters",
    from: .standard("RFC 8259", "section 8.2"), about: { $0.status == 200 },
    otherwise: .unreadable("no answer was JSON")
  ) { judgement, exchange, _, spot in
    guard let document = try? exchange.json?.get() else { return }
    guard !judgement.assert(!document.hasLoneSurrogate) else { return }
    judgement.fault(
      .warning, "a string has half of a surrogate pair", expected: "whole characters",
      received: Finding.Received("an escape of U+D800 to U+DFFF alone"), at: spot)
  }
}

extension Judgement {
  fileprivate mutating func lookForTwins(in value: JSONValue, _ spot: Spot, at pointer: JSONPointer)
  {
    if value.kind == .object {
      let twins = value.duplicateKeys
      _ = assert(twins.isEmpty)
      for twin in twins {
        let place = pointer.appending(twin.string ?? "")
        fault(
          .error, "\(place) stands there more than once", expected: "one member of the name",
          received: Finding.Received("\(twin.raw) again"),
          at: Spot(spot.exchange, page: spot.page, pointer: place, bytes: twin.span),
          kind: twin.raw)
      }
      for member in value.members {
        lookForTwins(in: member.value, spot, at: pointer.appending(member.name))
      }
    }
    for (index, element) in value.elements.enumerated() {
      lookForTwins(in: element, spot, at: pointer.appending(index))
    }
    if let text = EncodedObject(in: value)?.document?.root {
      let twins = text.duplicateKeys
      guard !assert(twins.isEmpty) else { return }
      fault(
        .warning, "\(pointer) holds an object in which \(twins[0].raw) stands more than once",
        expected: "one member of the name", received: Finding.Received("\(twins[0].raw) again"),
        at: Spot(spot.exchange, page: spot.page, pointer: pointer, bytes: value.span))
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
