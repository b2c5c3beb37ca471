// SPDX-License-Identifier: Apache-2.0
// One list of this registry as a value, or one row of it: where it is, how it is turned, what its rows are.

/// A list that this registry serves; what sets it apart from the others stands in a file of its own.
final class ListOperation: Sendable {
  /// The id of the operation, such as `ListGcTasks`.
  let id: String
  /// The word with which the names of its faults begin, such as `gc`.
  let word: String
  /// Where the list is found; the words in braces are keys of the registry's facts.
  let path: String
  /// The key of the array in the answer.
  let key: String
  let paging: Paging
  /// The parameters that pick rows.
  let filters: [Filter]
  /// The fields that `order_column` may name; empty where the list cannot be sorted.
  let columns: [String]
  /// The parameters of the query without which there is no answer.
  let required: [String]
  let rows: RowForm
  /// The list that has the row, where one row is the whole answer; nil for a list.
  let origin: ListOperation?
  /// The rows of the data file, cut once.
  let stencils: [Stencil]

  init(
    _ id: String, word: String, path: String, key: String, paging: Paging, filters: [Filter] = [],
    columns: [String] = [], required: [String] = [], rows: RowForm
  ) {
    self.id = id
    self.word = word
    self.path = path
    self.key = key
    self.paging = paging
    self.filters = filters
    self.columns = columns
    self.required = required
    self.rows = rows
    origin = nil
    stencils = RawObject.array(rows.data).map { Stencil($0, of: rows) }
  }

  /// What answers with one row of another list, as it stands there at the moment; the path ends with the
  /// fact that names it.
  init(_ id: String, word: String, path: String, of list: ListOperation) {
    self.id = id
    self.word = word
    self.path = path
    key = list.key
    paging = .object
    (filters, columns, required) = ([], [], [])
    var form = list.rows
    form.named = nil
    rows = form
    origin = list
    stencils = list.stencils
  }

  /// How the paths of most lists begin.
  static let instance = "/v2/{project_id}/instances/{instance_id}"

  /// Whether faults, variants and moving data are of this list: whether its fields are told.
  var isJudged: Bool { !rows.fields.isEmpty }

  /// The facts that a path has to name, in order.
  var facts: [String] {
    path.split(separator: "/").filter { $0.hasPrefix("{") }.map {
      String($0.dropFirst().dropLast())
    }
  }
}

extension ListOperation {
  /// Every row of the data file, in order, as a client sees it.
  var baseRows: [RawObject] { stencils.map(\.object) }

  var statusField: String { rows.status?.field ?? "status" }

  /// Every word a row may have as its status; none where the list has no such words.
  var statusWords: [String] { rows.status?.words ?? [] }

  /// The filter that takes words; nil where there is none.
  var wordFilter: Filter? { filters.first { $0.words != nil } }

  /// The words that it takes.
  var filterWords: [String]? { wordFilter?.words }

  var turnsByMarker: Bool { paging.style == .marker }

  /// Whether the answer is one row.
  var isObject: Bool { origin != nil }

  /// Whether an offset has to be a multiple of the limit.
  var wantsMultiples: Bool { paging.style == .offset(multiples: true) }

  /// The answer of the list without rows, or of an object without members.
  var emptyBody: String {
    guard !isObject else { return "{}" }
    let frame = turnsByMarker ? #""page_info":{},"# : paging.total.map { "\"\($0)\":0," } ?? ""
    return "{\(frame)\"\(key)\":[]}"
  }
}

extension ListOperation: Hashable {
  static func == (left: ListOperation, right: ListOperation) -> Bool { left === right }

  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension ListOperation: CustomStringConvertible {
  var description: String { id }
}
