// SPDX-License-Identifier: Apache-2.0
// Puts what is not as declared into words; nothing here is done for an answer that keeps its contract.

import Contract
import Digests
import Wire

extension BodyReader {
  /// Hands a value to the check of its field; one that came there before is only counted.
  @inline(never)
  mutating func judge(_ node: UnsafePointer<Node>, _ range: Range<Int>, isNull: Bool) {
    let number = Int(node.pointee.field)
    let raw = UnsafeBufferPointer(start: scanner.bytes + range.lowerBound, count: range.count)
    let key = Fingerprint.combine(UInt64(number), Self.fingerprint(raw))
    if let known = judged[key] {
      for (place, received) in known { sheet.repeats(place, of: .value(number), received) }
      return
    }
    let field = program.fields[number].field
    guard let value = value(in: range) else { return }
    let span = textSpan ?? range
    var context = FieldCheckContext(field: field, pointer: pointer, bytes: span)
    if isNull {
      context.lookAtNull(value)
    } else if let judge = FieldRule.of(field)?.judge {
      judge(&context, value)
    }
    let places = context.faults.map { (place: note($0, of: .value(number)), received: $0.received) }
    if judged.count < 256 { judged[key] = places }
  }

  /// Counts a time of another zone, where the first one of the field has been judged.
  mutating func noteOffset(_ node: UnsafePointer<Node>, _ range: Range<Int>) {
    let number = Int(node.pointee.field)
    guard let place = offsets[node.pointee.field] else {
      judge(node, range, isNull: false)
      offsets[node.pointee.field] = sheet[.value(number)].firstIndex {
        $0.kind == FieldRule.offsetKind
      }
      return
    }
    let raw = UnsafeBufferPointer(start: scanner.bytes + range.lowerBound, count: range.count)
    sheet.repeats(place, of: .value(number), Finding.Received(value: raw))
  }

  /// Takes a fault in, with what stands around it if it is the first of its kind.
  @discardableResult
  mutating func note(_ fault: Fault, of site: RuleSite) -> Int {
    sheet.note(fault, of: site) { [body] in
      Finding.Excerpt(of: body, around: fault.location.bytes)
    }
  }

  /// Notes the declared members that an object lacks.
  @inline(never)
  mutating func noteMissing(
    _ missing: UInt64, of known: ResponseProgram.Object, _ range: Range<Int>
  ) {
    let isLacking = known.nodes.enumerated().allSatisfy { place, node in
      let number = Int(nodes[Int(node)].field)
      return missing & (1 << UInt64(place)) != 0 || !program.fields.indices.contains(number)
        || program.fields[number].field.presence == .optional
    }
    let declared = known.nodes.map { Int(nodes[Int($0)].field) }
      .filter(program.fields.indices.contains).map { program.fields[$0].field.name }
    for (place, node) in known.nodes.enumerated() where missing & (1 << UInt64(place)) != 0 {
      let number = Int(nodes[Int(node)].field)
      counts[program.layout.missing(number)] += 1
      let field = program.fields[number].field
      guard field.presence != .optional, let object = value(in: range) else { continue }
      let location = AnswerLocation(pointer: pointer.appending(field.name), bytes: textSpan)
      note(
        Fault(
          missing: field, in: object, lacksAll: isLacking, beside: declared, at: location),
        of: .presence(number))
    }
  }

  /// Notes a member that no table lists.
  @inline(never)
  mutating func noteStranger(_ member: Member, _ end: Int) {
    let received = Finding.Received(
      value: UnsafeBufferPointer(start: scanner.bytes + member.value, count: end - member.value))
    let way = wayFingerprint
    if let known = strangers[way] {
      return sheet.repeats(known, of: .undocumented, received)
    }
    let name = String(decoding: member.name, as: UTF8.self)
    let place = path
    let beside = program.fields.filter { place.siblings == $0.ancestors.map(\.field.name) }
    strangers[way] = note(
      Fault(
        undocumented: place.title, name: name, beside: beside.map(\.field.name),
        received: received, at: AnswerLocation(pointer: pointer, bytes: textSpan ?? member.key)),
      of: .undocumented)
  }

  /// What stands for the member names on the way to the value that is read now.
  private var wayFingerprint: UInt64 {
    (0..<depth).reduce(0x57AE) { way, place in
      let frame = frames[place]
      return Fingerprint.combine(way, frame.index >= 0 ? 1 : Self.fingerprint(frame.name))
    }
  }

  /// Notes names that stand in an object more than once.
  @inline(never)
  mutating func note(_ twins: [Range<Int>]) {
    if let textSpan {
      let name = raw(twins[0])
      return noteTwin(
        .warning, "\(pointer) holds an object in which \(name) stands more than once", name,
        AnswerLocation(pointer: pointer, bytes: textSpan), kind: "")
    }
    for twin in twins {
      let place = pointer.appending(value(in: twin)?.string ?? "")
      noteTwin(
        .error, "\(place) stands there more than once", raw(twin),
        AnswerLocation(pointer: place, bytes: twin), kind: raw(twin))
    }
  }

  private mutating func noteTwin(
    _ severity: Severity, _ summary: String, _ name: String, _ location: AnswerLocation,
    kind: String
  ) {
    note(
      Fault(
        severity: severity, summary: summary, expected: "one member of the name",
        received: Finding.Received("\(name) again"), kind: kind, location: location),
      of: .uniqueNames)
  }

  // MARK: what is read now

  private func raw(_ range: Range<Int>) -> String {
    String(
      decoding: UnsafeBufferPointer(start: scanner.bytes + range.lowerBound, count: range.count),
      as: UTF8.self)
  }

  /// A part of what is read now as a document of its own.
  private func value(in range: Range<Int>) -> JSONValue? {
    let part = UnsafeBufferPointer(start: scanner.bytes + range.lowerBound, count: range.count)
    return (try? JSONDocument(parsing: Array(part)))?.root
  }

  /// The pointer to the value that is read now.
  private var pointer: JSONPointer {
    JSONPointer(
      (0..<depth).map { place in
        let frame = frames[place]
        return frame.index >= 0 ? "\(frame.index)" : String(decoding: frame.name, as: UTF8.self)
      })
  }

  /// The way to the value that is read now, as tables of fields have it.
  private var path: (title: String, siblings: [String]) {
    var title = ""
    var names: [String] = []
    for place in 0..<depth {
      let frame = frames[place]
      if frame.index >= 0 {
        title += "[]"
      } else {
        let name = String(decoding: frame.name, as: UTF8.self)
        title += (title.isEmpty ? "" : ".") + name
        names.append(name)
      }
    }
    return (title, Array(names.dropLast()))
  }
}

extension Finding.Received {
  /// The raw token of a value and its kind, cut before anything is decoded.
  init(value: UnsafeBufferPointer<UInt8>) {
    let most = 4 * Self.longest + 8
    let type = value.first.map { BodyReader.kind(of: $0).description }
    self.init(String(decoding: value.prefix(most), as: UTF8.self), type: type)
  }
}
