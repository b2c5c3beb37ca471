// SPDX-License-Identifier: Apache-2.0
// One entry of a HAR file, read for what a check looks at, whoever wrote it.

import Conformance
import Contract
import Redaction
import Wire

/// One recorded exchange.
struct HAREntry {
  var method: HTTPRequest.Method
  var url: RecordedURL
  /// When the request was sent, in seconds since 1970; nil where the entry does not tell it.
  var start: Double?
  /// By what one who asks is told from another: the token, or the key of a signature.
  var caller: String?
  /// What was sent to prove who asks, where the entry still shows it.
  var secrets: [String]
  /// What an answer may repeat and nobody has to see, such as a cookie.
  var names: [String]
  /// Whether somebody proved who asks.
  var isAuthenticated: Bool
  var result: Result<RecordedResponse, TransportFailure>
  /// In whose name it was sent; nil where another program wrote the entry.
  var credential: Credential?
  /// Which sending of the same request it was; nil where another program wrote the entry.
  var repetition: Int?
}

extension HAREntry {
  /// - Parameters:
  ///   - url: What was asked; nil where the entry does not tell it.
  ///   - texts: What stands in many entries, and is kept once.
  init(
    _ entry: HARMember, url: RecordedURL?, by credentials: Profile.Credentials,
    _ texts: inout SharedTexts
  ) throws(Omission) {
    guard let url, let request = entry["request"], let response = entry["response"],
      let method = request["method"]?.string?.uppercased(),
      let status = response["status"]?.wholeNumber
    else { throw .incomplete }
    credential = entry["_credential"]?.string.flatMap(Credential.init)
    let isForeign = credential == nil
    if isForeign, let omission = entry.omission(method: method, status: status) { throw omission }
    self.method = HTTPRequest.Method(method)
    self.url = url
    if isForeign { self.url.add(request.parameters) }
    self.url.origin = texts.shared(url.origin)
    self.url.path = texts.shared(url.path)
    start = entry["startedDateTime"]?.string.flatMap(Self.seconds)
    let proof = CallerProof(HTTPFields(request["headers"], &texts) { _ in true }, credentials)
    // Who was there when it passed has looked for what is hidden now.
    let hasPassed = entry["_caller"] != nil
    secrets = proof.secrets
    names = proof.names.map { texts.shared($0) }
    isAuthenticated = proof.isThere || !hasPassed && proof.isLeftOut
    caller = (entry["_caller"]?.string ?? proof.caller).map { texts.shared($0) }
    repetition = entry["_repetition"]?.integer
    if let kind = entry["_failure"]?.string.flatMap(TransportFailure.Kind.init) {
      result = .failure(TransportFailure(kind, response["_error"]?.string ?? ""))
    } else if (100...999).contains(status) {
      var answer = RecordedResponse(
        response, status, isForeign ? entry.breakage : nil, isForeign,
        ExchangePhases(entry), &texts)
      answer.isUnsought = isForeign && !proof.isSought && !(hasPassed && proof.isHidden)
      result = .success(answer)
    } else {
      let why = entry.breakage.map { ", \($0)" } ?? ""
      result = .failure(
        TransportFailure(.notKept, "no answer was recorded: status \(status)\(why)"))
    }
  }

  /// A point in time as seconds since 1970; nil for a text that is none.
  static func seconds(_ text: String) -> Double? {
    guard let instant = try? Instant(parsing: text) else { return nil }
    return Double(instant.seconds) + Double(instant.nanoseconds) / 1e9
  }
}

