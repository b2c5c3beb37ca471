// SPDX-License-Identifier: Apache-2.0
// What pages say differently from each other, seen when several of them are read at once.

import Contract

extension PageReview {
  /// The facts in which pages differ; each differing one is a remark with a value for each page.
  ///
  /// - Parameter ledger: The keys of findings that each quirk explains, by the quirk's id.
  public static func acrossPages(_ reviews: [PageReview], ledger: [String: [String]]) -> [Entry] {
    guard reviews.count > 1 else { return [] }
    let ids = Set(reviews.flatMap(\.operation.quirks).map(\.id)).sorted()
    return Fact.allCases.compactMap { fact in
      let values = reviews.map { fact.value(of: $0.page) }
      guard Set(values.filter { !$0.isEmpty }).count > 1 else { return nil }
      let told = zip(reviews, values).map { "\($0.operation.id) \($1.isEmpty ? "none" : $1)" }
      let finding = PageFinding(
        .remark, "differs", fact.rawValue, line: 1, told.joined(separator: "; "))
      return Entry(
        finding: finding, quirks: ids.filter { ledger[$0]?.contains(finding.key) == true })
    }
  }

  /// Something that every page states in its own way.
  private enum Fact: String, CaseIterable {
    case language, date, paging, path
    case defaultLimit = "default-limit"
    case multipleRule = "multiple-rule"
    case statusWords = "status-words"
    case listStyle = "list-style"
    case rowType = "row-type"
    case idType = "id-type"
    case times
    case fractionDigits = "fraction-digits"
    case statusText = "status-text"

    func value(of page: DocumentedOperation) -> String {
      let query = page.parameters.filter { $0.placement == .query }.map(\.row)
      let limit = query.first { $0.name == "limit" }?.rules.defaultValue
      let offset = query.first { $0.name == "offset" }
      let status = query.first { $0.name == "status" }?.rules
      let rows = page.rows
      return switch self {
      case .language: page.language.rawValue
      case .date: page.date?.value ?? ""
      case .paging: query.contains { $0.name == "marker" } ? "marker" : "offset"
      case .path: page.path.value
      case .defaultLimit: limit ?? ""
      case .multipleRule: offset.map { $0.rules.isMultiple ? "multiples" : "any" } ?? ""
      case .statusWords: (status?.words ?? []).joined(separator: ",")
      case .listStyle: status?.style?.rawValue ?? ""
      case .rowType: page.list.map { "\($0.name) of \($0.type.model ?? "objects")" } ?? ""
      case .idType: rows.first { $0.name == "id" }?.type.text ?? ""
      case .times: rows.map(\.name).filter(Self.isTime).joined(separator: ",")
      case .fractionDigits: PageReading(page).fractionDigits
      case .statusText: page.statusTexts[200] ?? ""
      }
    }

    private static func isTime(_ name: String) -> Bool {
      name.hasSuffix("_at") || name.hasSuffix("_time")
    }
  }
}

extension DocumentedOperation {
  /// The field of the answer that holds the rows.
  fileprivate var list: Row? { response(200)?.fields?.first { $0.type.kind == .array } }

  /// The rows of the list's table; of the first table where the answer has no list.
  fileprivate var rows: [Row] { list?.fields ?? response(200)?.fields ?? [] }
}
