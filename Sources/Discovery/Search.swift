// SPDX-License-Identifier: Apache-2.0
// Goes down the lists, from the project to the rows that can be judged, within a bound of requests.

import Conformance
import Contract
import Wire

/// One search while it is under way.
struct Search {
  /// At most so many requests are sent.
  static let mostRequests = 200
  /// At most so many containers are looked into.
  static let mostInstances = 10

  private let given: [Fact: String]
  private let operations: [Contract.Operation]
  private let profile: Profile
  private var client: DiscoveryClient
  /// What there is beneath what was chosen, the value that was taken first.
  private var deepOptions: [Fact: [Choice.Option]] = [:]
  /// So many rows beneath what was chosen are looked into.
  private static let mostDeepRows = 5

  init(
    _ given: [Fact: String], _ operations: [Contract.Operation], _ profile: Profile,
    _ client: DiscoveryClient
  ) {
    self.profile = profile
    self.given = given
    self.operations = operations
    self.client = client
  }

  mutating func result() async -> DiscoveryResult {
    guard !needs.allSatisfy({ given[$0] != nil }) else { return ended(with: [], nil) }
    do throws(DiscoveryClient.Barrier) {
      let instances = try await candidates()
      let best = instances.max { $0.standing < $1.standing }
      if let best {
        try await sayWhatIsSwitchedOff(in: best)
        try await lookBeneath(best.facts)
      }
      return ended(with: instances, best)
    } catch {
      client.say(error.sentence)
      var result = ended(with: [], nil)
      result.ending = .barred
      return result
    }
  }

  /// The facts that the operations need.
  private var needs: Set<Fact> { operations.reduce(into: []) { $0.formUnion($1.pathFacts) } }

  private mutating func candidates() async throws(DiscoveryClient.Barrier) -> [InstanceCandidate] {
    let start = [Candidate(facts: given)]
    let list = profile.discovery?.list(of: .container)
    let instances = try await expanded(start, by: list, most: Self.mostInstances)
    var found: [InstanceCandidate] = []
    for (place, instance) in instances.enumerated() {
      let share = client.room / (instances.count - place)
      let said = client.remarks.count
      found.append(try await candidate(in: instance, most: max(1, min(100, (share - 5) / 4))))
      found[place].said = client.forget(behind: said)
    }
    return found
  }

  /// - Parameter most: How many candidates of each list are looked at.
  private mutating func candidate(
    in instance: Candidate, most: Int
  ) async throws(DiscoveryClient.Barrier) -> InstanceCandidate {
    var base = instance
    var groups: [String] = []
    if let list = profile.discovery?.list(of: .group), needs.contains(list.names),
      base.facts[list.names] == nil
    {
      groups = try await expanded([base], by: list, most: 100).compactMap(\.facts.group)
      if groups.count == 1 { base.facts[list.names] = groups[0] }
    }
    var sets: [CandidateSet] = []
    for operation in operations where decides(operation) {
      sets.append(try await candidateSet(to: operation, from: base, most: most))
    }
    return InstanceCandidate(base.facts, sets, groups: groups, of: profile)
  }

  /// Whether the rows of an operation weigh in the choice: lists that lead to others do not, nor does
  /// what is beneath a row of another one.
  private func decides(_ operation: Contract.Operation) -> Bool {
    let all = profile.discovery?.lists ?? []
    let leads = all.contains { $0.operation.id == operation.id && !$0.isBeneathChoice }
    let isDeep = all.contains { $0.isBeneathChoice && operation.pathFacts.contains($0.names) }
    return !lists(leadingTo: operation).isEmpty && !leads && !isDeep
  }

