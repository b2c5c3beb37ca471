// SPDX-License-Identifier: Apache-2.0
// What is said of a target while it is read: each value with where it came from, and the problems.

import Conformance
import Contract

extension Target {
  /// The values of a target with where they came from, and what is wrong so far.
  struct Loading {
    var problems: [Target.Problem] = []
    var settings: [String: Setting] = [:]
    let flags: Target.Flags
    let profile: Profile
    /// Keys that are told to be blank, so that nobody tells that they are missing.
    var blankKeys: Set<String> = []
    /// Whether a file was named whose values we do not know.
    private let isFileLost: Bool

    /// One value, and the variable, flag or key that gave it.
    struct Setting {
      var value: String
      var origin: String
      var isFromFile = false
    }

    init(
      _ file: TargetFile?, of profile: Profile, _ environment: [String: String],
      _ flags: Target.Flags
    ) {
      let keys = TargetFile.keys(of: profile)
      let (values, faults) = file?.read(keys) ?? ([:], [])
      problems = faults
      isFileLost = values == nil
      self.flags = flags
      self.profile = profile
      for key in keys + ["token_file", "token_command"] {
        let variable = profile.variable(of: key)
        if let file, let value = values?[key] {
          settings[key] = Setting(value: value, origin: "\(key) in \(file.name)", isFromFile: true)
        }
        if let value = environment[variable], !value.isEmpty {
          settings[key] = Setting(value: value, origin: variable)
        }
      }
      let typed = [("endpoint", "--endpoint", flags.endpoint)] + flags.route.options
      for case (let key, let option, let value?) in typed {
        settings[key] = Setting(value: value, origin: option)
      }
      look(at: environment)
    }
  }
}

extension Target.Loading {
  var facts: [Fact: String] {
    let pairs = profile.facts.compactMap { fact in
      settings[fact.name].map { (fact, $0.value) }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  var namesEndpoint: Bool { settings["endpoint"] != nil }

  mutating func endpoint() -> EndpointURL? {
    guard settings["endpoint"] != nil else {
      if blankKeys.contains("endpoint") { return nil }
      missing(
        "no endpoint is given",
        "use --endpoint URL, \(variable("endpoint")) or the file's key endpoint")
      return nil
    }
    guard let url = url(of: "endpoint"), let origin = settings["endpoint"]?.origin else {
      return nil
    }
    if let root = profile.service.root, url.text.hasSuffix(root) {
      add(
        "\(origin) ends in \(root), with which every path that is asked begins",
        "leave it out: \(url.text.dropLast(root.count))")
      return nil
    }
    return url
  }

  /// Where each fact came from, and what lets us in.
  var origins: [String: String] {
    var origins = settings.mapValues(\.origin).filter { profile.fact(named: $0.key) != nil }
    origins[Target.accessKey] = accessOrigin
    return origins
  }

  mutating func budgets() -> TimeBudgets {
    guard let setting = settings["budget"] else { return TimeBudgets() }
    guard let budgets = TimeBudgets(setting.value) else {
      add("\(setting.origin) is no time", "write 800ms, or 800ms,ListGcTasks=2s")
      return TimeBudgets()
    }
    return budgets
  }

  mutating func url(of key: String) -> EndpointURL? {
    guard let setting = settings[key] else { return nil }
    do throws(EndpointURL.Fault) {
      return try EndpointURL(setting.value)
    } catch {
      add("\(setting.origin) \(error.what)", error.remedy)
      return nil
    }
  }

  /// Tells that something is missing, unless it may stand in a file that we could not read.
  mutating func missing(_ what: String, _ remedy: String) { if !isFileLost { add(what, remedy) } }

  mutating func add(_ what: String, _ remedy: String) {
    problems.append(Target.Problem(what, remedy: remedy))
  }

  /// The environment variable of a key.
  func variable(_ key: String) -> String { profile.variable(of: key) }
}
