// SPDX-License-Identifier: Apache-2.0
// The review of pages as text for people and as JSON for programs.

public import Contract
import Wire

/// The reviews of some pages.
public struct PageListing: Sendable {
  private let reviews: [PageReview]
  private let acrossPages: [PageReview.Entry]
  private let profile: Profile

  public init(_ reviews: [PageReview], acrossPages: [PageReview.Entry], of profile: Profile) {
    self.profile = profile
    self.reviews = reviews
    self.acrossPages = acrossPages
  }

  /// A block for each page, with a line for each finding.
  public var text: String {
    let blocks = reviews.map { review in
      ([Self.head(of: review)] + Self.sections(review.entries, in: review.name))
        .joined(separator: "\n")
    }
    let across =
      acrossPages.isEmpty
      ? [] : [(["across the pages"] + Self.lines(acrossPages, in: nil)).joined(separator: "\n")]
    return ((blocks + across).joined(separator: "\n\n") + "\n").visibleLines
  }

  public var json: String {
    let pages = reviews.map { review in
      JSONTree.object([
        (key: "page", value: .string(review.name)),
        (key: "operation", value: .string(review.operation.id)),
        (key: "method", value: .string(review.page.method)),
        (key: "path", value: .string(review.page.path.value)),
        (key: "documented", value: review.page.tree),
        (key: "findings", value: .array(review.entries.map(Self.tree))),
      ])
    }
    let tree: JSONTree = [
      "schema": .string(profile.schema("docs/1")), "pages": .array(pages),
      "acrossPages": .array(acrossPages.map(Self.tree)),
    ]
    return tree.document
  }

  private static func head(of review: PageReview) -> String {
    let page = review.page
    let places = page.parameters.map { $0.placement }
    let counts = DocumentedOperation.Parameter.Placement.allCases.compactMap { placement in
      let count = places.count { $0 == placement }
      return count == 0 ? nil : "\(count) \(placement.rawValue)"
    }
    let statuses = page.responses.map { "\($0.status)" }.joined(separator: ", ")
    let facts =
      "\(page.language.rawValue); parameters: \(counts.joined(separator: ", ")); "
      + "responses: \(statuses); \(page.example == nil ? "no example" : "an example")"
    let lines = ["\(review.name): \(review.operation.id)", "  \(page.method) \(page.path.value)"]
    return (lines + facts.wrapped(behind: "  ", at: 2)).joined(separator: "\n")
  }

  private static func sections(_ entries: [PageReview.Entry], in name: String) -> [String] {
    PageFinding.Kind.allCases.flatMap { kind in
      let found = entries.filter { $0.finding.kind == kind }
        .sorted { ($0.finding.line, $0.finding.key) < ($1.finding.line, $1.finding.key) }
      return found.isEmpty ? [] : [heading(kind)] + lines(found, in: name)
    }
  }

  private static func heading(_ kind: PageFinding.Kind) -> String {
    switch kind {
    case .layout: "  layout that could not be read"
    case .contradiction: "  contradictions inside the page"
    case .difference: "  differences to the spec"
    case .remark: "  remarks"
    }
  }

  private static func lines(_ entries: [PageReview.Entry], in name: String?) -> [String] {
    entries.flatMap { entry -> [String] in
      let finding = entry.finding
      let place = name.map { "\($0):\(finding.line)  " } ?? ""
      let known = entry.quirks.joined(separator: ", ")
      return ["    \(place)\(finding.key)"]
        + finding.description.wrapped(behind: "      ", at: 6)
        + (entry.quirks.isEmpty ? [] : known.wrapped(behind: "      ledger: ", at: 14))
        + (entry.isUnknown ? ["      not in the ledger"] : [])
    }
  }

  private static func tree(of entry: PageReview.Entry) -> JSONTree {
    [
      "kind": .string(entry.finding.kind.rawValue), "key": .string(entry.finding.key),
      "line": .integer(entry.finding.line), "says": .string(entry.finding.description),
      "quirks": .array(entry.quirks.map { .string($0) }), "isUnknown": .boolean(entry.isUnknown),
    ]
  }
}
