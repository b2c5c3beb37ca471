// SPDX-License-Identifier: Apache-2.0
// Contradictions between the prose of a page, its path, its tables and its status codes.

import Wire

extension PageReading {
  var pathGaps: [PageFinding] {
    guard page.placements.contains(.path) else { return [] }
    let rows = page.parameters.filter { $0.placement == .path }.map(\.row)
    let undescribed = page.gaps.filter { gap in !rows.contains { $0.name == gap } }.map {
      PageFinding(
        .contradiction, "gap-undescribed", "path.\($0)", line: page.path.line,
        "the path has {\($0)}, and the table does not list it")
    }
    let idle = rows.filter { !page.gaps.contains($0.name) }.map {
      PageFinding(
        .contradiction, "row-without-gap", "path.\($0.name)", line: $0.line,
        "the table lists \($0.name), and the path has no such gap")
    }
    return undescribed + idle
  }

  var requestExample: [PageFinding] {
    guard let example = page.requestExample else { return [] }
    let words = example.value.split(separator: " ", maxSplits: 1).map(String.init)
    let url = words.last?.split(separator: "?").first.map(String.init) ?? ""
    guard words.first != page.method || !url.trimmed.endsLike(page.path.value) else { return [] }
    return [
      PageFinding(
        .contradiction, "request-example", "path", line: example.line,
        "the example request is not \(page.method) \(page.path.value)")
    ]
  }

  var statusCodes: [PageFinding] {
    guard !page.statusCodes.isEmpty else { return [] }
    let listed = Set(page.statusCodes.map(\.value))
    let described = Set(page.responses.map(\.status))
    let silent = page.statusCodes.filter { !described.contains($0.value) }.map {
      PageFinding(
        .contradiction, "status-without-response", "\($0.value)", line: $0.line,
        "\($0.value) is in the list of status codes, and no response is described for it")
    }
    return silent
      + page.responses.filter { !listed.contains($0.status) }.map {
        PageFinding(
          .contradiction, "status-unlisted", "\($0.status)", line: $0.line,
          "a response is described for \($0.status), and the list of status codes lacks it")
      }
  }

  /// Parameters that go together although either may be left out, or of which only one says so.
  var pairing: [PageFinding] {
    let rows = page.parameters.filter { $0.placement == .query }.map(\.row)
    return rows.filter(\.rules.goesTogether).flatMap { row in
      let optional = row.rules.defaultValue.map {
        PageFinding(
          .contradiction, "together-with-default", "query.\(row.name)", line: row.line,
          "\(row.name) has to be sent with another parameter, yet it has the default \($0)")
      }
      let silent = rows.filter {
        $0.name != row.name && !$0.rules.goesTogether && row.mentions($0.name)
      }
      return [optional].compactMap { $0 }
        + silent.map {
          PageFinding(
            .contradiction, "one-sided", "query.\($0.name)", line: $0.line,
            "\(row.name) has to be sent with \($0.name), and \($0.name) does not say so")
        }
    }
  }

  /// Ids and times that a description calls those of another thing.
  var descriptions: [PageFinding] {
    let parameters = page.parameters.map { ("\($0.placement.rawValue)", $0.row, Noun?.none) }
    let fields = levels.flatMap { level in level.rows.map { (level.path, $0, level.noun) } }
    return (parameters + fields).compactMap { path, row, owner in
      row.misnomer(among: owner).map {
        PageFinding(
          .contradiction, "description", "\(path).\(row.name)", line: row.line,
          "\(row.name) is described as \($0)")
      }
    }
  }

  var title: [PageFinding] {
    let listed = Noun.listed(in: page.title.value)
    guard let noun = levels.dropFirst().first?.noun ?? levels.first?.noun, !listed.isEmpty,
      !listed.contains(noun)
    else { return [] }
    let names = listed.map { "\($0.rawValue)s" }.sorted().joined(separator: ", ")
    return [
      PageFinding(
        .contradiction, "title", "page", line: page.title.line,
        "the title speaks of \(names), and the list is of \(noun.rawValue)s")
    ]
  }

  /// Filters whose words are those of a field with another name.
  var filterNames: [PageFinding] {
    let fields = levels.flatMap(\.rows)
    return page.parameters.map(\.row).filter { !$0.rules.words.isEmpty }.compactMap { row in
      guard !fields.contains(where: { $0.name == row.name }),
        let field = fields.first(where: { Set($0.rules.words) == Set(row.rules.words) })
      else { return nil }
      return PageFinding(
        .contradiction, "filter-name", "query.\(row.name)", line: row.line,
        "\(row.name) filters by \(field.name); no field is called \(row.name)")
    }
  }
}

extension DocumentedOperation.Row {
  /// Whether the description names another parameter.
  fileprivate func mentions(_ name: String) -> Bool { description.contains(name) }

  /// What the description wrongly calls the field; nil if nothing is wrong with it.
  fileprivate func misnomer(among owner: Noun?) -> String? {
    if name == "id" || name.hasSuffix("_id") {
      let owners = Noun.owners(ofIDIn: description)
      if let meant = name == "id" ? owner : Noun.named(name), !owners.isEmpty,
        !owners.contains(meant)
      {
        return "the id of a thing that is no \(meant.rawValue): "
          + owners.map(\.rawValue).sorted().joined(separator: ", ")
      }
      let isName = ["名称", "name"].contains { description.lowercased().contains($0) }
      return isName && owners.isEmpty && !description.lowercased().contains("id") ? "a name" : nil
    }
    guard name.hasSuffix("_at") || name.hasSuffix("_time"), let owner else { return nil }
    let others: [Noun] = [.instance, .policy, .resource]
    return others.first { $0 != owner && $0.isNamed(in: description) }
      .map { "a time of the \($0.rawValue), in a row about a \(owner.rawValue)" }
  }
}

extension String {
  /// Whether it ends in a path, with or without values in the gaps.
  fileprivate func endsLike(_ path: String) -> Bool {
    let (own, wanted) = (split(separator: "/"), path.split(separator: "/"))
    guard own.count >= wanted.count else { return false }
    return zip(own.suffix(wanted.count), wanted).allSatisfy { $0 == $1 || $1.hasPrefix("{") }
  }
}
