// SPDX-License-Identifier: Apache-2.0
// Field operators, for every member of the rows and of the page around them.

import Wire

extension ListFaults {
  /// Every operator for every field everywhere, and the plainest of them in some rows only.
  var fields: [Fault] {
    list.rows.fields.flatMap { field in
      FieldOperator.allCases.flatMap { mutation -> [Fault] in
        guard let made = mutation.definition(for: field), list.isChanged(field, by: made) else {
          return []
        }
        return rows(for: mutation, of: field).compactMap { rows in
          fault(mutation, made, of: field, at: rows.suffix) { change in
            .rows(rows) { $0.reach(field.path, change) }
          }
        }
      }
    }
  }

  /// Where an operator acts: everywhere, and for the plainest ones where they are hard to see too.
  private func rows(for mutation: FieldOperator, of field: Field) -> [Mutation.Rows] {
    // Most rows of a list of copies stand in no file, and so in places that nobody looks at.
    guard list.rows.isCopied else {
      return mutation != .differs ? [.all] : list.isObject ? [] : [.largePages]
    }
    let filtered = list.filterWords == nil ? [] : [Mutation.Rows.filtered]
    let hidden = [.thirtyFirst, .last, .laterPages] + filtered
    return switch mutation {
    case .missing where field.isInside: [.all]
    case .missing: [.all, .number(0), .largePages] + hidden
    case .null where !field.isInside: [.all, .thirtyFirst]
    case field.plainest where !field.isInside: [.all] + hidden
    case .differs: [.largePages, .everyOther] + filtered
    default: [.all]
    }
  }

  /// Field operators for the members beside the list.
  var frames: [Fault] {
    let end = turnsByOffset ? ("-past-end", Mutation.Pages.pastEnd) : ("-on-last-page", .last)
    return list.paging.frame.flatMap { field in
      FieldOperator.allCases.filter { $0 != .differs }.flatMap { mutation -> [Fault] in
        guard var made = mutation.definition(for: field) else { return [] }
        if mutation == .negative { made.rule = nil }
        return [("", .all), end].filter { $0.0.isEmpty || !field.isInside }.compactMap {
          suffix, pages in
          fault(mutation, made, of: field, at: suffix) { change in
            .pages(pages) { $0.frame.reach(field.path, change) }
          }
        }
      }
    }
  }

  private func fault(
    _ mutation: FieldOperator, _ made: FieldOperator.Definition, of field: Field, at suffix: String,
    _ mutated: (@escaping @Sendable (inout RawObject, String) -> Void) -> Mutation
  ) -> Fault? {
    let level: Fault.Level
    switch field.weights[mutation] ?? made.weight {
    case .must: level = field.isDoubted ? .should : .must
    case .should: level = .should
    case .harmless: return nil
    }
    let place = suffix.isEmpty ? "" : ":" + suffix.replacing("-", with: " ")
    let rule = Fault.Rule(stringLiteral: made.rule ?? field.kind.rule).at(level)
    return fault(
      "\(field.word)-\(mutation.word)\(suffix)", rule, "\(field.name) \(made.says)\(place)",
      mutated(made.change))
  }
}

extension ListOperation {
  /// Whether some row of the data file is another after an operator has been there.
  fileprivate func isChanged(_ field: Field, by made: FieldOperator.Definition) -> Bool {
    baseRows.contains { row in
      var (changed, same) = (row, row)
      changed.reach(field.path, made.change)
      same.reach(field.path) { _, _ in }
      return changed != same
    }
  }
}

extension Field {
  /// The operator of its kind that leaves least doubt.
  fileprivate var plainest: FieldOperator {
    switch kind {
    case .integer, .boolean: .string
    case .text: .number
    case .word: .unknown
    case .time: .withoutT
    case .json, .object: .array
    case .array: .object
    }
  }
}

extension ListOperation.Paging {
  /// The members beside the list.
  fileprivate var frame: [Field] {
    if style == .marker {
      return [
        Field("page_info", .object),
        Field(
          "page_info.next_marker", .text, as: "marker",
          [
            .missing: .harmless("it is left out where the list ends"),
            .null: .harmless("as good as missing"), .camelCase: .harmless("as good as missing"),
            .loneSurrogate: .harmless("nobody reads what is in a marker"),
          ]),
      ]
    }
    return total.map { [Field($0, .integer, counts: true)] } ?? []
  }
}

extension Mutation.Rows {
  /// How names of faults say where.
  var suffix: String {
    switch self {
    case .all: ""
    case .number(let number): number == 0 ? "-in-first-row" : "-in-row-\(number + 1)"
    case .last: "-in-last-row"
    case .thirtyFirst: "-in-row-31"
    case .laterPages: "-on-later-pages"
    case .filtered: "-under-filter"
    case .largePages: "-on-large-pages"
    case .limit(let limit): "-for-limit-\(limit)"
    case .everyOther: "-between-answers"
    case .status(let word): "-when-\(word.kebab)"
    }
  }
}

extension RawObject {
  /// Changes the object that holds the member at the end of a path, in JSON or in a string of JSON.
  mutating func reach(_ path: String, _ change: (inout RawObject, String) -> Void) {
    guard let dot = path.firstIndex(of: ".") else { return change(&self, path) }
    let (name, rest) = (String(path[..<dot]), String(path[path.index(after: dot)...]))
    guard let json = self[name] else { return }
    if json.hasPrefix("[") {
      let items = RawObject.array(Array(json.utf8)).map { $0.reached(rest, change).json }
      self[name] = "[" + items.joined(separator: ",") + "]"
    } else if json.hasPrefix("{") {
      self[name] = RawObject(json: json).reached(rest, change).json
    } else if json.hasPrefix("\"{") {
      self[name] = RawObject.parameters(json).reached(rest, change).json.quoted
    }
  }

  private func reached(
    _ path: String, _ change: (inout RawObject, String) -> Void
  ) -> RawObject {
    var object = self
    object.reach(path, change)
    return object
  }
}
