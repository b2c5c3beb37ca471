// SPDX-License-Identifier: Apache-2.0
// What a target file has beside the keys of a target: several targets with names, and options.

public import Contract
import Wire

extension TargetFile {
  /// The keys that hold objects.
  public static let groups = ["targets", "run"]

  /// What is said of the target that is meant, what holds for all targets first; the later wins.
  func parts(of root: JSONValue) -> (objects: [JSONValue], problems: [Target.Problem]) {
    let odd = Self.groups.filter { root[$0].map { $0.kind != .object } ?? false }
    guard odd.isEmpty else {
      return ([], odd.map { problem("has no object as \($0)", "write {…} behind it") })
    }
    let names = root["targets"].map { $0.members.map { "#\($0.name)" } } ?? []
    guard let target else {
      let isVague = !names.isEmpty && root["endpoint"] == nil
      let many = problem(
        "has \(names.count.counted("target"))",
        "add the name of one: \(names.joined(separator: ", "))")
      return ([root], isVague ? [many] : [])
    }
    guard let own = root["targets"]?[target], own.kind == .object else {
      let near = Spelling.nearest(to: "#\(target)", among: names).map { "did you mean \($0)?" }
      let all = names.isEmpty ? "it has no key targets" : "it has \(names.joined(separator: ", "))"
      return ([root], [problem("has no target of that name", near ?? all)])
    }
    return ([root, own], [])
  }

  /// The options that stand under `run`, as words of a command line; what the named target says
  /// stands in the place of what holds for all.
  ///
  /// `true` gives an option without a value, `false` none, a list one that stands several times.
  public func options() throws(Target.Problems) -> [String] {
    guard case .bytes(let bytes) = content, let root = try? JSONDocument(parsing: bytes).root,
      root.kind == .object
    else { return [] }
    var words: [String: [String]] = [:]
    var names: [String] = []
    var problems: [Target.Problem] = []
    for member in parts(of: root).objects.flatMap({ $0["run"].map { Array($0.members) } ?? [] }) {
      let name = "--" + String(member.name.map { $0 == "_" ? "-" : $0 })
      guard let own = member.value.words(of: name), !Self.isKey(name) else {
        problems.append(
          problem(
            "has \(member.name) under run, where it does not belong",
            Self.isKey(name)
              ? "write it as a key beside run"
              : "write true, a text, a number, or a list of them behind it"))
        continue
      }
      if words.updateValue(own, forKey: name) == nil { names.append(name) }
    }
    guard problems.isEmpty else { throw Target.Problems(problems) }
    return names.flatMap { words[$0] ?? [] }
  }

  /// Whether an option says what a key of the file says, or names the file.
  private static func isKey(_ option: String) -> Bool {
    ["--endpoint", "--target"].contains(option)
  }

  func problem(_ what: String, _ remedy: String) -> Target.Problem {
    Target.Problem("\(name) \(what)", remedy: remedy)
  }
}

extension JSONValue {
  /// The words that give an option this value; nil where it is none.
  fileprivate func words(of option: String) -> [String]? {
    switch kind {
    case .boolean: return bool == true ? [option] : []
    case .string, .number: return ["\(option)=\(string ?? raw)"]
    case .array:
      let texts = elements.map { $0.string ?? ($0.kind == .number ? $0.raw : nil) }
      return texts.contains(nil) ? nil : texts.compactMap(\.self).map { "\(option)=\($0)" }
    case .object, .null: return nil
    }
  }
}

extension TargetFile {
  /// The names of all targets of a fleet, in the order of the file.
  public func targetNames() throws(Target.Problems) -> [String] {
    if let target {
      throw Target.Problems(
        "--targets takes all targets of a file, and \(name) names one",
        remedy: "use --target \(name), or leave out #\(target)")
    }
    if case .unreadable(let reason) = content {
      throw Target.Problems(
        "\(name) cannot be read: \(reason)", remedy: "check the path behind --targets")
    }
    guard case .bytes(let bytes) = content, let root = try? JSONDocument(parsing: bytes).root else {
      throw Target.Problems(read([]).problems)
    }
    let targets = root["targets"]
    let names = targets.map { $0.members.map(\.name) } ?? []
    guard targets?.kind == .object, !names.isEmpty else {
      throw Target.Problems(
        "\(name) names no targets",
        remedy: #"write them as "targets": {"NAME": {"endpoint": "https://…"}, …}"#)
    }
    if let twice = targets?.duplicateKeys.first?.string {
      throw Target.Problems([problem("has the target \(twice) twice", "give one another name")])
    }
    return names
  }

  /// The variables of the environment that say what the file says of its target; each way to be let
  /// in stands for all of them.
  public func variables(of profile: Profile) -> Set<String> {
    guard case .bytes(let bytes) = content, let root = try? JSONDocument(parsing: bytes).root else {
      return []
    }
    var keys = Set(parts(of: root).objects.flatMap(\.members).map(\.name))
    let access = Self.accessKeys(of: profile)
    if !keys.isDisjoint(with: access) { keys.formUnion(access + ["token_file", "token_command"]) }
    return Set(keys.map(profile.variable(of:)))
  }
}
