// SPDX-License-Identifier: Apache-2.0
// An operation's literal as flat tables that a reader goes along while it goes over a body.

import Contract
import Wire

/// What a body of status 200 is read by, compiled once from an operation's literal.
///
/// A member name leads to a node, a node to the object inside it. All tables are plain values, so
/// that reading touches no reference count; they are written once, before anybody reads.
final class ResponseProgram: @unchecked Sendable {
  let operation: Contract.Operation
  /// The declared fields in document order, by their numbers.
  let fields: [DeclaredField]
  /// The member names, by the numbers of their nodes.
  let names: [String]
  /// The number of the object that each field belongs to, by the numbers of the fields.
  let holders: [Int]
  let tables: Tables
  let slotCount: Int
  /// The slots that are reset for each row; those before belong to the root.
  let rowSlots: Range<Int>
  /// The quirks that rows show, in the order of the row observations.
  let observedQuirks: [Quirk]
  let anchors: Anchors
  /// The fields whose words are counted, in the order of the anchors.
  let filterFields: [String]
  let layout: CountLayout
  let scratch = ScratchPool()

  deinit { tables.deallocate() }

  /// Nodes, objects, and the keys of the nodes with quotes and colon.
  struct Tables {
    let nodes: UnsafePointer<Node>
    let nodeCount: Int
    let objects: UnsafePointer<Object>
    let objectCount: Int
    let keys: UnsafePointer<UInt8>
    let words: UnsafePointer<WordTable>
    let wordCount: Int
    let relations: UnsafePointer<RowRelation>
    let relationCount: Int
    let observations: UnsafePointer<RowObservation>
    let observationCount: Int
    /// The slots of the fields that filters speak of.
    let filters: UnsafePointer<Int>
    let filterCount: Int
    /// The slots of the times of which an order is observed.
    let orders: UnsafePointer<Int>
    let orderCount: Int
    /// The slots of the times whose digits are observed, each with the place of its observation.
    let times: UnsafePointer<(number: Int, slot: Int)>
    let timeCount: Int

    init(_ compiler: ProgramCompiler) {
      nodes = Self.copy(compiler.nodes)
      nodeCount = compiler.nodes.count
      objects = Self.copy(compiler.objects)
      objectCount = compiler.objects.count
      // A key is compared eight bytes at a time, so that behind the last there has to be room.
      keys = Self.copy(compiler.text + Array(repeating: 0, count: 8))
      words = Self.copy(compiler.words)
      wordCount = compiler.words.count
      relations = Self.copy(compiler.relations)
      relationCount = compiler.relations.count
      observations = Self.copy(compiler.observations)
      observationCount = compiler.observations.count
      filters = Self.copy(compiler.anchors.filters)
      filterCount = compiler.anchors.filters.count
      orders = Self.copy(compiler.anchors.orders.map(\.slot))
      orderCount = compiler.anchors.orders.count
      let times = compiler.anchors.times.enumerated().flatMap { number, times in
        times.map { (number: number, slot: $0.slot) }
      }
      self.times = Self.copy(times)
      timeCount = times.count
    }

    private static func copy<Element>(_ elements: [Element]) -> UnsafePointer<Element> {
      let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
      memory.initialize(from: elements, count: elements.count)
      return UnsafePointer(memory)
    }

    func deallocate() {
      nodes.deallocate()
      objects.deallocate()
      keys.deallocate()
      UnsafeMutablePointer(mutating: words).deinitialize(count: wordCount)
      words.deallocate()
      for number in 0..<relationCount { relations[number].deallocate() }
      relations.deallocate()
      for number in 0..<observationCount { observations[number].deallocate() }
      observations.deallocate()
      filters.deallocate()
      orders.deallocate()
      times.deallocate()
    }
  }

  /// One member that a reader knows by name.
  struct Node {
    /// Where `"name":` stands in the text of the program.
    var key: TextRange
    var nameFingerprint: UInt64
    /// The number of the declared field; -1 for a member that is only looked for.
    var field: Int32 = -1
    var type = TypeCode.any
    /// How the value of a field whose presence is binding may be null: see ``Field/Nullability``.
    var isNullSilent = false
    /// The object inside the value, its elements or its text; -1 where nothing is known of it.
    var object: Int32 = -1
    /// The kind that elements of an array have; nil for any.
    var elementKind: JSONValue.Kind?
    /// Whether elements of that kind can be wrong, so that the check of the field looks at each.
    var judgesElements = false
    var range: ClosedRange<Int64> = .min ... .max
    /// The forms that a string has to have, a bit for each in the order of all forms.
    var forms: UInt8 = 0
    /// The table of words; -1 where nobody compares the value with any.
    var words: Int32 = -1
    /// Where the counts of the field's words begin; -1 where none are counted.
    var firstWordCount: Int32 = -1
    /// Whether words are a rule of the field, and how many of the first ones need no finding.
    var hasWords = false
    var documentedWords: Int32 = 0
    var slot: Int32 = -1
    /// Whether its text is read as an instant.
    var isInstant = false
    var isRows = false
    var mayBePlain = false
    var mayBeText = false
    var mayBeObject = false

