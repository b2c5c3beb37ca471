// SPDX-License-Identifier: Apache-2.0
// Status and header fields of an answer, read from the bytes that came, with what is odd about them.

import Wire

/// The head of a response as it came.
struct ResponseHead {
  private(set) var version = ""
  private(set) var status = HTTPResponse.Status(0)
  private(set) var reason: String?
  private(set) var fields = HTTPFields()
  private(set) var oddities: [HTTPResponse.Oddity] = []

  /// - Parameter bytes: From the status line on; the empty line at the end may be missing.
  init(_ bytes: ArraySlice<UInt8>) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    if lines.contains(where: { $0.last != 0x0D }) {
      note(.bareLineFeed, "lines that end in LF alone")
    }
    guard let first = lines.first else { return }
    readStatus(Self.text(first))
    read(fields: lines.dropFirst().map { Self.text($0) }.filter { !$0.isEmpty })
  }

  /// The fields behind a body.
  static func trailers(_ bytes: [UInt8]) -> HTTPFields {
    var head = ResponseHead([])
    head.read(fields: bytes.split(separator: 0x0A).map { text($0) }.filter { !$0.isEmpty })
    return head.fields
  }

  /// The length that is announced; nil where none is, or none that can be read.
  var length: Int64? { fields["Content-Length"].flatMap(Int64.init) }

  mutating func note(_ kind: HTTPResponse.Oddity.Kind, _ detail: String) {
    guard !oddities.contains(where: { $0.kind == kind }) else { return }
    oddities.append(HTTPResponse.Oddity(kind, String(detail.prefix(200))))
  }

  /// A line as text: UTF-8 if it is that, and otherwise each byte a character of Latin-1.
  static func text(_ line: ArraySlice<UInt8>) -> String {
    var bytes = line
    while bytes.last == 0x0D { bytes.removeLast() }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }
}

extension ResponseHead {
  private mutating func readStatus(_ line: String) {
    let parts = line.split(separator: " ", maxSplits: 2)
    version = parts.first.map(String.init) ?? ""
    status = HTTPResponse.Status(parts.count > 1 ? Int(parts[1].prefix(3)) ?? 0 : 0)
    reason = parts.count > 2 ? String(parts[2]) : nil
    // Above HTTP/1.1 there is no such line; libcurl writes one that has no reason, but the blank before it.
    let forms = ["HTTP/1.0 \(status.code)", "HTTP/1.1 \(status.code)"]
    let isWritten = ["HTTP/2 \(status.code) ", "HTTP/3 \(status.code) "].contains(line)
    let isText = forms.contains(line) || forms.contains { line.hasPrefix("\($0) ") }
    if !isText, !isWritten { note(.statusLine, line) }
  }

  private mutating func read(fields lines: [String]) {
    var read: [HTTPFields.Field] = []
    for line in lines {
      if line.first == " " || line.first == "\t" {
        note(.foldedLine, line)
        guard !read.isEmpty else { continue }
        read[read.count - 1].value += " " + line.trimmingBlanks
      } else if let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) {
        let name = line[..<colon]
        if name.last == " " || name.last == "\t" { note(.blankBeforeColon, String(name)) }
        read.append(
          .init(name.trimmingBlanks, line[line.index(after: colon)...].trimmingBlanks))
      } else {
        note(.lineWithoutColon, line)
      }
    }
    fields = HTTPFields(read)
    compareFields()
  }

  /// Fields whose definition allows no list (RFC 9110, 5.3).
  private static let single = [
    "Age", "Content-Length", "Content-Location", "Content-Type", "Date", "ETag", "Expires",
    "Last-Modified", "Location", "Retry-After",
  ]

  /// What fields say against each other.
  private mutating func compareFields() {
    let lengths = Set(
      fields.values(of: "Content-Length").flatMap { $0.split(separator: ",") }
        .map(\.trimmingBlanks))
    if lengths.count > 1 {
      note(.twoLengths, "Content-Length \(lengths.sorted().joined(separator: " and "))")
    } else if let length = lengths.first, fields["Transfer-Encoding"] != nil {
      note(.twoLengths, "Content-Length \(length) beside Transfer-Encoding")
    } else if let length = lengths.first, !length.utf8.allSatisfy(ASCII.isDigit) {
      note(.lengthOfNoDigits, length)
    }
    let codings = fields.values(of: "Transfer-Encoding").joined(separator: ", ")
    if !codings.isEmpty, codings.lowercased() != "chunked" || version == "HTTP/1.0" {
      note(.transferCoding, version == "HTTP/1.0" ? "\(codings) in HTTP/1.0" : codings)
    }
    let single = Self.single.filter { fields.values(of: $0).count > 1 }
    if !single.isEmpty { note(.repeatedField, single.joined(separator: ", ")) }
  }
}

extension StringProtocol {
  /// Without blanks and tabs around it.
  var trimmingBlanks: String {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    var bytes = Array(utf8)[...]
    bytes = bytes.drop(while: isBlank)
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
