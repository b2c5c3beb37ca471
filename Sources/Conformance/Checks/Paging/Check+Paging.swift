// SPDX-License-Identifier: Apache-2.0
// What all paging checks share: a style they apply to, walks they read, and moving data ruled out.

import Contract
import Wire

extension Check {
  /// A check of walks that makes one case for each operation of a paging style.
  ///
  /// - Parameters:
  ///   - topic: The parameter or field of the page that makes the promise.
  ///   - probes: What the case asks; with no probe there is no case.
  static func paging(
    _ rule: String,
    _ summary: String,
    title: String,
    _ requirement: Requirement = .must,
    says: String,
    about topic: PagingTopic = .limit,
    in styles: PagingStyles = .all,
    comparesAnswers: Bool = true,
    probes: @escaping @Sendable (Planning) -> [Probe] = { $0.walks },
    judge: @escaping @Sendable (inout Judgement, [Transcript], Planning) -> Void
  ) -> Check {
    Check(rule, .paging, summary) { planning, check in
      guard styles.contains(PagingStyles(planning.operation.paging.style)),
        case let probes = probes(planning), !probes.isEmpty
      else { return [] }
      return [
        check.makeCase(
          planning, nil, title, requirement, promise: planning.pagingPromise(says, about: topic),
          asks: .probes(probes), comparesAnswers: comparesAnswers
        ) { judgement, transcripts in
          judge(&judgement, transcripts, planning)
          for list in transcripts.lists(planning) {
            if let obstacle = list.obstacle { judgement.doubt(obstacle) }
          }
          if judgement.asserted == 0 { judgement.doubtEmptyList(transcripts, planning) }
        }
      ]
    }
  }
}

/// What a paging rule is about, by the name that pages give it.
enum PagingTopic: String {
  case limit, offset, total, marker
}

/// The paging styles that a check applies to.
struct PagingStyles: OptionSet {
  let rawValue: Int

  static let offset = PagingStyles(rawValue: 1)
  static let marker = PagingStyles(rawValue: 2)
  static let all: PagingStyles = [.offset, .marker]

  init(rawValue: Int) {
    self.rawValue = rawValue
  }

  init(_ style: Paging.Style) {
    self = if case .marker = style { .marker } else { .offset }
  }
}

extension Planning {
  /// A promise about paging, which stands where the page lists the topic.
  func pagingPromise(_ says: String, about topic: PagingTopic = .limit) -> Promise {
    if topic == .total, case .offset(let path, _) = operation.paging.style,
      let field = operation.field(at: path)
    {
      return operation.promise(says, at: field.place)
    }
    return operation.parameter(topic.rawValue).map { operation.promise(says, parameter: $0) }
      ?? operation.promise(says, at: operation.paging.place)
  }

  /// The parameter `limit`.
  func limit(_ count: Int) -> Probe.Parameter { Probe.Parameter("limit", "\(count)") }

  /// The parameter `offset`.
  func offset(_ row: Int) -> Probe.Parameter { Probe.Parameter("offset", "\(row)") }
}

extension Judgement {
  /// Says why a paging rule had nothing to look at.
  mutating func doubtEmptyList(_ transcripts: [Transcript], _ planning: Planning) {
    let rows = transcripts.lists(planning).map(\.identities.count).max() ?? 0
    doubt(
      rows == 0
        ? .nothingToAssert("the list is empty")
        : .tooFewRows(have: rows, need: 8))
  }

  /// Compares two runs of rows and notes the first difference.
  ///
  /// - Parameter what: The beginning of the sentence, such as `limit=7 reads other rows than limit=100`.
  mutating func compare(
    _ got: [String], with wanted: [String], _ what: String, at spot: Spot
  ) {
    guard !assert(got == wanted, count: max(1, got.count)) else { return }
    let place =
      zip(got, wanted).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? min(got.count, wanted.count)
    fault(
      .error, "\(what), first at row \(place)",
      expected: "\(wanted.count) rows, row \(place) is \(wanted.identity(at: place))",
      received: Finding.Received("\(got.count) rows, row \(place) is \(got.identity(at: place))"),
      at: spot, kind: what)
  }
}

extension [String] {
  fileprivate func identity(at place: Int) -> String {
    indices.contains(place) ? String(self[place].prefix(60)) : "not there"
  }
}
