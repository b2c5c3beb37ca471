// SPDX-License-Identifier: Apache-2.0
// How a list is read page by page; every paging rule is written once for a style declared here.

/// How a list is cut into pages and how a client goes on to the next one.
public struct Paging: Sendable, Hashable {
  /// How a client asks for the next page.
  public enum Style: Sendable, Hashable {
    /// The row to start at, with the number of all rows in a field of every page.
    case offset(total: FieldPath, multiplesOfLimit: Bool)
    /// A marker, which stands in a field that the last page lacks.
    case marker(next: FieldPath)
    /// The number of the page, counted from the first.
    case numbers(first: Int, total: Total)
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
  /// The field of a row that tells it apart from the others.
  public var identity: String
  /// What the parameters are called; nil for the names that the style usually has.
  public var parameters: Parameters?
  public var location: SpecLocation

  public static func offset(
    rows: FieldPath,
    identity: String = "id",
    total: FieldPath,
    multiplesOfLimit: Bool,
    parameters: Parameters? = nil,
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> Paging {
    Paging(
      style: .offset(total: total, multiplesOfLimit: multiplesOfLimit),
      rows: rows,
      identity: identity,
      parameters: parameters,
      location: SpecLocation(fileID: file, line: line)
    )
  }

  public static func marker(
    rows: FieldPath,
    identity: String = "id",
    next: FieldPath,
    parameters: Parameters? = nil,
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> Paging {
    Paging(
      style: .marker(next: next),
      rows: rows,
      identity: identity,
      parameters: parameters,
      location: SpecLocation(fileID: file, line: line)
    )
  }

  /// Pages with numbers: `page` and `page_size`, if they have no other names.
  public static func numbers(
    from first: Int = 1,
    rows: FieldPath,
    identity: String = "id",
    total: Total,
    parameters: Parameters? = nil,
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> Paging {
    Paging(
      style: .numbers(first: first, total: total),
      rows: rows,
      identity: identity,
      parameters: parameters,
      location: SpecLocation(fileID: file, line: line)
    )
  }

  /// The name of the parameter that says which page.
  public var position: String {
    switch style {
    case .offset: parameters?.position ?? "offset"
    case .marker: parameters?.position ?? "marker"
    case .numbers: parameters?.position ?? "page"
    }
  }

  /// The name of the parameter that says how many rows.
  public var size: String {
    switch style {
    case .offset, .marker: parameters?.size ?? "limit"
    case .numbers: parameters?.size ?? "page_size"
    }
  }

  /// Where the number of all rows stands.
  public var total: Total {
    switch style {
    case .offset(let path, _): .field(path)
    case .marker: .untold
    case .numbers(_, let total): total
    }
  }

  /// The value of ``position`` for the page that begins behind so many rows; nil for markers, or where
  /// no page begins there.
  public func position(behind rows: Int, size: Int) -> Int? {
    switch style {
    case .offset: rows
    case .marker: nil
    case .numbers(let first, _): rows % size == 0 ? first + rows / size : nil
    }
  }

  /// How many rows stand before the page of that ``position``; nil for markers.
  public func rows(before position: Int, size: Int) -> Int? {
    switch style {
    case .offset: position
    case .marker: nil
    case .numbers(let first, _): (position - first) * size
    }
  }
}
