// SPDX-License-Identifier: Apache-2.0
// Which variables of the environment speak of a target, and what is wrong with their names.

import Conformance
import Contract
import Wire

extension Target {
  /// What speaks of a target although no endpoint is named; nil where the embedded mock can be meant.
  ///
  /// An empty variable speaks too: that is what CI systems make of a secret that is missing.
  ///
  /// - Parameter remedy: How whoever asks judges the mock all the same.
  public static func problem(
    ofNoEndpointIn environment: [String: String], remedy: String
  ) -> Problem? {
    if let problem = Loading.misspellings(in: environment).first { return problem }
    let isEmpty = environment["SWR_ENDPOINT"] != nil
    let names =
      Loading.variables.filter { environment[$0] != nil && $0 != "SWR_ENDPOINT" }
      + Loading.strangers(in: environment)
    guard isEmpty || !names.isEmpty else { return nil }
    let lack = isEmpty ? "SWR_ENDPOINT is empty" : "no endpoint is named"
    let others = names.joined(separator: ", ")
    return Problem(
      names.isEmpty ? lack : "\(lack), and there is \(others), which is about one",
      remedy: "set SWR_ENDPOINT, \(remedy)")
  }
}

extension Target.Loading {
  /// The variables that say something of a target, the endpoint first.
  static let variables = (TargetFile.keys + ["token_file", "token_command"]).map(variable)

  /// Those that the tests read.
  private static let others: Set = [
    "SWR_FAULT", "SWR_VARIANT", "SWR_QUIRK", "SWR_BASELINE", "SWR_ALLOW_SKIPPED", "SWR_PAGES",
  ]

  /// Variables with our prefix that nobody reads, in the order of their names.
  static func strangers(in environment: [String: String]) -> [String] {
    environment.keys.filter { name in
      let prefixed = name.uppercased()
      return prefixed.hasPrefix("SWR_") && !prefixed.hasPrefix("SWR_CONFORMANCE_")
        && !variables.contains(name) && !others.contains(name)
    }.sorted()
  }

  /// What is wrong with names that are like one of ours which is not set.
  static func misspellings(in environment: [String: String]) -> [Target.Problem] {
    let unset = (variables + others.sorted()).filter { environment[$0] == nil }
    return strangers(in: environment).compactMap { name in
      let word = name.uppercased()
      let meant =
        Spelling.nearest(to: word, among: unset, within: 2)
        ?? unset.first { $0.hasPrefix(word + "_") }
      return meant.map {
        Target.Problem("\(name) is no variable that is read", remedy: "did you mean \($0)?")
      }
    }
  }

  /// Notes names that are nearly ours, and values that are nothing but blanks or have them around.
  mutating func look(at environment: [String: String]) {
    problems += Self.misspellings(in: environment)
    for key in ["endpoint"] + Fact.allCases.map(\.rawValue) {
      guard let setting = settings[key] else { continue }
      if setting.value.allSatisfy(\.isWhitespace) {
        add("\(setting.origin) is blank", "give it a value or leave it out")
        settings[key] = nil
        blankKeys.insert(key)
      } else if setting.value.first?.isWhitespace == true
        || setting.value.last?.isWhitespace == true
      {
        add("\(setting.origin) begins or ends with a blank", "take it away")
      }
    }
  }
}
