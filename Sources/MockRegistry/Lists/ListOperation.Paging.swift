// SPDX-License-Identifier: Apache-2.0
// The habits in which lists differ: how pages are turned, and how rows are picked.

import Wire

extension ListOperation {
  /// How a list is cut into pages.
  struct Paging: Sendable {
    var style: Style
    /// How many rows a page has where nobody says.
    var defaultLimit: Int
    /// The most rows that a page may be asked to have.
    var largestLimit: Int
    /// The member that counts all rows; nil where nothing does.
    var total: String?
    var badLimit: BadLimit

    enum Style: Sendable, Equatable {
      /// By the number of the first row, which may have to be a multiple of the limit.
      case offset(multiples: Bool)
      /// By what the page before has said in `page_info`.
      case marker
      /// Not at all: every answer has every row.
      case none
      /// Not at all: the answer is one row, which the path names, and nothing around it.
      case object
    }

    /// What becomes of a limit that is a number and out of range.
    enum BadLimit: Sendable {
      case isRefused
      case isMovedIntoRange
    }

    static func offset(
      multiples: Bool = true, default limit: Int = 10, upTo largest: Int = 100,
      total: String? = "total", badLimit: BadLimit = .isRefused
    ) -> Paging {
      Paging(
        style: .offset(multiples: multiples), defaultLimit: limit, largestLimit: largest,
        total: total, badLimit: badLimit)
    }

    static func marker(
      default limit: Int = 10, upTo largest: Int = 100, badLimit: BadLimit = .isRefused
    ) -> Paging {
      Paging(
        style: .marker, defaultLimit: limit, largestLimit: largest, total: nil, badLimit: badLimit)
    }

    static func none(total: String? = nil) -> Paging {
      Paging(
        style: .none, defaultLimit: .max >> 1, largestLimit: .max >> 1, total: total,
        badLimit: .isRefused)
    }

    static let object = Paging(
      style: .object, defaultLimit: 1, largestLimit: 1, total: nil, badLimit: .isRefused)

    /// The parameters that turn pages.
    var parameters: [String] {
      switch style {
      case .offset: ["limit", "offset"]
      case .marker: ["limit", "marker"]
      case .none, .object: []
      }
    }
  }

  /// A parameter that picks rows by one of their fields; a path such as `metadata.public` is one too.
  enum Filter: Sendable, Hashable {
    /// One of those words; another is refused.
    case words(_ parameter: String, field: String, [String])
    /// Any text; rows whose field is that text.
    case text(_ parameter: String, field: String)
    /// Any text; rows whose field has that text in it.
    case part(_ parameter: String, field: String)
    /// `true`, or anything else for the rows whose field is `false`.
    case truth(_ parameter: String, field: String)
    /// A number from 1 on; another text is refused.
    case number(_ parameter: String, field: String)
    /// The same for rows that have the number in either of two fields.
    case numberOfTwo(_ parameter: String, field: String, or: String)

    var parameter: String {
      switch self {
      case .words(let name, _, _), .text(let name, _), .part(let name, _), .truth(let name, _),
        .number(let name, _), .numberOfTwo(let name, _, _):
        name
      }
    }

    var field: String {
      switch self {
      case .words(_, let field, _), .text(_, let field), .part(_, let field), .truth(_, let field),
        .number(_, let field), .numberOfTwo(_, let field, _):
        field
      }
    }

    /// The fields of which one has to be as wanted.
    var fields: [String] {
      if case .numberOfTwo(_, let field, let other) = self { [field, other] } else { [field] }
    }

    /// The words it takes; nil where any text, or any number, will do.
    var words: [String]? {
      switch self {
      case .words(_, _, let words): words
      case .truth: ["true", "false"]
      case .text, .part, .number, .numberOfTwo: nil
      }
    }

    /// Whether a row is wanted whose field has that text; nil where it lacks the field.
    func matches(_ text: String?, wanted: String) -> Bool {
      switch self {
      case .part: text.map { wanted.isEmpty || Array($0.utf8).contains(text: wanted) } ?? false
      case .truth: text == (wanted == "true" ? wanted : "false")
      case .words, .text, .number, .numberOfTwo: text == wanted
      }
    }
  }
}
