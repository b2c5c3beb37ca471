// SPDX-License-Identifier: Apache-2.0
// Reads a body by walking its tree once for every rule: slow, plain, and only to be agreed with.

import Contract
import Wire

@testable import Conformance

/// What a body of status 200 shows, found without the reader.
///
/// Of the program only the numbers of things are used.
struct SlowReader {
  let program: ResponseProgram
  let pathValue: (String) -> String?
  private(set) var counts: [Int32]
  var facts = BodyFacts()
  var sheet = FaultSheet()
  var rows: [JSONValue] = []

  static func read(
    _ document: JSONDocument, by program: ResponseProgram, pathValue: @escaping (String) -> String?
  ) -> (reading: BodyReading, rows: [JSONValue]) {
    var reader = SlowReader(program: program, pathValue: pathValue)
    reader.read(document)
    let reading = BodyReading(
      program: program, counts: reader.counts, facts: reader.facts, faults: reader.sheet)
    return (reading, reader.rows)
  }

  private init(program: ResponseProgram, pathValue: @escaping (String) -> String?) {
    self.program = program
    self.pathValue = pathValue
    counts = Array(repeating: 0, count: program.layout.count)
  }

  private mutating func read(_ document: JSONDocument) {
    let root = document.root
    facts.rootKind = root.kind
    facts.hasLoneSurrogate = document.hasLoneSurrogate
    lookForTwins(in: root, at: .root, text: nil)
    guard root.kind == .object else {
      facts.rootToken = Finding.Received(root)
      return
    }
    readRoot(root)
    for declared in program.fields { read(declared, in: root) }
    lookForStrangers(in: root, program.operation.answer(200)?.body ?? [], .init())
    guard !program.operation.paging.isObject else {
      rows = [root]
      facts.beginRows(of: program)
      return readRows()
    }
    guard let list = root.value(at: program.operation.paging.rows) else { return }
    guard list.kind == .array else {
      facts.rows = list.isNull ? .null : .other
      return
    }
    rows = Array(list.elements)
    facts.beginRows(of: program)
    readRows()
  }

  mutating func count(_ place: Int, _ more: Int = 1) { counts[place] += Int32(more) }

  private mutating func readRoot(_ root: JSONValue) {
    let paging = program.operation.paging
    switch paging.style {
    case .numbers(_, .header), .numbers(_, .untold), .object: break
    case .offset(let path, _), .numbers(_, .field(let path)):
      let total = root.value(at: path)
      facts.root.total = total?.number?.int64
      facts.root.totalBytes = total?.span
    case .marker(let path):
      let text = root.value(at: path)?.string
      facts.root.marker = text?.isEmpty == false ? text : nil
    }
    facts.root.hasIdentity = root[paging.identity] != nil
    for quirk in program.operation.quirks {
      guard case .root(let path)? = quirk.observable else { continue }
      let value = root.value(at: path)
      facts.root.members[path] = SeenSide(
        sign: value?.form ?? "absent",
        received: value.map { Finding.Received($0) } ?? Finding.Received("no such member"),
        location: AnswerLocation(pointer: path.pointer, bytes: value?.span))
    }
  }

  // MARK: declared fields

  private mutating func read(_ declared: DeclaredField, in root: JSONValue) {
    var holders = [Holder(object: root, pointer: .root, text: nil)]
    for ancestor in declared.ancestors {
      holders = holders.flatMap { $0.inside(ancestor.field) }
    }
    holders = holders.filter { $0.object.kind == .object }
    counts[program.holders[declared.number]] = Int32(holders.count)
    for holder in holders { look(at: declared, in: holder) }
  }

  private mutating func look(at declared: DeclaredField, in holder: Holder) {
    let (field, layout) = (declared.field, program.layout)
    let pointer = holder.pointer.appending(field.name)
    guard let value = holder.object[field.name] else {
      count(layout.missing(declared.number))
      guard field.presence != .optional else { return }
      let way = declared.ancestors.map(\.field.name)
      let beside = program.fields.filter { $0.ancestors.map(\.field.name) == way }
      let lacksAll = beside.allSatisfy {
        $0.field.presence == .optional || holder.object[$0.field.name] == nil
      }
      let location = AnswerLocation(pointer: pointer, bytes: holder.text)
      let fault = Fault(
        missing: field, in: holder.object, lacksAll: lacksAll, beside: beside.map(\.field.name),
        at: location)
      sheet.note(fault, of: .presence(declared.number))
      return
    }
    var context = FieldCheckContext(
      field: field, pointer: pointer, bytes: holder.text ?? value.span)
    switch (value.isNull, field.null, field.presence) {
    case (false, _, _): FieldRule.of(field)?.judge(&context, value)
    case (true, .allowed, _), (true, .never, .optional): count(layout.null(declared.number))
    case (true, _, _): context.lookAtNull(value)
    }
    for fault in context.faults { sheet.note(fault, of: .value(declared.number)) }
  }