extension RecordedResponse {
  fileprivate init(
    _ response: HARMember, _ status: Int, _ breakage: String?, _ isForeign: Bool,
    _ phases: ExchangePhases?, _ texts: inout SharedTexts
  ) {
    self.status = HTTPResponse.Status(status)
    headers = HTTPFields(response["headers"], &texts) { _ in true }
    body = response.body(isForeign: isForeign, headers: headers, status: status)
    arrival = response.arrival
    self.phases = phases
    guard isForeign else { return }
    let lengths = [
      headers.plainLength, response["bodySize"]?.integer, response["content"]?["size"]?.integer,
    ]
    let type = response["content"]?["mimeType"]?.string.flatMap { $0.contains("/") ? $0 : nil }
    // A program that knows the type and has no field for it has left fields out.
    let told = headers.fields.filter { !$0.value.isMask }
    let isDropped =
      type != nil && headers["Content-Type"] == nil || told.count < headers.fields.count
    headers = HTTPFields(told)
    expected = Expected(
      length: lengths.compactMap { $0 }.max() ?? 0, breakage: breakage,
      isCut: response.isMarkedAsCut, isCoded: headers.isCoded,
      headers: !headers.fields.isEmpty && !isDropped,
      encoding: response["content"]?.unknownEncoding)
    if headers.fields.isEmpty, let type { headers.append("Content-Type", texts.shared(type)) }
  }
}

extension HARMember {
  /// What a header field says, of which some programs make a list or a number.
  fileprivate var fieldValue: String? {
    string ?? value.number?.raw
      ?? (value.kind == .array ? elements.compactMap(\.string).joined(separator: ", ") : nil)
  }

  /// The list of names and values of a query.
  fileprivate var parameters: [(name: String, value: String)] {
    (self["queryString"]?.elements ?? []).compactMap { parameter in
      parameter["name"]?.string.map { ($0, parameter["value"]?.string ?? "") }
    }
  }

  /// A status as programs write it: a number, or a text of digits.
  fileprivate var wholeNumber: Int? { integer ?? string.flatMap { Int($0) } }

  /// What a request asks for, from its URL or from its target and its host; nil where neither tells.
  var requestedURL: RecordedURL? {
    guard let text = self["url"]?.string else { return nil }
    guard text.hasPrefix("/") else { return RecordedURL(text) }
    let fields = self["headers"]?.elements ?? []
    func field(_ names: String...) -> String? {
      fields.first { names.contains($0["name"]?.string?.lowercased() ?? "") }?["value"]?.string
    }
    return field("host", ":authority").flatMap {
      RecordedURL("\(field(":scheme") ?? "https")://\($0)\(text)")
    }
  }
}

extension HAREntry {
  /// What somebody has seen pass.
  init(
    _ passed: PassedExchange, to endpoint: String, by credentials: Profile.Credentials
  ) throws(Omission) {
    guard let url = RecordedURL(endpoint + passed.request.target) else { throw .incomplete }
    guard ["GET", "POST", "PUT", "PATCH", "DELETE"].contains("\(passed.request.method)") else {
      throw .method("\(passed.request.method)")
    }
    if let status = try? passed.result.get().status, status == 304 { throw .notModified }
    let proof = CallerProof(passed.request.headers, credentials)
    self.init(
      method: passed.request.method, url: url, start: passed.start,
      caller: proof.caller, secrets: proof.secrets, names: proof.names,
      isAuthenticated: proof.isThere,
      result: passed.result.map { answer in
        RecordedResponse(
          status: answer.status, headers: answer.headers, body: .bytes(answer.body),
          phases: answer.phases, arrival: answer.arrival, isUnsought: !proof.isSought)
      }, credential: nil, repetition: nil)
  }
}

/// What a request shows of who asks.
struct CallerProof {
  /// The token, or the key of a signature.
  let caller: String?
  /// What can be looked for in answers.
  let secrets: [String]
  /// What an answer may repeat, and nobody has to see.
  let names: [String]
  /// Whether what lets the caller in is among them.
  let isSought: Bool
  /// Whether a secret was sent, and something else stands in its place.
  let isHidden: Bool
  let isThere: Bool
  /// Whether there are fields that are sent with a signature alone, which is not there.
  let isLeftOut: Bool

