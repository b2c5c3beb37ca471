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
    readStatus(Self.trimmed(first))
    read(fields: lines.dropFirst())
  }

  /// The fields in some lines, such as those behind a body.
  static func fields(_ lines: ArraySlice<ArraySlice<UInt8>>) -> HTTPFields {
    guard !lines.isEmpty else { return HTTPFields() }
    var head = ResponseHead([])
    head.read(fields: lines)
    return head.fields
  }

  /// The length that is announced; nil where none is, or none that can be read.
  var length: Int64? { fields["Content-Length"].flatMap(Int64.init) }

  /// Whether it says with a word of old that the body is not coded for the transfer, so that its length
  /// counts (RFC 2616, 3.6; no more in RFC 9112).
  var isUncoded: Bool {
    let codings = fields.values(of: "Transfer-Encoding").map { $0.lowercased() }
    return !codings.isEmpty && codings.allSatisfy { $0 == "identity" }
  }

  mutating func note(_ kind: HTTPResponse.Oddity.Kind, _ detail: String) {
    guard !oddities.contains(where: { $0.kind == kind }) else { return }
    oddities.append(HTTPResponse.Oddity(kind, String(detail.prefix(200))))
  }

  /// A line, or a part of one: UTF-8 if it is that, and otherwise each byte a character of Latin-1.
  static func text(_ line: ArraySlice<UInt8>) -> String {
    String(validating: line, as: UTF8.self)
      ?? String(String.UnicodeScalarView(line.map { Unicode.Scalar($0) }))
  }

  /// The line without its end.
  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = line
    while bytes.last == 0x0D { bytes.removeLast() }
    return bytes
  }
}

extension ResponseHead {
  private mutating func readStatus(_ line: ArraySlice<UInt8>) {
    let line = Self.text(line)
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

  private mutating func read(fields lines: ArraySlice<ArraySlice<UInt8>>) {
    var read: [HTTPFields.Field] = []
    for line in lines.lazy.map(Self.trimmed) where !line.isEmpty {
      if line.first!.isBlank {
        note(.foldedLine, Self.text(line))
        guard !read.isEmpty else { continue }
        read[read.count - 1].value += " " + Self.text(line.trimmingBlanks)
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex {
        let name = line[..<colon]
        if name.last?.isBlank == true { note(.blankBeforeColon, Self.text(name)) }
        read.append(
          .init(Self.text(name.trimmingBlanks), Self.text(line[(colon + 1)...].trimmingBlanks)))
      } else {
        note(.lineWithoutColon, Self.text(line))
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
      fields.values(of: "Content-Length").flatMap { $0.utf8.split(separator: UInt8(ascii: ",")) }
        .map { Substring($0).trimmingBlanks })
    if lengths.count > 1 {
      note(.twoLengths, "Content-Length \(lengths.sorted().joined(separator: " and "))")
    } else if let length = lengths.first, fields["Transfer-Encoding"] != nil, !isUncoded {
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
  var trimmingBlanks: String { String(decoding: Array(utf8)[...].trimmingBlanks, as: UTF8.self) }
}

extension ArraySlice<UInt8> {
  fileprivate var trimmingBlanks: Self {
    var bytes = drop(while: \.isBlank)
    while bytes.last?.isBlank == true { bytes.removeLast() }
    return bytes
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 }
}
