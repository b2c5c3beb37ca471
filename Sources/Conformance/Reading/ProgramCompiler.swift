// SPDX-License-Identifier: Apache-2.0
// Turns the tree of an operation's literal into the tables of a program.

import Contract
import Wire

/// The tables of a ``ResponseProgram`` while they are written.
struct ProgramCompiler {
  let operation: Contract.Operation
  private(set) var fields: [DeclaredField] = []
  private(set) var nodes: [ResponseProgram.Node] = []
  private(set) var objects: [ResponseProgram.Object] = []
  private(set) var names: [String] = []
  private(set) var holders: [Int] = []
  private(set) var text: [UInt8] = []
  private(set) var words: [WordTable] = []
  private(set) var slotPaths: [FieldPath] = []
  private(set) var rootSlotCount = 0
  private(set) var relations: [RowRelation] = []
  private(set) var observations: [RowObservation] = []
  private(set) var observedQuirks: [Quirk] = []
  private(set) var layout = CountLayout(objects: 0, words: [], relations: 0, observations: [])
  private(set) var anchors = ResponseProgram.Anchors()
  private let pathValue: (String) -> String?
  private var tableOfSlot: [Int: Int] = [:]
  private let root = Watch()
  /// What is watched in a row; the root itself where the answer is one object.
  private let row: Watch

  /// A member that some rule looks at, and what is watched inside it.
  final class Watch {
    var slot = -1
    var isWatched = false
    var isRows = false
    /// Whether the text is read as an instant, whatever its field declares.
    var isInstant = false
    var words: [String] = []
    var children: [(name: String, watch: Watch)] = []

    func inside(_ names: some Sequence<String>) -> Watch {
      names.reduce(self) { watch, name in
        if let known = watch.children.first(where: { $0.name == name }) { return known.watch }
        let new = Watch()
        watch.children.append((name, new))
        return new
      }
    }

    /// The slots of what is inside, which have numbers in one row.
    var slotsInside: Range<Int32> {
      var numbers: [Int32] = []
      for (_, child) in children {
        if child.slot >= 0 { numbers.append(Int32(child.slot)) }
        numbers += Array(child.slotsInside)
      }
      guard let first = numbers.min(), let last = numbers.max() else { return 0..<0 }
      return first..<last + 1
    }
  }

  init(_ operation: Contract.Operation, pathValue: @escaping (String) -> String?) {
    self.operation = operation
    self.pathValue = pathValue
    row = operation.paging.isObject ? root : Watch()
  }

  mutating func compile() {
    fields = DeclaredField.all(in: operation)
    let paging = operation.paging
    if let anchor = paging.anchor { watch(root, anchor) }
    watch(root, FieldPath([paging.identity]))
    if !paging.isObject { root.inside(paging.rows.names).isRows = true }
    watch(row, FieldPath([paging.identity]))
    for field in operation.countedFields { watch(row, FieldPath(stringLiteral: field)) }
    for relation in operation.relations { watchRelation(relation) }
    let observables = operation.quirks.compactMap(\.observable)
    for observable in observables { watch(observable) }
    for quirk in operation.quirks { watchWords(of: quirk) }
    number(root, [])
    if !paging.isObject {
      rootSlotCount = slotPaths.count
      number(row, [])
    }
    anchor(observables)
    var next = 0
    _ = object(of: operation.answer(200)?.body ?? [], root, next: &next)
    relations = operation.relations.map(compiled)
    for quirk in operation.quirks {
      guard let observation = RowObservation(quirk, self) else { continue }
      observations.append(observation)
      observedQuirks.append(quirk)
    }
    let layout = CountLayout(
      objects: objects.count, words: fields.map(\.field.type.countedWords.count),
      relations: relations.count, observations: observations)
    for place in nodes.indices where nodes[place].field >= 0 {
      let field = Int(nodes[place].field)
      guard !fields[field].field.type.countedWords.isEmpty else { continue }
      nodes[place].firstWordCount = Int32(layout.words(field))
    }
    for number in observations.indices {
      observations[number].firstCount = layout.observations[number]
    }
    self.layout = layout
  }

  // MARK: what is watched

  @discardableResult
  private func watch(_ tree: Watch, _ path: FieldPath) -> Watch {
    let watch = tree.inside(path.names)
    watch.isWatched = true
    return watch
  }

  private func watchRelation(_ relation: Relation) {
    let watches = relation.fields.map { watch(row, FieldPath(stringLiteral: $0)) }
    switch relation.kind {
    case .notBefore: for watch in watches { watch.isInstant = true }
    case .zeroTimeWhileUnfinished(_, _, let words), .zeroTimeUntilFinished(_, _, let words):
      watches[0].isInstant = true
      watches[1].words += words
    case .code(_, _, let codes): watches[1].words += codes.keys.sorted()
    case .told(_, _, let words): watches[0].words += words
    default: break
    }
  }

  private func watch(_ observable: Observable) {
    switch observable {
    case .field(let path, let trait, let condition):
      let watch = watch(row, path)
      if trait == .zeroTime { watch.isInstant = true }
      if let condition {
        self.watch(row, FieldPath([condition.field])).words += condition.words
      }
    case .root(let path): watch(root, path)
    case .names(let names): for name in names { watch(row, FieldPath([name])) }
    case .prefix(let path, _): watch(row, path)
    case .order(let path): watch(row, path).isInstant = true
    case .pair(let left, let right):
      watch(row, left)
      watch(row, right)
    case .fractionDigits(let names):
      for name in names { watch(row, FieldPath([name])).isInstant = true }
    default: break
    }
  }

  private func watchWords(of quirk: Quirk) {
    guard case .field(let path, let trait, _)? = quirk.observable else { return }
    switch trait {
    case .value: watch(row, path).words += quirk.sides.flatMap(\.signs)
    case .among(let words): watch(row, path).words += words
    default: break
    }
  }

