// SPDX-License-Identifier: Apache-2.0
// What an entry of another program has kept of an answer, and what it has left out.

import Wire

extension HARMember {
  /// The body of an answer.
  ///
  /// An empty one needs a sign that it was empty; nothing at all says that nobody kept it.
  ///
  /// - Parameter isForeign: Whether another program has written it.
  func body(isForeign: Bool, headers: HTTPFields, status: Int) -> RecordedResponse.Body {
    let content = self["content"]
    let size = content?["size"]?.integer
    if let text = content?["text"], text.value.kind == .string, !text.isEmpty {
      let isBase64 = content?.isBase64 == true
      guard let literal = text.literal else {
        let bytes = Array((text.string ?? "").utf8)
        return .bytes(isBase64 ? RecordedResponse.Body.decoded(base64: bytes) ?? bytes : bytes)
      }
      return isBase64 ? .base64(literal) : .text(literal)
    }
    if !isForeign, content?["text"] != nil { return .bytes([]) }
    if let kind = content?["text"]?.value.kind, kind != .string, kind != .null {
      // What its members looked like on the wire is lost.
      return .unknown("its body was kept as JSON, and not as the text that came; export it as text")
    }
    let wasEmpty = size == 0 || headers.contentLength == 0 || [204, 205].contains(status)
    let isNull = content?["text"]?.value.isNull == true
    let much = max(
      size ?? 0, self["bodySize"]?.integer ?? 0, headers.contentLength ?? 0, transferred(headers))
    if wasEmpty, much == 0, !isNull { return .bytes([]) }
    if let name = content?["_file"]?.string {
      if hasAttachment(name) { return .attached(name) }
      return .unknown(
        "its body lies in \(name.prefix(80)), which is not beside the HAR file; export with content "
          + "embedded")
    }
    let remark = content?["comment"]?.string.flatMap { $0.isEmpty ? nil : " (\($0.prefix(80)))" }
    let words = much > 0 ? "its body of \(much.counted("byte"))" : "its body"
    return .unknown("\(words) was not kept\(remark ?? ""); export with content")
  }

  /// The name of its coding in one spelling; empty where it is plain text.
  private var encoding: String {
    self["encoding"]?.string?.lowercased().filter { $0.isLetter || $0.isNumber } ?? ""
  }

  private var isBase64: Bool { ["base64", "base64url", "b64"].contains(encoding) }

  /// What a text is said to be coded in, where that is no name of a plain text or of Base64.
  var unknownEncoding: String? {
    let plain = ["", "utf8", "ascii", "usascii", "iso88591", "identity", "none", "plain", "text"]
    return plain.contains(encoding) || isBase64 ? nil : self["encoding"]?.string
  }

  /// How many bytes came beside a head, which has 200 more than its fields at most; 0 where nobody
  /// counted.
  private func transferred(_ headers: HTTPFields) -> Int {
    let fields = headers.fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
    return (self["_transferSize"]?.integer ?? 0)
      - max(self["headersSize"]?.integer ?? 0, fields + 200)
  }

  /// Whether the program says that it cut the body.
  var isMarkedAsCut: Bool {
    let content = self["content"]
    let marks = ["_truncated", "truncated"].lazy.compactMap { self[$0] ?? content?[$0] }
    let remarks = [self, content].lazy.compactMap { $0?["comment"]?.string?.lowercased() }
    return marks.contains { $0.value.bool == true }
      || remarks.contains { remark in
        ["truncat", "cut off", "shortened"].contains { remark.contains($0) }
      }
  }

  /// How an answer travelled; what was odd about that, and what came beside its head, other programs do
  /// not tell.
  var arrival: HTTPResponse.Arrival {
    HTTPResponse.Arrival(
      version: self["httpVersion"]?.string ?? "",
      reason: self["statusText"]?.string.flatMap { $0.isEmpty ? nil : $0 },
      earlyFields: HTTPFields(recorded: self["_earlyHeaders"]),
      trailers: HTTPFields(recorded: self["_trailers"]),
      oddities: (self["_oddities"]?.elements ?? []).flatMap { entry in
        HTTPResponse.Oddity.Kind.allCases.compactMap { kind in
          entry[kind.rawValue]?.string.map { HTTPResponse.Oddity(kind, $0) }
        }
      })
  }

  /// Why an answer did not come whole, by what the program says; nil where it says nothing.
  var breakage: String? {
    [self["_error"], self["response"]?["_error"]].lazy.compactMap { $0?.string }
      .first { !$0.isEmpty }.map { String($0.prefix(120)) }
  }

  /// Whether it is the empty string.
  private var isEmpty: Bool { literal == nil && value.string?.isEmpty == true }
}

extension HTTPFields {
  /// The fields as an entry lists them.
  init(recorded list: HARMember?) {
    self.init(
      (list?.elements ?? []).map { .init($0["name"]?.string ?? "", $0["value"]?.string ?? "") })
  }

  /// What the header says of the length of the body as it travelled; nil where it says nothing.
  var contentLength: Int? { self["Content-Length"].flatMap { Int($0) } }

  /// Whether the body travelled otherwise than programs show it.
  var isCoded: Bool { self["Content-Encoding"]?.lowercased() ?? "identity" != "identity" }

  /// The same for a body that travelled as programs show it.
  var plainLength: Int? { isCoded ? nil : contentLength }
}
