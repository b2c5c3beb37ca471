// SPDX-License-Identifier: Apache-2.0
// Findings that have one cause, across cases and operations, so that a reader is told each cause once.

import Conformance
import Contract
import Wire

/// Findings of one rule with one cause: the first is told in full, the others are named and counted.
struct FindingGroup {
  /// In the order of the cases; never empty.
  var told: [ReportedFinding]
  /// How many cases could not be judged because of it.
  var followers = 0

  var first: ReportedFinding { told[0] }

  /// Takes in another finding; the first is the one whose rule shows the cause best.
  mutating func add(_ other: ReportedFinding) {
    let isBetter = other.showsCause && !first.showsCause
    told.insert(other, at: isBetter ? 0 : told.endIndex)
  }

  /// Such as `3 more in this case; 12 other cases: A, B, C and 9 more; 40 cases follow from it`;
  /// nil for a finding that stands alone.
  var others: String? {
    let own = told.count { $0.id == first.id } - 1
    let cases = Array(told.map(\.id).distinct.dropFirst())
    let parts = [
      own > 0 ? "\(own) more in this case" : nil,
      cases.isEmpty ? nil : "\(cases.count.counted("other case")): \(cases.enumeration(most: 3))",
      followers > 0
        ? "\(followers.counted("case")) \(followers == 1 ? "follows" : "follow") from it" : nil,
    ]
    let words = parts.compactMap(\.self).joined(separator: "; ")
    return words.isEmpty ? nil : words
  }
}

extension Report {
  /// The findings of that weight by their causes, in the order in which each cause comes first.
  func groups(_ severity: Severity) -> [FindingGroup] {
    var groups: [FindingGroup] = []
    var places: [Cause: Int] = [:]
    let all = findings(severity)
    let sorts = Dictionary(grouping: all, by: Sort.init)
      .filter { Set($1.map(\.finding.pointer?.tokens.last)).count > Sort.few }
    for told in all {
      var cause = Cause(of: told.source(among: all) ?? told)
      if let sort = Sort(told), sorts.keys.contains(sort) { cause.place = nil }
      if let place = places[cause] {
        groups[place].add(told)
      } else {
        places[cause] = groups.count
        groups.append(FindingGroup(told: [told]))
      }
    }
    for place in groups.indices { groups[place].followers = followers(of: groups[place]).count }
    return groups
  }

  /// The cases that are inconclusive only because of something that failed.
  var followers: Set<String> { groups(.error).reduce(into: []) { $0.formUnion(followers(of: $1)) } }

  /// The ids of the cases that could not be judged because of a group of findings.
  private func followers(of group: FindingGroup) -> Set<String> {
    let operations = Set(group.told.map(\.result.operation))
    return Set(
      results.filter { result in
        guard operations.contains(result.operation), case .inconclusive(let reason) = result.verdict
        else { return false }
        return reason.follows(from: group.first.finding.rule)
          || group.first.finding.isOfLostList && reason.isOfNothing
      }.map(\.id))
  }
}

extension Inconclusive {
  /// Whether what keeps a case from being judged is that this rule of its operation is broken.
  fileprivate func follows(from rule: String) -> Bool {
    switch (rule, self) {
    case ("status-200", .notFound), ("status-200", .notServed): true
    case ("required-field", .notServed), ("whole-answer", .unreachable): true
    case ("well-formed-json", .unreadable), ("well-formed-json", .nothingToAssert),
      ("well-formed-json", .notServed):
      true
    default: false
    }
  }
}

extension ReportedFinding {
  /// Whether its rule holds just what the cause of it says.
  fileprivate var showsCause: Bool { finding.cause.map { $0.rule == finding.rule } ?? true }

  /// The finding of the same list that is itself the cause of this one; nil where there is none.
  fileprivate func source(among all: [ReportedFinding]) -> ReportedFinding? {
    let beside = all.lazy.filter { $0.result.operation == result.operation }
    if let cause = finding.cause, let pointer = cause.pointer {
      return beside.first {
        $0.level == .shape && $0.finding.pointer?.tokens.starts(with: pointer.tokens) == true
      }
    }
    return switch finding.rule {
    case "filter-keeps-value": beside.first { $0.isValue(kept: self) }
    case "error-content-type-json": beside.first { $0.finding.isOfAnswer(finding, "error-shape") }
    case "no-server-error": nil
    default:
      beside.first {
        $0.finding.isOfAnswer(finding, "no-server-error")
          && $0.finding.received == finding.received
      }
    }
  }