  /// An object on the way to a field, perhaps one that was found inside a string.
  private struct Holder {
    let object: JSONValue
    let pointer: JSONPointer
    /// The bytes of the string that holds the object as text.
    let text: Range<Int>?

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
  }

  // MARK: names

  /// Where an object was found: for pointers, for tables, and in which string.
  private struct Way {
    var pointer = JSONPointer.root
    var title = ""
    var text: Range<Int>?
  }

  private mutating func lookForStrangers(
    in object: JSONValue, _ fields: [Field], _ way: Way
  ) {
    for member in object.members {
      facts.memberCount += 1
      var inner = way
      inner.pointer = way.pointer.appending(member.name)
      inner.title += (way.title.isEmpty ? "" : ".") + member.name
      if let field = fields.first(where: { $0.name == member.name }) {
        lookInside(member.value, field.type.fields, inner)
      } else {
        sheet.note(
          Fault(
            undocumented: inner.title, name: member.name, beside: fields.map(\.name),
            received: Finding.Received(member.value),
            at: AnswerLocation(pointer: inner.pointer, bytes: way.text ?? member.key.span)),
          of: .undocumented)
      }
    }
  }

  private mutating func lookInside(_ value: JSONValue, _ fields: [Field], _ way: Way) {
    guard !fields.isEmpty else { return }
    switch value.kind {
    case .object: lookForStrangers(in: value, fields, way)
    case .array:
      for (index, element) in value.elements.enumerated() {
        var inner = way
        inner.pointer = way.pointer.appending(index)
        inner.title += "[]"
        lookForStrangers(in: element, fields, inner)
      }
    case .string:
      guard let root = object(inside: value) else { return }
      var inner = way
      inner.text = way.text ?? value.span
      lookForStrangers(in: root, fields, inner)
    case .number, .boolean, .null: return
    }
  }

  /// Looks for names that stand twice; what is inside an object is told before the object.
  private mutating func lookForTwins(
    in value: JSONValue, at pointer: JSONPointer, text: Range<Int>?
  ) {
    for member in value.members {
      lookForTwins(in: member.value, at: pointer.appending(member.name), text: text)
    }
    for (index, element) in value.elements.enumerated() {
      lookForTwins(in: element, at: pointer.appending(index), text: text)
    }
    if let text {
      guard let twin = value.duplicateKeys.first else { return }
      return noteTwin(
        .warning, "\(pointer) holds an object in which \(twin.raw) stands more than once",
        twin.raw, AnswerLocation(pointer: pointer, bytes: text), kind: "")
    }
    if value.kind == .object { facts.objectCount += 1 }
    for twin in value.duplicateKeys {
      let place = pointer.appending(twin.string ?? "")
      noteTwin(
        .error, "\(place) stands there more than once", twin.raw,
        AnswerLocation(pointer: place, bytes: twin.span), kind: twin.raw)
    }
    guard let inner = object(inside: value) else { return }
    facts.objectCount += 1
    lookForTwins(in: inner, at: pointer, text: value.span)
  }

  /// The object that a string holds as text; half a character in it counts like one of the body.
  private mutating func object(inside value: JSONValue) -> JSONValue? {
    guard let document = EncodedObject(in: value)?.document else { return nil }
    facts.hasLoneSurrogate = facts.hasLoneSurrogate || document.hasLoneSurrogate
    return document.root
  }

  private mutating func noteTwin(
    _ severity: Severity, _ summary: String, _ name: String, _ location: AnswerLocation,
    kind: String
  ) {
    sheet.note(
      Fault(
        severity: severity, summary: summary, expected: "one member of the name",
        received: Finding.Received("\(name) again"), kind: kind, location: location),
      of: .uniqueNames)
  }
}

extension FaultSheet {
  /// Notes a fault without what a reader of a report is shown of it.
  mutating func note(_ fault: Fault, of site: RuleSite) {
    _ = note(fault, of: site, excerpt: { nil })
  }
}