    /// Whether somebody asks what a text inside text is; text of the body is always looked into.
    var looksInsideText: Bool { object >= 0 || slot >= 0 || type == .document }
  }

  enum TypeCode: UInt8 {
    case any, integer, boolean, string, timestamp, object, array, document
  }

  struct TextRange {
    var start: Int32
    var count: Int32
  }

  /// The members that are known of one object, declared ones first.
  struct Object {
    var nodes: Range<Int32>
    /// The bits of the declared members.
    var declared: UInt64 = 0
    /// Its place among the counts of objects.
    var number: Int32 = 0
    /// The slots of its members and of what is inside them.
    var slots: Range<Int32> = 0..<0
  }

  /// Where the parts of the envelope are found among the slots; -1 where there is no such part.
  struct Anchors {
    var total = -1
    var marker = -1
    var identity = -1
    var rootIdentity = -1
    /// The slots of the fields that filters speak of, in the order of the filters.
    var filters: [Int] = []
    /// The slots of root members that an observation is about, by their paths.
    var roots: [FieldPath: Int] = [:]
    /// The times of which an order is observed.
    var orders: [(path: FieldPath, slot: Int)] = []
    /// The slots of the times whose digits are observed, by the place of the observation.
    var times: [[(slot: Int, name: String)]] = []
  }

  init(_ operation: Contract.Operation, pathValue: @escaping (String) -> String?) {
    var compiler = ProgramCompiler(operation, pathValue: pathValue)
    compiler.compile()
    self.operation = operation
    fields = compiler.fields
    names = compiler.names
    holders = compiler.holders
    tables = Tables(compiler)
    slotCount = compiler.slotPaths.count
    rowSlots = compiler.rootSlotCount..<compiler.slotPaths.count
    observedQuirks = compiler.observedQuirks
    anchors = compiler.anchors
    filterFields = operation.countedFields
    layout = compiler.layout
  }
}

extension Contract.Operation {
  /// The fields whose values are counted row by row: the state, those that filters and orders speak of,
  /// and those that count the rows of another list.
  var countedFields: [String] {
    let counters = relations.compactMap { relation -> String? in
      if case .counts(let field, _, _, _, _) = relation.kind { field } else { nil }
    }
    let all =
      [stateField].compactMap(\.self) + (filters + openFilters).flatMap(\.fields)
      + orders.map(\.field) + counters
    return all.enumerated().filter { all.firstIndex(of: $0.element) == $0.offset }.map(\.element)
  }

  /// The field whose word says whether a row is final.
  var settlingField: String? { stateField ?? filters.first?.filters }
}

/// Where the counts of one reading stand in a flat array.
struct CountLayout: Sendable {
  let objects: Int
  let fields: Int
  /// The places of each row observation, one for each side and one for none.
  let observations: [Int]
  let relations: Int
  /// The places of each field's counted words.
  private let words: [Int]
  let count: Int

  /// - Parameter words: How many words of each field are counted.
  init(objects: Int, words: [Int], relations: Int, observations: [RowObservation]) {
    self.objects = objects
    fields = words.count
    self.relations = relations
    var next = objects + 2 * fields + relations
    self.words = words.map { count in
      defer { next += count }
      return next
    }
    self.observations = observations.map { observation in
      defer { next += observation.sideCount + 1 }
      return next
    }
    count = next
  }

  /// In how many of them the field is missing.
  @inline(__always)
  func missing(_ field: Int) -> Int { objects + field }
  /// In how many it is null where null is as good as missing.
  @inline(__always)
  func null(_ field: Int) -> Int { objects + fields + field }
  /// How often the field has the first of its counted words; the others stand behind.
  @inline(__always)
  func words(_ field: Int) -> Int { words[field] }
  /// On how many rows the relation was asserted.
  @inline(__always)
  func relation(_ number: Int) -> Int { objects + 2 * fields + number }
}

extension ValueType {
  /// The words that a string may have without a finding, where one rule lists them.
  var listedWords: [String] {
    guard case .string(let rules) = self else { return [] }
    let lists = rules.compactMap { rule -> [String]? in
      switch rule {
      case .oneOf(let words, _), .usually(let words, _): words
      case .form: nil
      }
    }
    // Of two lists, what is in one of them alone goes to the check.
    return lists.first?.filter { word in lists.allSatisfy { $0.contains(word) } } ?? []
  }
}
