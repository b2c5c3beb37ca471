// SPDX-License-Identifier: Apache-2.0
// Differences between a page and the spec literal of its operation; both sides are values.

import Contract
import Wire

/// One page beside the spec of its operation.
struct SpecComparison {
  let page: DocumentedOperation
  let spec: Contract.Operation

  var findings: [PageFinding] { address + access + request + responses }

  func difference(
    _ rule: String, _ subject: String, _ detail: String? = nil, line: Int, _ description: String
  ) -> PageFinding {
    PageFinding(.difference, rule, subject, detail, line: line, description)
  }

  private var address: [PageFinding] {
    var found: [PageFinding] = []
    if page.method != spec.method.description {
      found.append(
        difference(
          "method", "path", page.method, line: page.path.line,
          "the page has \(page.method), the spec \(spec.method)"))
    }
    if page.path.value != spec.path.description {
      found.append(
        difference(
          "path", "path", page.path.value, line: page.path.line,
          "the page has \(page.path.value), the spec \(spec.path)"))
    }
    return found
  }

  private var access: [PageFinding] {
    guard (page.allowList != nil) != (spec.access == .allowListed) else { return [] }
    let isListed = page.allowList != nil
    return [
      difference(
        "access", "constraints", line: page.allowList?.line ?? page.title.line,
        isListed
          ? "the page wants tenants to be on a list, the spec does not"
          : "the spec wants tenants to be on a list, the page does not")
    ]
  }

  /// Words of a page beside those of the spec; an absent list is one finding, not one a word.
  func words(
    _ words: [String], _ expected: [String], _ subject: String, line: Int
  ) -> [PageFinding] {
    guard !words.isEmpty, !expected.isEmpty else {
      if words.isEmpty == expected.isEmpty { return [] }
      return [
        words.isEmpty
          ? difference(
            "words-missing", subject, line: line,
            "the page lists no words, the spec \(expected.joined(separator: ", "))")
          : difference(
            "words-added", subject, line: line,
            "the page lists \(words.joined(separator: ", ")), the spec no words")
      ]
    }
    let added = words.filter { !expected.contains($0) }.map {
      difference("word-added", subject, $0, line: line, "the page lists \($0), the spec does not")
    }
    return added
      + expected.filter { !words.contains($0) }.map {
        difference(
          "word-missing", subject, $0, line: line, "the spec lists \($0), the page does not")
      }
  }

  /// A number of a rule beside that of the spec.
  func bound(
    _ rule: String, _ value: Int?, _ expected: Int?, _ subject: String, line: Int
  ) -> [PageFinding] {
    guard value != expected else { return [] }
    let texts = [value, expected].map { $0.map { "the \(rule) \($0)" } ?? "no \(rule)" }
    let name = value == nil ? "\(rule)-missing" : rule
    return [
      difference(
        name, subject, value.map(String.init), line: line,
        "the page has \(texts[0]), the spec \(texts[1])")
    ]
  }
}
