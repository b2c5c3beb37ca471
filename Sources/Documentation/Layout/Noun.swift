// SPDX-License-Identifier: Apache-2.0
// What descriptions and titles call things, so that a wrong name for a thing is noticed.

import Wire

/// A thing that pages speak of.
enum Noun: String, CaseIterable {
  case job, task, execution, instance, policy, resource, image

  /// The words for it in lower case; one Chinese word stands for both a job and a task.
  private var words: [String] {
    switch self {
    case .job: ["job", "任务"]
    case .task: ["task", "任务"]
    case .execution: ["execution", "执行记录", "执行任务"]
    case .instance: ["instance", "实例"]
    case .policy: ["policy", "策略"]
    case .resource: ["resource", "资源"]
    case .image: ["image", "images", "镜像"]
    }
  }

  /// The thing that a key or a parameter is named after, such as `tasks` or `policy_id`.
  static func named(_ name: String) -> Noun? {
    allCases.first { [$0.rawValue, $0.rawValue + "s", $0.rawValue + "_id"].contains(name) }
  }

  /// What the id in a description is said to be of: the word right before it.
  static func owners(ofIDIn description: String) -> Set<Noun> {
    let text = description.lowercased()
    guard let range = text.firstRange(of: "id"), !startsWithID(text) else { return [] }
    var before = text[..<range.lowerBound].trimmed
    if before.hasSuffix("的") { before.removeLast() }
    return Set(allCases.filter { $0.words.contains { endsWithWord(before, $0) } })
  }

  /// What a list is said to be of: `Listing Images …`, or the word before 列表.
  static func listed(in title: String) -> Set<Noun> {
    let text = title.lowercased()
    if let range = text.ranges(of: "列表").last {
      let before = text[..<range.lowerBound]
      return Set(allCases.filter { $0.words.contains { before.hasSuffix($0) } })
    }
    let words = text.split(separator: " ")
    guard let verb = words.firstIndex(where: { $0 == "listing" || $0 == "querying" }) else {
      return []
    }
    return Set(
      words[(verb + 1)...].prefix(1).flatMap { word in
        allCases.filter { $0.words.contains(String(word)) || "\($0.rawValue)s" == word }
      })
  }

  func isNamed(in description: String) -> Bool {
    words.contains { description.lowercased().contains($0) }
  }

  private static func startsWithID(_ text: String) -> Bool {
    text.hasPrefix("id ") || text.hasPrefix("id of")
  }

  /// English words end words; Chinese ones have no blanks around them.
  private static func endsWithWord(_ text: String, _ word: String) -> Bool {
    guard word.first?.isASCII == true else { return text.hasSuffix(word) }
    return text.split(separator: " ").last.map { $0 == word } ?? false
  }
}
