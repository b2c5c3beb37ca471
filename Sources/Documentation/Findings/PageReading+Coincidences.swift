// SPDX-License-Identifier: Apache-2.0
// Remarks on the values of the example: times, epochs, markers, and values that are the same.

import Wire

extension PageReading {
  /// Times of one object that lie a day or more apart, or are written with different precision.
  var exampleTimes: [PageFinding] {
    objects { path, object in
      let times = Self.times(of: object)
      guard let first = times.first else { return [] }
      return times.dropFirst().flatMap { later -> [PageFinding] in
        let days = (later.time.seconds - first.time.seconds) / 86_400
        let apart = days == 0 ? nil : "is \(Int(days).counted("day")) behind \(first.name)"
        let isVaried = later.time.fractionDigits != first.time.fractionDigits
        let digits = isVaried ? "and \(first.name) have different digits of fraction" : nil
        return [
          remark("days-apart", path, later, apart), remark("digits-vary", path, later, digits),
        ].compactMap { $0 }
      } + Self.epochs(of: object).flatMap { remarks(on: $0, beside: times, path) }
    }
  }

  /// Strings of one object that are the same, or empty in every object.
  var exampleCoincidences: [PageFinding] {
    objects { path, object in
      let texts = object.members.filter { $0.value.kind == .string }
      let empty = texts.filter { $0.value.string == "" }
        .compactMap { remark("empty", path, ($0.name, $0.value), "is an empty string") }
      let long = texts.filter { ($0.value.string ?? "").count > 7 }
      let equal = long.enumerated().flatMap { index, left in
        long.dropFirst(index + 1).filter { $0.value.isSame(as: left.value) }.compactMap {
          remark("same-value", path, ($0.name, $0.value), "has the value of \(left.name)")
        }
      }
      return empty + equal
    }
  }

  /// Markers that hold an id in base64 that no row has, or that follow a short page.
  var exampleMarkers: [PageFinding] {
    guard let root = example?.document?.root, let example else { return [] }
    let ids = levels.flatMap(\.objects).compactMap { $0["id"]?.number?.int64 }
    let members = root.members.flatMap { outer in
      outer.value.members.map { (path: "\(outer.name).\($0.name)", value: $0.value) }
    }
    return members.filter { $0.path.contains("marker") }.flatMap { member -> [PageFinding] in
      let subject = "\(example.example.status).\(member.path)"
      let line = example.line(at: member.value.span.lowerBound)
      var facts: [PageFinding] = []
      if let id = Self.id(inMarker: member.value), !ids.contains(id) {
        facts.append(
          PageFinding(
            .contradiction, "marker-elsewhere", subject, line: line,
            "the marker holds the id \(id), and the rows have \(ids)"))
      }
      if let size = query("limit")?.rules.defaultValue.flatMap({ Int($0) }), ids.count < size {
        facts.append(
          PageFinding(
            .remark, "marker-on-short-page", subject, line: line,
            "a marker follows a page with \(ids.count) of \(size) possible rows"))
      }
      if let text = member.value.string, text.contains(where: { "+/=".contains($0) }) {
        facts.append(
          PageFinding(
            .remark, "needs-encoding", subject, line: line,
            "the marker has characters that a query cannot carry as they are"))
      }
      return facts
    }
  }

  private typealias Member = (name: String, value: JSONValue)
  private typealias Time = (name: String, value: JSONValue, time: Instant)

  private func remarks(on epoch: Member, beside times: [Time], _ path: String) -> [PageFinding] {
    guard let seconds = epoch.value.number?.int64, let time = times.first else { return [] }
    let distance = seconds - time.time.seconds
    guard abs(distance) < 86_400 else { return [] }
    let isEqual = distance == 0
    let description =
      isEqual
      ? "is \(time.name) in seconds since 1970"
      : "is a time in seconds since 1970, \(abs(distance)) s "
        + (distance < 0 ? "before \(time.name)" : "behind \(time.name)")
    return [remark(isEqual ? "epoch" : "epoch-elsewhere", path, epoch, description)].compactMap {
      $0
    }
  }

  private func remark(
    _ rule: String, _ path: String, _ member: Time, _ description: String?
  ) -> PageFinding? {
    remark(rule, path, (member.name, member.value), description)
  }

  private func remark(
    _ rule: String, _ path: String, _ member: Member, _ description: String?
  ) -> PageFinding? {
    guard let description, let example else { return nil }
    return PageFinding(
      .remark, rule, "\(path).\(member.name)",
      line: example.line(at: member.value.span.lowerBound), "\(member.name) \(description)")
  }

  /// Looks at every object of the example; each key is told once.
  private func objects(_ look: (String, JSONValue) -> [PageFinding]) -> [PageFinding] {
    var told: Set<String> = []
    return levels.flatMap { level in level.objects.flatMap { look(level.path, $0) } }
      .filter { told.insert($0.key).inserted }
  }

  private static func times(of object: JSONValue) -> [Time] {
    object.members.compactMap { member in
      guard let text = member.value.string, let time = try? Instant(parsing: text) else {
        return nil
      }
      return (member.name, member.value, time)
    }
  }

  private static func epochs(of object: JSONValue) -> [Member] {
    object.members.filter { ($0.value.number?.int64 ?? 0) > 1_000_000_000 }
      .map { ($0.name, $0.value) }
  }

  private static func id(inMarker value: JSONValue) -> Int64? {
    guard let text = value.string, let bytes = Base64.decode(text),
      let document = try? JSONDocument(parsing: bytes)
    else { return nil }
    return document.root["id"]?.number?.int64
  }
}

extension PageReading {
  /// The numbers of fraction digits that the times of the example have, each once.
  var fractionDigits: String {
    let digits = levels.flatMap(\.objects).flatMap { Self.times(of: $0) }.map(\.time.fractionDigits)
    return Set(digits).sorted().map(String.init).joined(separator: ",")
  }
}
