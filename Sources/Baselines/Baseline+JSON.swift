// SPDX-License-Identifier: Apache-2.0
// The file of a baseline: how it is written, how it is read, and everything that is wrong with it.

public import Contract
import Reporting
import Wire

extension Baseline {
  /// Everything that keeps a baseline file from being used, one sentence each with its remedy.
  public struct Problems: Error, Sendable, Hashable, CustomStringConvertible {
    /// Never empty.
    public var list: [String]

    public init(list: [String]) { self.list = list }

    public var description: String { list.joined(separator: "\n") }
  }

  /// The file of a suite, which ends with a line break.
  public func text(of profile: Profile) -> String {
    JSONTree.object([
      ("schema", .string(profile.schema(Self.form))), ("entries", .array(entries.map(\.tree))),
    ]).document
  }

  /// Reads a file.
  ///
  /// - Parameter name: What problems call the file.
  public init(parsing bytes: [UInt8], name: String) throws(Problems) {
    let document: JSONDocument
    do throws(JSONSyntaxError) {
      document = try JSONDocument(parsing: bytes)
    } catch {
      let told = error.complaint(about: bytes, "mend it there")
      throw Problems(list: ["\(name) \(told.what); \(told.remedy)"])
    }
    var reading = Reading(name: name)
    let entries = reading.entries(of: document.root)
    guard reading.problems.isEmpty else { throw Problems(list: reading.problems) }
    self.init(entries)
  }
}

extension Baseline.Entry {
  fileprivate static let keys = [
    "case", "rule", "pointer", "received", "target", "reason", "link", "expires",
  ]

  fileprivate var tree: JSONTree {
    .object(
      zip(
        Self.keys,
        [
          caseID, rule, pointer?.description, received.text, target.text, reason, link, expires,
        ]
      ).map { (key: $0, value: .string($1)) })
  }
}

/// A baseline file while it is read.
private struct Reading {
  let name: String
  var problems: [String] = []

  mutating func entries(of root: JSONValue) -> [Baseline.Entry] {
    guard let schema = root["schema"]?.string, let list = root["entries"], list.kind == .array
    else {
      add("has no schema and no entries", "start one with --write-baseline")
      return []
    }
    guard schema.isForm(Baseline.form) else {
      add(
        "is of schema \(JSONText.quote(schema)), and this release reads \(Baseline.form)",
        "start a new one with --write-baseline")
      return []
    }
    return list.elements.enumerated().compactMap { entry(of: $1, at: "entry \($0 + 1)") }
  }

  private mutating func entry(of value: JSONValue, at place: String) -> Baseline.Entry? {
    let before = problems.count
    for member in value.members where !Baseline.Entry.keys.contains(member.name) {
      let hint = Spelling.nearest(to: member.name, among: Baseline.Entry.keys)
      add(
        "has the unknown key \(JSONText.quote(member.name)) in \(place)",
        hint.map { "did you mean \($0)?" }
          ?? "the keys are \(Baseline.Entry.keys.joined(separator: ", "))")
    }
    let entry = Baseline.Entry(
      caseID: text("case", of: value, place), rule: text("rule", of: value, place),
      pointer: pointer(of: value, place), received: Glob(received(of: value, place)),
      target: Glob(text("target", of: value, place)), reason: text("reason", of: value, place),
      link: value["link"]?.string, expires: day(of: value, place))
    return problems.count == before ? entry : nil
  }

  private mutating func text(_ key: String, of value: JSONValue, _ place: String) -> String {
    if let text = value[key]?.string, !text.isEmpty { return text }
    add("has no \(key) in \(place)", "write it as a string that is not empty")
    return ""
  }

  /// What came; an empty header field is empty here as well.
  private mutating func received(of value: JSONValue, _ place: String) -> String {
    value["received"]?.string ?? text("received", of: value, place)
  }

  private mutating func pointer(of value: JSONValue, _ place: String) -> JSONPointer? {
    guard let written = value["pointer"], !written.isNull else { return nil }
    if let pointer = written.string.flatMap({ JSONPointer($0) }) { return pointer }
    add(
      "has \(written.raw) as pointer in \(place)",
      "write a JSON Pointer such as /jobs/*/status, or null")
    return nil
  }

  private mutating func day(of value: JSONValue, _ place: String) -> String {
    let day = text("expires", of: value, place)
    if !day.isEmpty, (try? Instant(parsing: "\(day)T00:00:00Z")) == nil {
      add("has \(JSONText.quote(day)) as expires in \(place)", "write a day such as 2026-12-31")
    }
    return day
  }

  private mutating func add(_ what: String, _ remedy: String) {
    problems.append("\(name) \(what); \(remedy)")
  }
}
