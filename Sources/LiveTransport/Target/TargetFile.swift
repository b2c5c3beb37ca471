// SPDX-License-Identifier: Apache-2.0
// The JSON file behind --target: which keys it may have, and everything that is wrong with it.

public import Contract
import Files
import Synchronization
import Wire

/// A target file as it was found on disk.
public struct TargetFile: Sendable, Hashable {
  public enum Content: Sendable, Hashable {
    case bytes([UInt8])
    /// The file could not be read; the text says why.
    case unreadable(String)
  }

  /// The path as it was typed, with the name of a target where one was.
  public var name: String
  /// The path alone.
  public var path: String
  /// Which of the file's targets is meant; nil for what stands outside of them.
  public var target: String?
  public var content: Content

  public init(name: String, content: Content) {
    (self.name, path) = (name, name)
    self.content = content
  }

  /// Reads `FILE` or `FILE#NAME`; what cannot be read becomes a problem of
  /// ``Target/load(_:of:environment:_:)``.
  ///
  /// Each path is read once in the life of the program, since a pipe holds its text only once.
  public init(path typed: String) {
    name = typed
    let whole = Self.content(of: typed)
    guard case .unreadable = whole, let mark = typed.lastIndex(of: "#") else {
      (path, content) = (typed, whole)
      return
    }
    path = String(typed[..<mark])
    target = String(typed[typed.index(after: mark)...])
    content = Self.content(of: path)
  }

  private static let contents = Mutex<[String: Content]>([:])

  private static func content(of path: String) -> Content {
    if let known = contents.withLock({ $0[path] }) { return known }
    let content: Content
    do throws(FileProblem) {
      content = .bytes(try InputFile.bytes(path, atMost: 1 << 20))
    } catch {
      content = .unreadable("\(error)")
    }
    if case .bytes = content { contents.withLock { $0[path] = content } }
    return content
  }

  /// The keys that a file may have, in the order of the documentation.
  public static func keys(of profile: Profile) -> [String] {
    ["endpoint"] + profile.facts.map(\.name) + accessKeys(of: profile) + route
  }

  /// Those that say what lets us in.
  static func accessKeys(of profile: Profile) -> [String] {
    let credentials = profile.credentials
    return ["token"]
      + (credentials.signature == nil ? [] : Profile.Credentials.Signature.keys)
      + (credentials.login?.keys ?? [])
  }

  private static let route = [
    "ca_file", "cert", "key", "resolve", "connect_timeout", "http_version", "budget",
  ]
}

extension TargetFile {
  /// The values of the file by key, nil if none could be read, and what keeps it or a part of it from being used.
  func read(_ known: [String]) -> (values: [String: String]?, problems: [Target.Problem]) {
    switch content {
    case .unreadable(let reason):
      return (nil, [problem("cannot be read: \(reason)", "check the path behind --target")])
    case .bytes(let bytes):
      do throws(JSONSyntaxError) {
        return read(try JSONDocument(parsing: bytes).root, known)
      } catch {
        let told = error.complaint(about: bytes, "mend it there")
        return (nil, [problem(told.what, told.remedy)])
      }
    }
  }

  private func read(_ root: JSONValue, _ known: [String]) -> (
    values: [String: String]?, problems: [Target.Problem]
  ) {
    guard root.kind == .object else {
      let shape = #"write an object such as {"endpoint": "https://…", "project_id": "…"}"#
      return (nil, [problem("holds one \(root.kind) and no object", shape)])
    }
    if root["log"]?["entries"] != nil {
      return (nil, [problem("is a recording and no target file", "use judge \(path)")])
    }
    if let schema = root["schema"]?.string {
      let what = "is of schema \(JSONText.quote(schema)), and no target file"
      return (nil, [problem(what, "name the file that says whom to ask")])
    }
    let parts = parts(of: root)
    guard parts.problems.isEmpty else { return (nil, parts.problems) }
    var values: [String: String] = [:]
    var problems = parts.objects.flatMap(\.duplicateKeys).map { key in
      problem("has the key \(key.string ?? "") more than once", "keep one of them")
    }
    for member in parts.objects.flatMap({ Array($0.members) })
    where !Self.groups.contains(member.name) {
      if let fault = fault(in: member, known) {
        problems.append(fault)
      } else {
        values[member.name] = text(of: member.value)
      }
    }
    return (values, problems)
  }

  private func fault(in member: JSONValue.Member, _ known: [String]) -> Target.Problem? {
    guard known.contains(member.name) else {
      let meant = Spelling.nearest(to: member.name, among: known)
      let remedy =
        meant.map { "did you mean \($0)?" }
        ?? "the keys are \(known.joined(separator: ", "))"
      return problem("has the unknown key \(JSONText.quote(member.name))", remedy)
    }
    guard let text = text(of: member.value) else {
      let what = "has \(described(member.value)) as \(member.name)"
      return problem(what, "write a string or an integer")
    }
    return text.isEmpty
      ? problem("has an empty \(member.name)", "give it a value or leave the key out") : nil
  }

  /// The text of a string or of an integer; nil for everything else.
  private func text(of value: JSONValue) -> String? {
    if let number = value.number { number.isIntegerToken ? number.raw : nil } else { value.string }
  }

  private func described(_ value: JSONValue) -> String {
    switch value.kind {
    case .object, .array, .string, .boolean: "\(value.kind)".withArticle
    case .number: "the number \(value.raw)"
    case .null: "null"
    }
  }
}
