// SPDX-License-Identifier: Apache-2.0
// What is asked to see which side of a quirk a server takes.

import Contract
import Wire

extension Observable {
  func probes(_ planning: PlanningContext) -> [Probe] {
    switch self {
    case .field, .names, .prefix, .pair, .fractionDigits, .extraMembers, .nulls, .order,
      .header:
      [planning.wholeList]
    case .envelope: [planning.baselineRequest]
    case .defaultSize: [planning.baselineRequest, planning.wholeList]
    case .totalUnderFilter: [planning.wholeList] + planning.filterWalks
    case .filteredWords: planning.filterWalks
    case .root, .markerOnShortPage: [planning.wholeList, planning.walk(limit: 7)]
    case .status(let question): [planning.once(planning.request(of: question))]
    case .errorShape(.unauthenticated): [planning.once(planning.request(as: .absent))]
    case .errorShape(.any), .errorMember: planning.refusals
    case .errorCode: planning.badRequests
    }
  }
}

extension PlanningContext {
  fileprivate func request(of question: Observable.Question) -> Probe.Request {
    switch question {
    case .query(let query): request(query.map { Probe.Parameter($0.name, $0.value) })
    case .unknown(let name):
      operation.parameter(name).map(requestOfNothing) ?? request()
    }
  }

  /// Requests that the service itself refuses.
  fileprivate var badRequests: [Probe] {
    let unknown = operation.parameters.filter { $0.fact?.role == .container }
    return (operation.paging.isObject ? [] : [ask(limit(0))])
      + unknown.map { once(requestOfNothing($0)) }
  }

  /// Requests that one or the other layer refuses.
  fileprivate var refusals: [Probe] {
    badRequests + [once(stranger(.absent)), once(stranger(.wrong))]
  }
}
