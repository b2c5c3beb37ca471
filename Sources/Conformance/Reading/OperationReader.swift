// SPDX-License-Identifier: Apache-2.0
// Makes a reading of a response: by the program where it shows rows, by the parser where it is an error.

public import Contract
import Wire

/// Reads the responses of one operation.
public final class OperationReader: Sendable {
  private let program: ResponseProgram
  private let headerNames: [String]
  /// The filter of each field whose values are counted; nil for a field of none.
  private let filters: [Parameter?]
  private let samples = SampleBudget()
  /// Who is asked.
  let target: SharedFacts
  private var profile: Profile { target.facts.profile }

  var paging: Paging { program.operation.paging }

  /// The operation's id.
  var operation: String { program.operation.id }

  /// - Parameter isOfOthers: Whether somebody else has recorded what is read, and may have hidden ids.
  public init(
    _ operation: Contract.Operation, of facts: TargetFacts, isOfOthers: Bool = false
  ) {
    target = SharedFacts(facts)
    program = ResponseProgram(operation) { parameter in
      // In place of what somebody has hidden in a recorded URL anything may stand.
      operation.parameter(parameter)?.fact.flatMap { facts[$0] }
        .flatMap { isOfOthers && PercentEncoding.decode($0)?.isMask == true ? nil : $0 }
    }
    let all = operation.filters + operation.openFilters
    filters = operation.countedFields.map { field in all.first { $0.fields.contains(field) } }
    let observed = operation.quirks.compactMap { quirk -> String? in
      if case .header(let name)? = quirk.observable { name } else { nil }
    }
    var names = ["Content-Type", "Retry-After", "Location"] + observed
    names += [facts.profile.requestID].compactMap(\.self)
    if case .header(let name) = operation.paging.total { names.append(name) }
    if operation.paging.leadsByLink { names.append(LinkField.name) }
    headerNames = names
  }

  /// How many rows a body of status 200 shows, once all rules have looked at them; nil for no JSON.
  package func rowCount(of body: [UInt8], observing: Bool) -> Int? {
    let request = Probe.Request(path: "/")
    return try? read(body, request, observing ? SideLedger() : nil).facts.identities.count
  }

  /// Reads a response.
  ///
  /// - Parameter ledger: What the traversal has shown of quirks; nil where no quirk asks for it.
  func read(
    _ response: HTTPResponse, to request: Probe.Request, _ ledger: SideLedger?
  ) -> ReadResponse {
    let isKnown = response.gaps.body == nil
    let isGranted = response.status == 200 && isKnown
    var (body, fault): (BodyReading?, ReadResponse.SyntaxFault?)
    var root: JSONValue?
    var isQuoted = true
    do throws(JSONSyntaxError) {
      if isGranted {
        body = try read(response.body, request, ledger)
      }
      let isPage = body?.facts.rows != .missing && !program.operation.paging.isObject
      isQuoted = !isGranted || !isPage || samples.takeExcerpt()
      if isKnown, !isGranted || !isPage,
        response.body.count <= ErrorFacts.longest
      {
        root = try JSONDocument(parsing: response.body).root
      }
    } catch {
      fault = ReadResponse.SyntaxFault(error, in: response)
    }
    return ReadResponse(
      status: response.status, gaps: response.gaps, headers: response.headers.only(headerNames),
      oddities: response.arrival?.oddities ?? [], byteCount: response.body.count,
      repeatsSecret: response.holds(profile.mark),
      stackTrace: response.status.code >= 400
        ? response.stackTrace(root, masked: profile.mark) : nil,
      syntaxFault: fault, body: body, error: errorFacts(root, response),
      opening: response.status.isError ? response.excerpt(around: 0) : "",
      excerpt: isQuoted
        ? response.body.withUnsafeBufferPointer { Finding.Excerpt(of: $0, around: nil) } : nil)
  }

  private func errorFacts(_ root: JSONValue?, _ response: HTTPResponse) -> ErrorFacts? {
    guard let root else { return nil }
    var facts = ErrorFacts(
      root: root, of: program.operation.paging, by: profile.errors)
    if response.status.isError, facts.isDocumented {
      facts.lookAtError(root, response.body, by: profile.errors)
    }
    return facts
  }

  private func read(
    _ body: [UInt8], _ request: Probe.Request, _ ledger: SideLedger?
  ) throws(JSONSyntaxError) -> BodyReading {
    var options = BodyReader.Options()
    options.observes = ledger != nil
    options.ledger = ledger
    options.askedWords = filters.map { filter in
      request.query.first { $0.name == filter?.name }.map {
        PercentEncoding.decode($0.value) ?? $0.value
      }
    }
    options.keepsRows = samples.take(body.count)
    return try body.withUnsafeBufferPointer { (bytes) throws(JSONSyntaxError) in
      try program.read(bytes, options)
    }
  }
}

extension HTTPFields {
  /// The fields of those names, each as often as it came.
  fileprivate func only(_ names: [String]) -> HTTPFields {
    HTTPFields(names.flatMap { name in values(of: name).map { Field(name, $0) } })
  }
}

extension HTTPResponse {
  /// Whether a secret stood in the body, or anywhere in its head or behind it.
  fileprivate func holds(_ mark: String) -> Bool {
    if body.contains(text: mark) { return true }
    let fields =
      headers.fields + (arrival.map { $0.earlyFields.fields + $0.trailers.fields } ?? [])
    return fields.contains { $0.name.holds(mark) || $0.value.holds(mark) }
      || arrival?.reason?.holds(mark) == true
      || arrival?.oddities.contains { $0.detail.holds(mark) } == true
  }
}

extension String {
  fileprivate func holds(_ mark: String) -> Bool {
    utf8.count >= mark.utf8.count && Array(utf8).contains(text: mark)
  }
}
