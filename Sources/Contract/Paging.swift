// SPDX-License-Identifier: Apache-2.0
// How an answer is read: a list page by page, or one object; every paging rule is written once for a style.

/// How a list is cut into pages and how a client goes on to the next one; or that there is no list.
public struct Paging: Sendable, Hashable {
  /// How a client asks for the next page.
  public enum Style: Sendable, Hashable {
    /// The row to start at, with the number of all rows in a field of every page.
    case offset(total: FieldPath, multiplesOfLimit: Bool)
    /// A marker, which stands in a field that the last page lacks.
    case marker(next: FieldPath)
    /// The number of the page, counted from the first.
    case numbers(first: Int, total: Total)
    /// One object, which the path names and which is the whole answer: no list, and no pages.
    case object
  }

  /// Where the number of all rows stands.
  public enum Total: Sendable, Hashable {
    case field(FieldPath)
    /// A header field, such as `X-Total-Count`.
    case header(String)
    case untold
  }

  /// The names of the two parameters of the query.
  public struct Parameters: Sendable, Hashable {
    /// Says which page, such as `offset`.
    public var position: String
    /// Says how many rows, such as `limit`.
    public var size: String

    public init(position: String, size: String) {
      self.position = position
      self.size = size
    }
  }

  public var style: Style
  /// The field that holds the rows of a page.
  public var rows: FieldPath
  /// The field of a row that tells it apart from the others; of an object, that names it.
  public var identity: String
  /// What the parameters are called; nil for the names that the style usually has.
  public var parameters: Parameters?
  /// Whether a page that others follow leads to the next one in a `Link` field with `rel="next"`, and the
  /// last page in none (RFC 8288).
  public var leadsByLink = false
  public var location: SpecLocation

  public static func offset(
    rows: FieldPath, identity: String = "id", total: FieldPath, multiplesOfLimit: Bool,
    parameters: Parameters? = nil, file: StaticString = #fileID, line: UInt = #line
  ) -> Paging {
    Paging(
      style: .offset(total: total, multiplesOfLimit: multiplesOfLimit), rows: rows,
      identity: identity, parameters: parameters, location: SpecLocation(fileID: file, line: line))
  }

  public static func marker(
    rows: FieldPath, identity: String = "id", next: FieldPath, parameters: Parameters? = nil,
    file: StaticString = #fileID, line: UInt = #line
  ) -> Paging {
    Paging(
      style: .marker(next: next), rows: rows, identity: identity, parameters: parameters,
      location: SpecLocation(fileID: file, line: line))
  }

  /// Pages with numbers: `page` and `page_size`, if they have no other names.
  public static func numbers(
    from first: Int = 1, rows: FieldPath, identity: String = "id", total: Total,
    parameters: Parameters? = nil, file: StaticString = #fileID, line: UInt = #line
  ) -> Paging {
    Paging(
      style: .numbers(first: first, total: total), rows: rows, identity: identity,
      parameters: parameters, location: SpecLocation(fileID: file, line: line))
  }

  /// No list: the body is one object.
  ///
  /// - Parameter identity: The field that names it, as it names its row in a list.
  public static func object(
    identity: String = "id", file: StaticString = #fileID, line: UInt = #line
  ) -> Paging {
    Paging(
      style: .object, rows: FieldPath([]), identity: identity,
      location: SpecLocation(fileID: file, line: line))
  }

  /// The same, with a `Link` field that leads from page to page: see ``leadsByLink``.
  public func withLinks() -> Paging {
    var paging = self
    paging.leadsByLink = true
    return paging
  }

  /// Whether the answer is one object and no list.
  public var isObject: Bool { style == .object }

  /// The name of the parameter that says which page; empty where there are no pages.
  public var position: String {
    switch style {
    case .object: ""
    case .offset: parameters?.position ?? "offset"
    case .marker: parameters?.position ?? "marker"
    case .numbers: parameters?.position ?? "page"
    }
  }

  /// The name of the parameter that says how many rows; empty where there are no pages.
  public var size: String {
    switch style {
    case .object: ""
    case .offset, .marker: parameters?.size ?? "limit"
    case .numbers: parameters?.size ?? "page_size"
    }
  }

  /// Where the number of all rows stands.
  public var total: Total {
    switch style {
    case .offset(let path, _): .field(path)
    case .marker, .object: .untold
    case .numbers(_, let total): total
    }
  }

  /// The value of ``position`` for the page that begins behind so many rows; nil without numbers, or where
  /// no page begins there.
  public func position(behind rows: Int, size: Int) -> Int? {
    switch style {
    case .offset: rows
    case .marker, .object: nil
    case .numbers(let first, _): rows % size == 0 ? first + rows / size : nil
    }
  }

  /// How many rows stand before the page of that ``position``; nil without numbers of 64
  /// bits.
  public func rows(before position: Int, size: Int) -> Int? {
    switch style {
    case .offset: position
    case .marker, .object: nil
    case .numbers(let first, _): position.minus(first)?.times(size)
    }
  }
}

extension Int {
  /// The sum, or the largest number where there is none of 64 bits; somebody may ask for any row.
  package func plus(_ other: Int) -> Int {
    let (sum, isOver) = addingReportingOverflow(other)
    return isOver ? (other < 0 ? .min : .max) : sum
  }

  fileprivate func minus(_ other: Int) -> Int? {
    let (difference, isOver) = subtractingReportingOverflow(other)
    return isOver ? nil : difference
  }

  fileprivate func times(_ other: Int) -> Int? {
    let (product, isOver) = multipliedReportingOverflow(by: other)
    return isOver ? nil : product
  }
}
