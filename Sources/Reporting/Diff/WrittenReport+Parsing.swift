// SPDX-License-Identifier: Apache-2.0
// Reads a JSON report strictly in what a comparison needs, and leniently in what is younger.

package import Conformance
import Contract
import Wire

extension WrittenReport {
  /// Reads a document; keys that the first release did not write may be missing.
  public init(parsing bytes: [UInt8]) throws(Problem) {
    let root: JSONValue
    do throws(JSONSyntaxError) {
      root = try JSONDocument(parsing: bytes).root
    } catch {
      let told = error.complaint(about: bytes, "write it again with --report json=FILE")
      throw .notJSON("\(told.what); \(told.remedy)")
    }
    guard let schema = root["schema"]?.string else { throw .notReport }
    let forms = [JSONReport.form, Self.secondForm, Self.firstForm]
    guard forms.contains(where: schema.isForm) else {
      throw .otherSchema(JSONText.quote(schema).visible)
    }
    try self.init(root, schema: schema)
  }

  /// The schema that had other words for outcomes and quirk results; it is still read.
  static let firstForm = "report/1"
  /// The form that counted a quirk result among the warnings; it is still read.
  static let secondForm = "report/2"

  private init(_ root: JSONValue, schema: String) throws(Problem) {
    self.schema = schema
    let isFirst = schema.isForm(Self.firstForm)
    let (suite, target) = (root["suite"], root["target"])
    version = try suite.text("version", in: "suite")
    contract = try suite.text("contract", in: "suite")
    mode = try target.text("mode", in: "target")
    endpoint = try target.text("endpoint", in: "target")
    facts = Dictionary(
      target?["facts"]?.members.compactMap { member in
        member.value.string.map { (member.name, $0) }
      } ?? [], uniquingKeysWith: { $1 })
    options = target?["options"]?.elements.compactMap(\.string) ?? []
    started = try root.text("started")
    guard (try? Instant(parsing: started)) != nil else {
      throw .incomplete("has no time as started")
    }
    guard let duration = root["seconds"]?.number.flatMap({ Double($0.raw) }) else {
      throw .incomplete("has no seconds")
    }
    seconds = duration
    waiting = root["waiting"]?.number.flatMap { Double($0.raw) } ?? 0
    requests = try root.integer("requests")
    guard requests >= 0 else { throw .incomplete("has a negative number of requests") }
    retries = root["retries"] == nil ? 0 : try root.integer("retries")
    isPartial = root["partial"]?.bool ?? false
    shard = Report.Part(root["shard"]).map(\.shard).flatMap { $0.count > 1 ? $0 : nil }
    notices = root["notices"]?.elements.compactMap(\.string) ?? []
    exit = try root.integer("exit")
    cases = try root.list("cases").map { (value) throws(Problem) in
      try Case(value, isFirst: isFirst)
    }
    let key = isFirst ? "votes" : "quirkResults"
    quirkResults =
      try root[key] == nil
      ? []
      : root.list(key).map { (value) throws(Problem) in
        try QuirkResult(value, isFirst: isFirst)
      }
    if let told = root["coverage"], let seen = told["seen"]?.number?.int64, let all = told["items"]
    {
      coverage = Coverage(seen: Int(clamping: seen), all: all.elements.count)
    }
    var seen: Set<String> = []
    if let twice = cases.first(where: { !seen.insert($0.id).inserted })?.id {
      throw .incomplete("has the case \(twice.visible) twice")
    }
  }
}

extension WrittenReport.Case {
  fileprivate init(_ value: JSONValue, isFirst: Bool) throws(WrittenReport.Problem) {
    id = try value.text("id", in: "one of its cases")
    let word = try value.text("outcome", in: id)
    guard let outcome = isFirst ? .init(firstWord: word) : Verdict.Outcome(rawValue: word) else {
      throw .incomplete("has the unknown outcome \(JSONText.quote(word)) in \(id)".visible)
    }
    let isQuirk = value["level"]?.string == Level.quirks.rawValue
    self.outcome = isQuirk && outcome == .warned ? .passed : outcome
    asserted = try value.integer("asserted", in: id)
    reason = value["reason"]?.string
    let place = id
    var seen: [String: Int] = [:]
    findings = try value.list("findings", in: id)
      .map { (value) throws(WrittenReport.Problem) in
        var finding = try WrittenReport.Finding(value, in: place)
        finding.fingerprint = ReportedFinding.fingerprint(
          of: place, rule: finding.rule, place: finding.place,
          ordinal: seen[finding.place, default: 0])
        seen[finding.place, default: 0] += 1
        if isQuirk, finding.severity == .warning { finding.severity = .note }
        return finding
      }
  }
}

