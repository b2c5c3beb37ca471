// SPDX-License-Identifier: Apache-2.0
// The places in answers where a declared field stands or should stand.

import Contract
import Wire

/// One object that has, or should have, a declared field.
struct FieldSite {
  let object: JSONValue
  let value: JSONValue?
  let location: BodyLocation

  /// The sites of a field in the 200 answers of some transcripts, each answer looked at once.
  static func all(of declared: DeclaredField, in transcripts: [Transcript]) -> [FieldSite] {
    answers(in: transcripts).flatMap { exchange, page in
      guard let root = exchange.root else { return [FieldSite]() }
      var holders = [Holder(object: root, pointer: .root, text: nil)]
      for ancestor in declared.ancestors {
        holders = holders.flatMap { $0.inside(ancestor.field) }
      }
      return holders.compactMap { $0.site(of: declared.field.name, exchange, page) }
    }
  }

  /// The answers of status 200, once each, with the number of their page.
  static func answers(in transcripts: [Transcript]) -> [(exchange: Exchange, page: Int?)] {
    var seen: Set<Probe.Request> = []
    return transcripts.flatMap { transcript in
      transcript.exchanges.enumerated().compactMap { index, exchange in
        guard exchange.response?.status == 200, seen.insert(exchange.request).inserted else {
          return nil
        }
        return (exchange, transcript.probe.traversal.limit == nil ? nil : index + 1)
      }
    }
  }
}

/// An object on the way to a field, perhaps one that was found inside a string.
private struct Holder {
  let object: JSONValue
  let pointer: JSONPointer
  /// The bytes of the string that holds the object as text.
  let text: Range<Int>?

  /// The objects inside a field of this one.
  func inside(_ field: Field) -> [Holder] {
    guard let value = object[field.name] else { return [] }
    let place = pointer.appending(field.name)
    switch field.type {
    case .array:
      return value.elements.enumerated().map { index, element in
        Holder(object: element, pointer: place.appending(index), text: text)
      }
    case .document where value.kind == .string:
      guard let document = EncodedObject(in: value)?.document else { return [] }
      return [Holder(object: document.root, pointer: place, text: text ?? value.span)]
    default:
      return [Holder(object: value, pointer: place, text: text)]
    }
  }

  func site(of name: String, _ exchange: Exchange, _ page: Int?) -> FieldSite? {
    guard object.kind == .object else { return nil }
    let value = object[name]
    let location = BodyLocation(
      exchange, page: page, pointer: pointer.appending(name), bytes: text ?? value?.span)
    return FieldSite(object: object, value: value, location: location)
  }
}