  private mutating func number(_ watch: Watch, _ path: [String]) {
    if watch.isWatched {
      watch.slot = slotPaths.count
      slotPaths.append(FieldPath(path))
    }
    for (name, child) in watch.children { number(child, path + [name]) }
  }

  /// The slot of a path in a row.
  func slot(_ path: FieldPath) -> Int { row.inside(path.names).slot }

  func slot(_ path: String) -> Int { slot(FieldPath(stringLiteral: path)) }

  /// The words with which the value of a slot is compared.
  func table(ofSlot slot: Int) -> WordTable? { tableOfSlot[slot].map { words[$0] } }

  /// The value that fills a gap of the path.
  func value(ofPath parameter: String) -> String? { pathValue(parameter) }

  private mutating func anchor(_ observables: [Observable]) {
    let paging = operation.paging
    if let path = paging.anchor {
      let slot = root.inside(path.names).slot
      if paging.isMarker { anchors.marker = slot } else { anchors.total = slot }
    }
    anchors.rootIdentity = root.inside([paging.identity]).slot
    anchors.identity = slot(FieldPath([paging.identity]))
    anchors.filters = operation.countedFields.map { slot($0) }
    for observable in observables {
      switch observable {
      case .root(let path): anchors.roots[path] = root.inside(path.names).slot
      case .order(let path): anchors.orders.append((path, slot(path)))
      case .fractionDigits(let names):
        anchors.times.append(names.map { (slot(FieldPath([$0])), $0) })
      default: break
      }
    }
  }

  private func compiled(_ relation: Relation) -> RowRelation {
    let slots = relation.fields.map(slot)
    let asked: String? =
      if case .echo(_, let parameter) = relation.kind { pathValue(parameter) } else { nil }
    return RowRelation(
      relation, slots: slots, tables: slots.map(table(ofSlot:)), asked: asked)
  }

  // MARK: the tables

  /// Writes the object of some fields, and answers its number.
  private mutating func object(of declared: [Field], _ watch: Watch, next field: inout Int) -> Int {
    let number = objects.count
    objects.append(ResponseProgram.Object(nodes: 0..<0, number: Int32(number)))
    let extra = watch.children.filter { child in !declared.contains { $0.name == child.name } }
    precondition(declared.count + extra.count <= 64, "an object has at most 64 declared fields")
    let first = nodes.count
    for field in declared { nodes.append(node(field.name)) }
    for (name, _) in extra { nodes.append(node(name)) }
    objects[number].nodes = Int32(first)..<Int32(nodes.count)
    objects[number].slots = watch.slotsInside
    objects[number].declared = declared.count == 64 ? .max : (1 << UInt64(declared.count)) - 1
    for (place, own) in declared.enumerated() {
      let inner = watch.children.first { $0.name == own.name }?.watch ?? Watch()
      nodes[first + place].field = Int32(field)
      holders.append(number)
      field += 1
      declare(own, first + place)
      attend(inner, first + place)
      let below = inner.isRows ? row : inner
      if !own.type.fields.isEmpty || !below.children.isEmpty {
        nodes[first + place].object = Int32(object(of: own.type.fields, below, next: &field))
      }
    }
    for (place, child) in extra.enumerated() {
      let place = first + declared.count + place
      attend(child.watch, place)
      let below = child.watch.isRows ? row : child.watch
      guard !below.children.isEmpty else { continue }
      var none = -1
      nodes[place].object = Int32(object(of: [], below, next: &none))
    }
    return number
  }

  private mutating func node(_ name: String) -> ResponseProgram.Node {
    let key = Array((JSONText.quote(name) + ":").utf8)
    defer {
      text += key
      names.append(name)
    }
    return ResponseProgram.Node(
      key: ResponseProgram.TextRange(start: Int32(text.count), count: Int32(key.count)),
      nameFingerprint: Array(name.utf8).withUnsafeBufferPointer(BodyReader.fingerprint))
  }

  private mutating func attend(_ watch: Watch, _ place: Int) {
    nodes[place].slot = Int32(watch.slot)
    nodes[place].isRows = watch.isRows
    nodes[place].isInstant = watch.isInstant
    let documented =
      nodes[place].field < 0 ? [] : fields[Int(nodes[place].field)].field.type.listedWords
    guard !documented.isEmpty || !watch.words.isEmpty else { return }
    nodes[place].words = Int32(words.count)
    if watch.slot >= 0 { tableOfSlot[watch.slot] = words.count }
    words.append(WordTable(documented + watch.words))
  }

  private mutating func declare(_ field: Field, _ place: Int) {
    nodes[place].isNullSilent = field.takesNullAsAbsent
    switch field.type {
    case .integer(let range, _):
      nodes[place].type = .integer
      if let range { nodes[place].range = range }
    case .boolean: nodes[place].type = .boolean
    case .timestamp: nodes[place].type = .timestamp
    case .object: nodes[place].type = .object
    case .array(let element):
      nodes[place].type = .array
      nodes[place].elementKind = element.kind
      nodes[place].judgesElements = element.isMoreThanKind
    case .document(let document):
      nodes[place].type = .document
      nodes[place].mayBeObject = document.forms.contains(.object)
      nodes[place].mayBeText = document.forms.contains(.text)
      nodes[place].mayBePlain = document.forms.contains(.plain)
    case .string(let rules):
      nodes[place].type = .string
      nodes[place].documentedWords = Int32(Set(field.type.listedWords).count)
      nodes[place].hasWords = rules.contains { if case .form = $0 { false } else { true } }
      for case .form(let form, _) in rules { nodes[place].forms |= form.bit }
    }
  }
}