extension Verdict.Outcome {
  /// The outcome that a report of the first schema means by its word; nil for no such word.
  fileprivate init?(firstWord word: String) {
    switch word {
    case "kept": self = .passed
    case "warned": self = .warned
    case "broken": self = .failed
    case "undecided": self = .inconclusive
    case "skipped": self = .skipped
    default: return nil
    }
  }
}

extension WrittenReport.Finding {
  fileprivate init(_ value: JSONValue, in id: String) throws(WrittenReport.Problem) {
    rule = try value.text("rule", in: id)
    let word = try value.text("severity", in: id)
    guard let severity = Severity(rawValue: word) else {
      throw .incomplete("has the unknown severity \(JSONText.quote(word)) in \(id)".visible)
    }
    self.severity = severity
    pointer = value["pointer"]?.string
    expected = try value.text("expected", in: id)
    received = try value.text("received", in: id)
    count = try value.integer("count", in: id)
    isSuppressed = value["suppression"]?.string != nil
    request = value["request"]?.string
    credential = value["credential"]?.string
    fingerprint = ""
  }

  /// The sort of place that it is about, whichever row that is in.
  package var place: String { pointer.flatMap(JSONPointer.init)?.pattern ?? "" }
}

extension WrittenReport.Finding {
  /// Whether a finding is of the same rule at the same sort of place.
  package func isAtPlace(of other: Self) -> Bool { rule == other.rule && place == other.place }

  /// The same of a finding of now.
  package func isAtPlace(of now: Conformance.Finding) -> Bool {
    rule == now.rule && place == now.pointer?.pattern ?? ""
  }

  /// Whether a finding of now expects and received the like, whatever the values.
  package func isLike(_ now: Conformance.Finding) -> Bool {
    expected.withoutValues == now.expected.withoutValues
      && received.withoutValues == now.received.description.withoutValues
  }
}

extension WrittenReport.QuirkResult {
  fileprivate init(_ value: JSONValue, isFirst: Bool) throws(WrittenReport.Problem) {
    id = try value.text("id", in: "one of its quirk results")
    operation = try value.text("operation", in: id)
    outcome = try value.text(isFirst ? "vote" : "outcome", in: id)
    side = value["side"]?.string
    saw = value["saw"]?.string ?? ""
    let isTable = outcome == Conformance.QuirkResult.Outcome.asTable.rawValue
    let isSeen = outcome != Conformance.QuirkResult.Outcome.notObserved.rawValue
    isRemarkable = value["remarkable"]?.bool ?? (isSeen && !isTable)
  }
}

extension JSONValue {
  fileprivate func text(
    _ key: String, in place: String? = nil
  ) throws(WrittenReport.Problem) -> String {
    if let text = self[key]?.string { return text }
    throw .missing(key, in: place)
  }

  fileprivate func integer(
    _ key: String, in place: String? = nil
  ) throws(WrittenReport.Problem) -> Int {
    if let number = self[key]?.number?.int64 { return Int(clamping: number) }
    throw .missing(key, in: place)
  }

  fileprivate func list(
    _ key: String, in place: String? = nil
  ) throws(WrittenReport.Problem) -> [JSONValue] {
    if let list = self[key], list.kind == .array { return Array(list.elements) }
    throw .missing(key, in: place)
  }
}

extension JSONValue? {
  fileprivate func text(
    _ key: String, in place: String
  ) throws(WrittenReport.Problem) -> String {
    guard let self else { throw .missing(key, in: place) }
    return try self.text(key, in: place)
  }
}

extension WrittenReport.Problem {
  fileprivate static func missing(_ key: String, in place: String?) -> Self {
    .incomplete("has no \(key)" + (place.map { " in \($0)".visible } ?? ""))
  }
}

extension String {
  /// Whether a schema is that form, by whichever suite: `NAME.report/2`.
  package func isForm(_ form: String) -> Bool {
    let name = prefix { $0 != "." }
    return !name.isEmpty && dropFirst(name.count) == ".\(form)"
      && name.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
  }
}