  /// Whether the value for which a filter keeps a row that it should not is one that no row may have.
  private func isValue(kept other: ReportedFinding) -> Bool {
    guard level == .shape, result.operation == other.result.operation,
      let place = finding.pointer?.pattern, place == other.finding.pointer?.pattern
    else { return false }
    if finding.received == other.finding.received { return true }
    guard case .all(let more) = finding.others else { return false }
    return more.contains(other.finding.received)
  }
}

extension Finding {
  /// Whether it is of a rule, and about the same answer as another one.
  fileprivate func isOfAnswer(_ other: Finding, _ rule: String) -> Bool {
    self.rule == rule && evidence != nil && evidence?.request == other.evidence?.request
  }

  /// Whether it says that no answer has the list under its name.
  fileprivate var isOfLostList: Bool {
    rule == "required-field" && pointer?.tokens.count == 1 && expected.hasSuffix("(array)")
      && count == outOf ?? 1
  }
}

extension Inconclusive {
  /// Whether no list, or nothing in it, is what keeps a case from being judged.
  fileprivate var isOfNothing: Bool {
    switch self {
    case .unreadable, .nothingToAssert: true
    default: false
    }
  }
}

/// Values of one type that are written alike: so many fields at fault in one way are one thing to mend.
private struct Sort: Hashable {
  /// In so many fields it may be a mistake in each.
  static let few = 3

  private var rule: String
  private var expected: String
  private var type: String
  /// What is said of the value.
  private var words: String

  /// Nil for what is not about the type or the form of a field.
  init?(_ told: ReportedFinding) {
    let finding = told.finding
    guard finding.pointer != nil, finding.cause == nil, let type = finding.received.type,
      finding.summary.hasPrefix("/"), let end = finding.summary.firstIndex(of: " ")
    else { return nil }
    (rule, expected, self.type) = (finding.rule, finding.expected, type)
    words = String(finding.summary[end...])
  }
}

/// What makes two findings one thing to mend: all but the operation, its list, the row and the values.
private struct Cause: Hashable {
  var rule: String
  var place: String?
  var expected: String
  var received: String

  init(of told: ReportedFinding) {
    let finding = told.finding
    if let cause = finding.cause {
      (rule, place, expected, received) = ("", nil, "", cause.words.withoutValues)
      return
    }
    rule = finding.rule
    place =
      finding.isOfSpelling || finding.isOfLostList
      ? nil : finding.pointer?.pattern.withoutList(isArray: finding.expected.contains("array"))
    // A list has a name of its own, which is one thing to mend in all of them.
    let isLost = finding.isOfLostList
    let words = finding.expected.withoutValues
    expected = isLost ? "a list" : rule == "filters-add-up" ? words.withoutLastWord : words
    // What is no JSON has no value to be told by, and its bytes are those of its operation.
    let isExcerpt = finding.pointer == nil && finding.evidence?.bytes != nil
    let answer =
      finding.received.type
      ?? (isExcerpt ? finding.summary : finding.received.token).withoutValues
    received = rule == "filters-add-up" ? answer.withoutLastWord : answer
  }
}

extension String {
  /// The pattern without the name that an operation's list has: `*/id` of `/tasks/*/id`, and `*` of
  /// `/tasks` where that has to be an array.
  fileprivate func withoutList(isArray: Bool) -> String {
    let names = split(separator: "/")
    let isList = names.count == 1 ? isArray : names.dropFirst().first == "*"
    return isList ? (["*"] + names.dropFirst(2)).joined(separator: "/") : self
  }

  /// The text up to its last blank: what is wrong with a filter is wrong with each of its words.
  fileprivate var withoutLastWord: String { lastIndex(of: " ").map { String(self[..<$0]) } ?? self }

  /// The text with an asterisk for every word that has a digit in it and for whatever is quoted; of a
  /// status nothing but the code.
  var withoutValues: String {
    let words = split(whereSeparator: { " ;,:=&".contains($0) })
    if words.count > 1, words[0] == "status" { return "status \(words[1])" }
    return words.map { word in
      word.hasPrefix("\"") || word.contains(where: \.isNumber) ? "*" : word
    }.joined(separator: " ")
  }
}

extension [String] {
  /// The first of them, and how many more there are: `A, B, C and 9 more`.
  func enumeration(most: Int) -> String {
    let more = count - most
    return prefix(most).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }
}
