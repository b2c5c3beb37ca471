// SPDX-License-Identifier: Apache-2.0
// What somebody else asked and recorded, so that a plan can be cut to what there is.

public import Contract
import Wire

/// The requests of a recording that was made by another program, for another purpose.
public struct RecordedRequests: Sendable {
  /// In the order of time; requests that ask for the same differ in their repetition.
  public let exchanges: [RecordedExchange]
  /// What of the target was read off requests of which none was granted.
  let guessed: Set<Fact>
  private let known: Set<Probe.Request>
  /// The sendings of what asks for the same; the first is that whose answer says the most.
  private let sendings: [Probe.Request.Meaning: [Probe.Request]]

  /// - Parameters:
  ///   - exchanges: In the order of time; their repetitions do not count.
  ///   - guessed: What of the target was read off them, and none was granted.
  public init(_ exchanges: [RecordedExchange], guessed: Set<Fact> = []) {
    self.guessed = guessed
    var exchanges = exchanges
    var places: [Probe.Request.Meaning: [Int]] = [:]
    for place in exchanges.indices {
      exchanges[place].request.repetition = 0
      places[exchanges[place].request.plainMeaning, default: []].append(place)
    }
    sendings = places.mapValues { places in
      let ranked = places.sorted {
        (exchanges[$0].standing.rawValue, $0) < (exchanges[$1].standing.rawValue, $1)
      }
      for (number, place) in ranked.enumerated() { exchanges[place].request.repetition = number }
      return ranked.map { exchanges[$0].request }
    }
    self.exchanges = exchanges
    known = Set(exchanges.map(\.request))
  }

  /// The request as it was recorded, however its parameters were ordered and encoded, and whether or
  /// not the documented default `offset=0` was sent; nil where nobody asked for it so many times.
  func original(of request: Probe.Request) -> Probe.Request? {
    if known.contains(request) { return request }
    guard let list = sendings[request.plainMeaning], list.indices.contains(request.repetition)
    else { return nil }
    return list[request.repetition]
  }

  /// Whether a request is there.
  func hold(_ request: Probe.Request) -> Bool { original(of: request) != nil }
}

extension Probe {
  /// The request that the probe begins with.
  func opening(_ paging: Paging) -> Request {
    switch traversal {
    case .once, .recorded: first
    case .offsetWalk(let limit, _, _), .markerWalk(let limit, _), .linkWalk(let limit, _),
      .behindEnd(let limit, _):
      first.page(paging, behind: 0, size: limit)
    case .learned(let learning): first.page(paging, behind: 0, size: learning.limit)
    }
  }
}

extension PlanningContext {
  /// The probes that a recording can answer; all of them where none can, so that somebody says so,
  /// or without a recording.
  func available(_ probes: [Probe]) -> [Probe] {
    guard let recorded else { return probes }
    let held = probes.filter { recorded.requests.hold($0.opening(operation.paging)) }
    return held.isEmpty ? probes : held
  }

  /// The request that shows whether we are let in: the plain one, or the best that was recorded.
  var entrance: Probe { recorded?.entrance.map(once) ?? baselineRequest }

  /// What has to be answered with status 200.
  var documentedRequests: [Probe] {
    guard let own = recorded?.documented, !own.isEmpty else {
      // Of the first pages of offsets a rule of its own speaks.
      return [baselineRequest] + walks + (operation.paging.isMarker ? [ask(limit(1))] : [])
    }
    return own
  }

  /// One page that is asked for twice, with as little time between as can be.
  var samePageTwice: [Probe] { recorded?.pageTwice ?? firstPagesTwice }

  /// The same, or what was recorded in place of the second.
  var samePageAgain: [Probe] { recorded?.pageAgain ?? firstPagesTwice }

  private var firstPagesTwice: [Probe] {
    [firstPages, firstPages.repeated(recorded == nil ? 1 : Probe.Request.reading - 1)]
  }
}