  /// Looks for rows of the chosen lists that have rows beneath them.
  private mutating func lookBeneath(
    _ facts: [Fact: String]
  ) async throws(DiscoveryClient.Barrier) {
    for list in profile.discovery?.lists ?? []
    where list.isBeneathChoice && facts[list.names] == nil {
      guard let operation = operations.first(where: { $0.pathFacts.contains(list.names) }),
        let page = try await client.page(of: list, for: facts)
      else { continue }
      let rows = page.rows.compactMap(Candidate(facts: facts).joined).distinct
      for candidate in rows.prefix(Self.mostDeepRows) {
        guard let value = candidate.facts[list.names] else { continue }
        switch try await client.count(of: operation, for: candidate.facts) {
        case .rows(let rows):
          deepOptions[list.names, default: []].append(Choice.Option(value: value, rows: rows))
        case .unknown:
          deepOptions[list.names, default: []].append(Choice.Option(value: value, rows: nil))
        case .absent: break
        }
      }
      deepOptions[list.names]?.sort { $0.rows ?? -1 > $1.rows ?? -1 }
    }
  }

  private mutating func candidateSet(
    to operation: Contract.Operation, from base: Candidate, most: Int
  ) async throws(DiscoveryClient.Barrier) -> CandidateSet {
    let lists = lists(leadingTo: operation)
    let isPinned = lists.contains { given[$0.names] != nil }
    var candidates = [base]
    for list in lists { candidates = try await expanded(candidates, by: list, most: most) }
    guard operation.path(with: given) == nil else {
      return CandidateSet(
        operation: operation, lists: lists, candidates: candidates, isPinned: isPinned)
    }
    var weighed: [Candidate] = []
    for candidate in candidates {
      switch try await client.count(of: operation, for: candidate.facts) {
      case .rows(let rows): weighed.append(Candidate(facts: candidate.facts, rows: rows))
      case .unknown: weighed.append(candidate)
      case .absent: break
      }
    }
    if weighed.isEmpty, !candidates.isEmpty {
      client.say(
        "\(operation.id) knows none of the \(candidates.count) that \(lists.last!.operation.id) names"
      )
    }
    return CandidateSet(operation: operation, lists: lists, candidates: weighed, isPinned: isPinned)
  }
}

extension Search {
  /// The candidates with what a list adds, the first row beneath each before the second of any.
  private mutating func expanded(
    _ candidates: [Candidate], by list: Profile.ParentList?, most: Int
  ) async throws(DiscoveryClient.Barrier) -> [Candidate] {
    guard let list else { return candidates }
    var groups: [[Candidate]] = []
    var (seen, total, wasAsked) = (0, 0, false)
    for candidate in candidates {
      guard list.adds(to: candidate.facts) else {
        groups.append([candidate])
        continue
      }
      guard let page = try await client.page(of: list, for: candidate.facts) else { continue }
      wasAsked = true
      seen += page.rows.count
      total += page.total
      groups.append(page.rows.compactMap(candidate.joined).distinct)
    }
    let found = interleaved(groups)
    if wasAsked { say(found, from: seen, of: total, in: list, most: most) }
    return Array(found.filter { list.belongs.keys.allSatisfy($0.facts.keys.contains) }.prefix(most))
  }

  private func interleaved(_ groups: [[Candidate]]) -> [Candidate] {
    let longest = groups.map(\.count).max() ?? 0
    return (0..<longest).flatMap { place in
      groups.filter { place < $0.count }.map { $0[place] }
    }
  }

  private mutating func say(
    _ found: [Candidate], from seen: Int, of total: Int, in list: Profile.ParentList, most: Int
  ) {
    let remedy = "set \(profile.variable(of: list.names)) to name one"
    if total == 0 {
      client.say("\(list.operation.id) has no rows; make one, or \(remedy)")
    } else if found.isEmpty {
      client.say(
        "\(list.operation.id) has \(Int(clamping: total).counted("row")), none of which fits what is given"
      )
    } else if total > seen || found.count > most {
      client.say(
        "\(list.operation.id) has \(Int(clamping: total).counted("row")); looked at the first \(min(seen, most)), \(remedy)"
      )
    }
    if found.contains(where: { !list.belongs.keys.allSatisfy($0.facts.keys.contains) }) {
      let lacking = list.belongs.keys.sorted()
      client.say(
        "\(list.operation.id) has rows that do not say their "
          + lacking.map { "\($0.name); set \(profile.variable(of: $0))" }.joined(separator: ", "))
    }
  }

