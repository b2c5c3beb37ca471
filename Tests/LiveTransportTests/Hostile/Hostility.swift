// SPDX-License-Identifier: Apache-2.0
// One thing that a server may do to a client, as data, and what must be said of it.

import Testing

/// What a server does instead of answering one request, and the verdict that this deserves.
struct Hostility: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// What is put on the connection.
  var bytes: Bytes
  var ending: Ending
  /// How often it does so; then it answers as it should.
  var times = Int.max
  var speaksHTTP2 = false
  let verdict: Verdict
  let place: SourceLocation

  enum Bytes: Sendable {
    /// Characters of Latin-1; `{body}` stands for the page that was asked for, `{length}` for its length,
    /// `{half}` for its first half and `{rest}` for its second.
    case text(String)
    /// Made from the page that was asked for.
    case made(@Sendable ([UInt8]) -> [UInt8])
    /// The first text, and the second one for as long as the client reads.
    case endless(String, String)
  }

  enum Ending: Sendable {
    /// The connection stays open for the next request.
    case stays
    /// The server closes.
    case closes
    /// The server closes with a reset.
    case resets
    /// Nothing more comes, and the client is the first to go.
    case hangs
  }

  /// What a run must say; every other case says what it says of a healthy server.
  enum Verdict: Sendable {
    case passes
    /// Cases of that rule warn, with those words.
    case warns(String, String)
    /// Cases of those rules, separated by commas, fail; one of them says the words. Where releases of
    /// libcurl differ, ` or ` stands between what they lead to.
    case fails(String, String)
    /// No case fails, and some are inconclusive with those words.
    case inconclusive(String)
  }

  init(
    _ name: String, _ bytes: Bytes, then ending: Ending = .stays, times: Int = .max,
    _ verdict: Verdict, place: SourceLocation = #_sourceLocation
  ) {
    testDescription = name
    self.bytes = bytes
    self.ending = ending
    self.times = times
    self.verdict = verdict
    self.place = place
  }

  init(
    _ name: String, _ text: String, then ending: Ending = .stays, times: Int = .max,
    _ verdict: Verdict, place: SourceLocation = #_sourceLocation
  ) {
    self.init(name, .text(text), then: ending, times: times, verdict, place: place)
  }

  /// Frames of HTTP/2, behind the server's settings.
  init(
    http2 name: String, then ending: Ending = .closes, _ verdict: Verdict,
    place: SourceLocation = #_sourceLocation, _ frames: @escaping @Sendable ([UInt8]) -> [UInt8]
  ) {
    self.init(name, .made { Frame.greeting + frames($0) }, then: ending, verdict, place: place)
    speaksHTTP2 = true
  }

  /// What is sent first where that page was asked for.
  func bytes(for page: [UInt8]) -> [UInt8] {
    switch bytes {
    case .text(let text), .endless(let text, _): Self.latin1(text, page)
    case .made(let make): make(page)
    }
  }

  static func latin1(_ text: String, _ page: [UInt8]) -> [UInt8] {
    var rest = text[...]
    var bytes: [UInt8] = []
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      bytes += rest[..<open].unicodeScalars.map { UInt8($0.value) }
      switch rest[open...close] {
      case "{body}": bytes += page
      case "{half}": bytes += page[..<(page.count / 2)]
      case "{rest}": bytes += page[(page.count / 2)...]
      case "{length}": bytes += Array("\(page.count)".utf8)
      case "{hex}": bytes += Array(String(page.count, radix: 16).utf8)
      default: bytes += rest[open...close].unicodeScalars.map { UInt8($0.value) }
      }
      rest = rest[rest.index(after: close)...]
    }
    return bytes + rest.unicodeScalars.map { UInt8($0.value) }
  }
}
