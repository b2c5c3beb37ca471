// SPDX-License-Identifier: Apache-2.0
// Pages that lead to the next one in a header field: from each page on, behind the last no further.

import Contract
import Wire

extension Check {
  static let linksLead = paging(
    "link-leads-to-next-page",
    "A Link field with rel=next leads from page to page, and the last page has none.",
    title: "Link leads from page to page, and ends with the last",
    description: "a page that others follow names the next one in Link",
    wanting: "no page says whether others follow",
    probes: { planning in
      guard planning.operation.paging.leadsByLink else { return [] }
      return planning.recorded == nil ? [planning.wholeList, planning.linkWalk] : planning.walks
    }
  ) { context, transcripts, planning in
    let lists = transcripts.lists(planning)
    guard let whole = lists.first else { return }
    for list in lists where list.transcript.probe.first.startsList(planning.operation.paging) {
      context.lookAtLinks(of: list, whole)
    }
    for list in lists.dropFirst() where list.isByLink && list.count > 0 {
      let isShort = list.count < whole.count
      let wanted = isShort ? whole.identities.first(list.count) : whole.identities
      context.compare(
        list.identities, with: wanted, "following Link reads other rows than \(whole.size)",
        at: BodyLocation(
          list.connectedPages.last?.reading ?? whole.transcript.readings[0],
          comparedWith: whole.transcript.readings[0]))
    }
  }
}

extension PlanningContext {
  /// The list in pages of ten, each asked for as the one before says.
  fileprivate var linkWalk: Probe {
    let limit = min(10, largestLimit)
    return Probe(
      operation: operation.id, first: request(),
      traversal: .linkWalk(limit: limit, most: isThorough ? 100 : 25))
  }
}

extension ListReading {
  fileprivate var isByLink: Bool {
    if case .linkWalk = transcript.probe.traversal { true } else { false }
  }
}

extension CheckContext {
  fileprivate mutating func lookAtLinks(of list: ListReading, _ whole: ListReading) {
    var shown = 0
    for page in list.connectedPages {
      shown += page.identities.count
      let all = page.total.map { Int(clamping: $0) }
      guard let all = all ?? (whole.isComplete ? whole.count : nil) else { continue }
      let told = page.reading.response?.headers.values(of: LinkField.name) ?? []
      let received = Finding.Received(told.isEmpty ? "no Link" : told.joined(separator: ", "))
      let problem: (summary: String, expected: String)? =
        switch page.nextLink {
        case .malformed: ("Link is not as RFC 8288 has it", "<…>; rel=\"next\"")
        case .elsewhere(let path): ("Link leads to another list, \(path)", "the same list")
        case .none where shown < all:
          ("a page has no link to the next one, and \(shown) of \(all) rows are shown", "rel=next")
        case .request where shown >= all:
          ("the last page has a link to a next one", "no link with rel=next")
        case .none, .request: nil
        }
      _ = assert()
      guard let problem else { continue }
      fault(
        .error, problem.summary, expected: problem.expected, received: received,
        at: BodyLocation(page.reading, page: page.number))
    }
    guard list.isByLink, list.transcript.ending == .circular, let last = list.pages.last else {
      return
    }
    _ = assert(false)
    fault(
      .error, "Link leads to a page that was shown before", expected: "the next page",
      received: Finding.Received(last.reading.request.line),
      at: BodyLocation(last.reading, page: last.number))
  }
}

/// Where a page says that the next one is.
enum NextLink: Hashable {
  /// It says that there is none.
  case none
  /// A field that is not as RFC 8288 has it.
  case malformed
  /// A path that is not the list's.
  case elsewhere(String)
  case request(Probe.Request)
}

extension ListPage {
  /// Where the page says that the next one is, as a request to the endpoint that is asked.
  ///
  /// Of a whole URI only path and query count: behind a proxy the service knows itself by another name.
  var nextLink: NextLink {
    guard let headers = reading.response?.headers else { return .none }
    guard let field = LinkField(headers) else { return .malformed }
    guard let link = field["next"] else { return .none }
    let target = Self.originForm(of: link.target, behind: reading)
    let other = Probe.Request(method: .get, target: target, credential: .own)
    guard PercentEncoding.normalized(other.path) == PercentEncoding.normalized(reading.request.path)
    else { return .elsewhere(other.path) }
    var request = reading.request
    request.query = other.query
    return .request(request)
  }

  /// A URI reference as a path below the endpoint, with its query.
  private static func originForm(of reference: String, behind reading: Reading) -> String {
    var text = String(reference.prefix { $0 != "#" })
    let path = reading.request.path
    if text.isEmpty { return path }
    if text.hasPrefix("?") { return path + text }
    if let scheme = text.firstRange(of: "://"), !text[..<scheme.lowerBound].contains("/") {
      text = withoutAuthority(text[scheme.upperBound...])
    } else if text.hasPrefix("//") {
      text = withoutAuthority(text.dropFirst(2))
    } else if !text.hasPrefix("/") {
      return path[..<path.index(after: path.lastIndex(of: "/") ?? path.startIndex)] + text
    }
    let endpoint = reading.facts.endpoint.firstRange(of: "://").map {
      withoutAuthority(reading.facts.endpoint[$0.upperBound...])
    }
    let prefix = endpoint == "/" ? "" : endpoint ?? ""
    return text.hasPrefix(prefix + "/") ? String(text.dropFirst(prefix.count)) : text
  }

  private static func withoutAuthority(_ text: Substring) -> String {
    let rest = text.drop { $0 != "/" && $0 != "?" }
    return rest.hasPrefix("/") ? String(rest) : "/" + rest
  }
}