  private mutating func sayWhatIsSwitchedOff(
    in instance: InstanceCandidate
  ) async throws(DiscoveryClient.Barrier) {
    guard let gate = profile.discovery?.gate else { return }
    for operation in operations where operation.access == .allowListed {
      if try await client.opens(gate, instance.facts) == false {
        client.say(
          "\(operation.id) may be refused: \(gate.operation) says that \(gate.member) is false")
      }
    }
  }

  /// What is known with the best instance, or of nothing but what was given.
  private mutating func ended(with instances: [InstanceCandidate], _ best: InstanceCandidate?)
    -> DiscoveryResult
  {
    for sentence in (best?.said ?? []) + (best?.remarks ?? []) { client.say(sentence) }
    let deep = deepOptions.compactMapValues(\.first?.value)
    let facts = (best?.facts ?? given).merging(deep) { known, _ in known }
    if client.wasCutShort {
      client.say(
        "looked no further, for a search sends at most \(Self.mostRequests) requests; "
          + "say yourself what is lacking, or try again later")
    }
    for operation in best?.emptyOperations ?? [] {
      client.say("\(operation) is empty even there, so that little can be asserted")
    }
    for operation in operations {
      let missing = operation.pathFacts.filter { facts[$0] == nil }.sorted().map(\.name)
      if !missing.isEmpty {
        client.say(
          "\(operation.id) will be skipped: the target does not say "
            + missing.joined(separator: ", "))
      }
    }
    let isBarred = client.wasForbidden && !client.wasAnswered
    let isComplete = needs.allSatisfy { facts[$0] != nil }
    let choices = choices(of: facts, instances, best)
    return DiscoveryResult(
      facts: facts.merging(others(of: choices)) { known, _ in known }, choices: choices,
      remarks: client.remarks,
      requests: client.requests, ending: isBarred ? .barred : isComplete ? .complete : .lacking)
  }

  /// What else there is of the parents, under which nothing of what was chosen may be found.
  private func others(of choices: [Choice]) -> [Fact: String] {
    let pairs = choices.compactMap { choice in
      choice.fact.otherName.flatMap(profile.fact(named:)).flatMap { other in
        choice.next.map { (other, $0.value) }
      }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  private func choices(
    of facts: [Fact: String], _ instances: [InstanceCandidate], _ best: InstanceCandidate?
  ) -> [Choice] {
    profile.facts.filter { needs.contains($0) && $0.role != .tenant }.map { fact in
      if let value = given[fact] { return Choice(given: value, as: fact) }
      guard fact.role == .container else {
        return Choice(
          of: facts[fact], from: deepOptions[fact] ?? best?.options(fact) ?? [], as: fact)
      }
      let options = instances.compactMap { instance in
        instance.facts[fact].map { Choice.Option(value: $0, rows: instance.standing.rows) }
      }
      return Choice(of: facts[fact], from: options, as: fact)
    }
  }
}

extension Search {
  /// The lists that lead from a container to the rows of an operation, in the order of asking.
  private func lists(leadingTo operation: Contract.Operation) -> [Profile.ParentList] {
    (profile.discovery?.lists ?? []).filter {
      $0.names.role == .item && !$0.isBeneathChoice && operation.pathFacts.contains($0.names)
    }
  }
}

extension Profile.ParentList {
  /// Whether a row can say more than is known.
  func adds(to facts: [Fact: String]) -> Bool {
    facts[names] == nil || belongs.keys.contains { facts[$0] == nil }
  }
}

extension [Fact: String] {
  /// The group that is named, if one is.
  var group: String? { first { $0.key.role == .group }?.value }
}

extension Contract.Operation {
  /// The path, nil where a fact is not known.
  func path(with facts: [Fact: String]) -> String? {
    path.filled { name in parameter(name)?.fact.flatMap { facts[$0] } }
  }
}
