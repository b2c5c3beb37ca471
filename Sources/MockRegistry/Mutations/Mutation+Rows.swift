// SPDX-License-Identifier: Apache-2.0
// The words in which a fault says what happens to rows.

extension Mutation {
  /// The rows that a mutation is about.
  enum Rows: Sendable {
    case all
    /// One row, by its number from 0, where nobody filters.
    case number(Int)
    /// The last row of the list, where nobody filters.
    case last
    /// The row behind three pages of ten, where nobody filters.
    case thirtyFirst
    /// Rows of a page that is not the first.
    case laterPages
    /// Rows that were asked for by status.
    case filtered
    /// Rows of a page of more than ten.
    case largePages
    /// Rows of a page that was asked for with that limit.
    case limit(Int)
    /// Rows of every second answer.
    case everyOther
    case status(String)

    func contains(_ row: RawObject, at place: Place) -> Bool {
      switch self {
      case .all: true
      case .number(let number): place.index == number && place.query.word == nil
      case .last: Rows.number(place.context.table.view().count - 1).contains(row, at: place)
      case .thirtyFirst: Rows.number(30).contains(row, at: place)
      case .laterPages: place.start > 0
      case .filtered: place.query.word != nil
      case .largePages: place.query.limit > 10
      case .limit(let limit): place.query.limit == limit
      case .everyOther: place.context.visit % 2 == 1
      case .status(let word): row[place.context.list.statusField] == word.quoted
      }
    }
  }

  static func rows(
    _ which: Rows = .all, _ change: @escaping @Sendable (inout RawObject) -> Void
  ) -> Mutation {
    .row { row, place in
      if which.contains(row, at: place) { change(&row) }
    }
  }

  /// Puts that JSON into a field.
  static func set(_ name: String, _ json: String, in which: Rows = .all) -> Mutation {
    rows(which) { $0[name] = json }
  }

  /// Rewrites the JSON of a field.
  static func edit(
    _ name: String, in which: Rows = .all, _ change: @escaping @Sendable (String) -> String
  ) -> Mutation {
    rows(which) { row in
      if let json = row[name] { row[name] = change(json) }
    }
  }

  static func drop(_ name: String, in which: Rows = .all) -> Mutation {
    rows(which) { $0[name] = nil }
  }

  static func rename(_ name: String, to newName: String) -> Mutation {
    rows { $0.rename(name, to: newName) }
  }

  /// Rewrites the parameters of a GC task inside the string that holds them.
  static func parameters(_ change: @escaping @Sendable (inout RawObject) -> Void) -> Mutation {
    edit("job_parameters") { json in
      var parameters = RawObject.parameters(json)
      change(&parameters)
      return parameters.json.quoted
    }
  }

  /// Puts a time some seconds from another into a field, unless that other is the zero time.
  static func time(
    _ name: String, from other: String, by seconds: Int, in which: Rows = .all
  ) -> Mutation {
    rows(which) { row in
      guard let text = row.word(other), text != Timestamp.zero, var time = Timestamp(text),
        row.word(name) ?? "" != Timestamp.zero
      else { return }
      time.seconds += seconds
      row[name] = time.text.quoted
    }
  }
}

extension String {
  /// A quoted text without its quotes.
  var unquoted: String { String(dropFirst().dropLast()) }
}
