// SPDX-License-Identifier: Apache-2.0
// The signs that stand in the rows of a list.

import Contract
import Wire

extension Answers {
  func values(
    _ path: FieldPath, _ trait: Observable.Trait, _ condition: Observable.Condition?
  ) -> [Observation] {
    rows { site in
      if let condition, !condition.words.contains(site.row[condition.field]?.string ?? "") {
        return nil
      }
      guard let holder = site.holder(of: path) else { return nil }
      let value = holder[path.names.last ?? ""]
      return trait.sign(of: value).map { site.observation($0, of: path, value) }
    }
  }

  func names(_ names: [String]) -> [Observation] {
    rows { site in
      let name = names.first { site.row[$0] != nil }
      let shown = name ?? names[0]
      return site.observation(name ?? "absent", of: FieldPath([shown]), site.row[shown])
    }
  }

  func prefixes(_ path: FieldPath, _ parameter: String) -> [Observation] {
    guard let prefix = planning.pathValue(of: parameter) else { return [] }
    return rows { site in
      guard let value = site.row.value(at: path), let text = value.string else { return nil }
      return site.observation(text.hasPrefix(prefix + "/") ? "with" : "without", of: path, value)
    }
  }

  func pairs(_ left: FieldPath, _ right: FieldPath) -> [Observation] {
    rows { site in
      guard let value = site.row.value(at: left), let other = site.row.value(at: right) else {
        return nil
      }
      return site.observation(value.isSame(as: other) ? "equal" : "different", of: left, value)
    }
  }

  var extraMembers: [Observation] {
    let known = Set(planning.operation.rowFields.map(\.name))
    return rows { site in
      let extra = site.row.members.first { !known.contains($0.name) }
      guard let extra else { return Observation("none", at: BodyLocation(site.page.exchange)) }
      return site.observation("some", of: FieldPath([extra.name]), extra.value)
    }
  }

  var nulls: [Observation] {
    rows { site in
      let null = site.row.members.first { $0.value.isNull }
      guard let null else { return Observation("none", at: BodyLocation(site.page.exchange)) }
      return site.observation("some", of: FieldPath([null.name]), null.value)
    }
  }

  /// One observation for the whole list, where it has two times or more.
  func fractionDigits(_ fields: [String]) -> [Observation] {
    var first: Observation?
    var digits: Set<Int> = []
    for (page, number) in pages {
      for (index, row) in (page.rows ?? []).enumerated() {
        for name in fields {
          guard let value = row[name], let instant = value.instant, !instant.isZeroTime else {
            continue
          }
          digits.insert(instant.fractionDigits)
          let site = RowSite(page: page, number: number, index: index, row: row)
          first = first ?? site.observation("", of: FieldPath([name]), value)
        }
      }
    }
    first?.sign = digits.count == 1 ? "\(digits.first!)" : "varied"
    return first.map { [$0] } ?? []
  }

  func order(_ path: FieldPath) -> [Observation] {
    let times = pages.flatMap { $0.page.rows ?? [] }.compactMap { $0.value(at: path)?.instant }
    guard times.count > 1, times.first != times.last, let page = pages.first?.page else {
      return []
    }
    let pairs = zip(times, times.dropFirst())
    let sign =
      pairs.allSatisfy { $0 >= $1 }
      ? "descending" : pairs.allSatisfy { $0 <= $1 } ? "ascending" : "unordered"
    return [Observation(sign, at: BodyLocation(page.exchange))]
  }

  /// What rows have whose list was asked for by a word.
  var filteredWords: [Observation] {
    guard let filter = planning.operation.filters.first, let field = filter.filters else {
      return []
    }
    return transcripts.flatMap { transcript in
      let word = transcript.probe.first.query.first { $0.name == filter.name }?.value
      return Answers([transcript], planning).rows { site in
        guard let value = site.row[field], let text = value.string else { return nil }
        return site.observation(text == word ? "same" : "other", of: FieldPath([field]), value)
      }
    }
  }
}