  init(_ fields: HTTPFields, _ credentials: Profile.Credentials) {
    let token = fields[credentials.header].map { value in
      String(
        value.hasPrefix(credentials.scheme) ? value.dropFirst(credentials.scheme.count) : value[...]
      )
    }
    let signature = credentials.signature
    let shown = [token, signature.flatMap { fields[$0.tokenHeader] }].compactMap(\.self)
    let others = fields.authorizations.filter(Redaction.canSeek)
    names = fields.privateValues.filter(Redaction.canSeek)
    let own = shown.filter(Redaction.canSeek)
    (secrets, isSought) = (own + others, !own.isEmpty || shown.isEmpty && !others.isEmpty)
    isHidden = own.isEmpty && !shown.isEmpty
    caller = token ?? fields["Authorization"].map { $0.signer ?? $0 }
    isThere = ["Authorization", "Cookie", credentials.header].contains { fields[$0] != nil }
    isLeftOut =
      !isThere
      && [signature?.dateHeader, signature?.tokenHeader].contains {
        $0.flatMap { fields[$0] } != nil
      }
  }
}

extension String {
  /// The access key of a value that is signed, whose signature differs in every request.
  fileprivate var signer: String? {
    guard firstRange(of: "Signature=") != nil, let key = firstRange(of: "Access=") else {
      return nil
    }
    return String(self[key.upperBound...].prefix { $0 != "," && $0 != " " })
  }
}

extension HTTPFields {
  /// The passwords and tokens of other ways to prove who asks, a signature apart.
  fileprivate var authorizations: [String] {
    ["Authorization", "Proxy-Authorization"].compactMap { self[$0] }
      .filter { $0.signer == nil }.compactMap { $0.split(separator: " ").last.map(String.init) }
  }

  /// Cookies and keys, which a server may well send back.
  fileprivate var privateValues: [String] {
    let endings = ["-token", "-key", "-secret", "-password"]
    let keys = fields.filter { field in endings.contains(where: field.name.lowercased().hasSuffix) }
    let cookies = (self["Cookie"] ?? "").split(separator: ";").compactMap { cookie in
      cookie.split(separator: "=", maxSplits: 1).dropFirst().first.map { String($0).trimmed }
    }
    return keys.map(\.value) + cookies.filter { $0.utf8.count >= 16 }
  }

  /// The list of names and values that HAR has for header fields, without the pseudo fields of HTTP/2.
  fileprivate init(
    _ list: HARMember?, _ texts: inout SharedTexts, where isWanted: (String) -> Bool
  ) {
    var fields: [Field] = []
    for field in list?.elements ?? [] {
      guard let name = field["name"]?.string, !name.hasPrefix(":"), isWanted(name) else { continue }
      fields.append(Field(texts.shared(name), texts.shared(field["value"]?.fieldValue ?? "")))
    }
    self.init(fields)
  }
}

/// Texts that are the same, kept once.
struct SharedTexts {
  private var texts: Set<String> = []

  mutating func shared(_ text: String) -> String { texts.insert(text).memberAfterInsert }
}

extension ExchangePhases {
  /// The moments that the parts of HAR add up to, or the time of the whole; nil where nobody says how long
  /// it took.
  fileprivate init?(_ entry: HARMember) {
    func seconds(_ part: HARMember?) -> Double? {
      part?.value.number.flatMap { Double($0.raw) }.flatMap { $0 >= 0 ? $0 / 1000 : nil }
    }
    func seconds(_ name: String) -> Double? { seconds(entry["timings"]?[name]) }
    let parts = ["dns", "connect", "send", "wait", "receive"].compactMap(seconds)
    guard let wait = seconds("wait"), parts.contains(where: { $0 > 0 }) else {
      guard let whole = seconds(entry["time"]), whole > 0 else { return nil }
      self.init(nameLookup: 0, connect: 0, tls: 0, firstByte: whole, lastByte: whole)
      return
    }
    let lookup = seconds("dns") ?? 0
    let tls = lookup + (seconds("connect") ?? 0)
    let first = tls + (seconds("send") ?? 0) + wait
    self.init(
      nameLookup: lookup, connect: max(lookup, tls - (seconds("ssl") ?? 0)), tls: tls,
      firstByte: first, lastByte: first + (seconds("receive") ?? 0))
  }
}
