// SPDX-License-Identifier: Apache-2.0
// A field that the documentation does not list is told, and never held against a server.

import Contract
import Wire

extension Check {
  static let undocumentedField = Check(
    "undocumented-field", .shape, "A field that the documentation does not list is noted."
  ) { planning, check in
    let fields = planning.operation.answer(200)?.body ?? []
    return [
      check.makeCase(
        planning, nil, "every field is one that the documentation lists", .note,
        clause: planning.operation.clause(
          "the answer has the listed fields", at: planning.operation.location),
        asks: .probes(planning.readings)
      ) { context, transcripts in
        for (exchange, page) in FieldSite.answers(in: transcripts) {
          guard let root = exchange.root else { continue }
          context.look(
            at: root, declared: fields, BodyLocation(exchange, page: page, pointer: .root))
        }
      }
    ]
  }
}

extension CheckContext {
  fileprivate mutating func look(
    at object: JSONValue, declared fields: [Field], _ location: BodyLocation, path: String = ""
  ) {
    for member in object.members {
      var location = location
      location.pointer = (location.pointer ?? .root).appending(member.name)
      location.bytes = member.key.span
      let memberPath = path.isEmpty ? member.name : "\(path).\(member.name)"
      if let field = fields.first(where: { $0.name == member.name }) {
        _ = assert()
        lookInside(member.value, field, location, path: memberPath)
      } else {
        noteUndocumented(member, beside: fields, location, path: memberPath)
      }
    }
  }

  private mutating func lookInside(
    _ value: JSONValue, _ field: Field, _ location: BodyLocation, path: String
  ) {
    guard !field.type.fields.isEmpty else { return }
    switch value.kind {
    case .object: look(at: value, declared: field.type.fields, location, path: path)
    case .array:
      for (index, element) in value.elements.enumerated() {
        var location = location
        location.pointer = (location.pointer ?? .root).appending(index)
        look(at: element, declared: field.type.fields, location, path: path + "[]")
      }
    case .string:
      guard let root = EncodedObject(in: value)?.document?.root else { return }
      look(at: root, declared: field.type.fields, location, path: path)
    case .number, .boolean, .null: return
    }
  }

  private mutating func noteUndocumented(
    _ member: JSONValue.Member, beside fields: [Field], _ location: BodyLocation, path: String
  ) {
    _ = assert()
    let twin = fields.first { member.name.isLookalike(of: $0.name) }
    let hint = twin.map { "; it differs from \($0.name) in nothing but case and underscores" } ?? ""
    fault(
      .note, "\(path) is not in the documentation\(hint)",
      expected: twin?.name ?? "a listed field", received: Finding.Received(member.value),
      at: location, kind: path)
  }
}
