// SPDX-License-Identifier: Apache-2.0
// Bytes in, requests out (RFC 9112), no matter where the bytes were cut on their way.

import Wire

/// An incremental parser of the requests of one connection; work is linear in the bytes.
struct RequestParser: Sendable {
  /// What the bytes so far amount to.
  enum Step: Sendable, Hashable {
    case needsMore
    /// The sender holds its body back until it is told to go on (RFC 9110, 10.1.1).
    case wantsContinue
    case request(ReceivedRequest)
    /// Nothing behind this point can be trusted to be a request.
    case refused(Rejection)
  }

  private enum Place {
    case requestLine, fields
    case body(missing: Int)
    case chunkSize, chunk(missing: Int), chunkEnd
    case trailers
  }

  private let limits: LoopbackServer.Limits
  private var place = Place.requestLine
  private var buffer: [UInt8] = []
  /// The bytes of the buffer before this index are used up.
  private var position = 0
  /// The bytes from `position` to this index hold no line feed.
  private var searched = 0
  private var headerBytes = 0
  private var head = RequestHead()
  private var body: [UInt8] = []

  /// Whether no byte has been received since the last request was complete.
  private(set) var isIdle = true

  init(limits: LoopbackServer.Limits = .init()) { self.limits = limits }

  /// Takes bytes as they came from the connection.
  mutating func append(_ bytes: some Sequence<UInt8>) {
    buffer.removeFirst(position)
    searched -= position
    position = 0
    buffer += bytes
    isIdle = isIdle && buffer.isEmpty
  }

  /// Goes on as far as the bytes allow; asked again after everything but `needsMore`, `refused`.
  mutating func next() -> Step {
    do throws(Rejection) {
      while true {
        if let step = try advance() { return step }
      }
    } catch {
      return .refused(error)
    }
  }

  /// One move from place to place; nil if the next one can be tried at once.
  private mutating func advance() throws(Rejection) -> Step? {
    switch place {
    case .requestLine: try readRequestLine()
    case .fields: try readField()
    case .body(let missing): readBody(missing: missing)
    case .chunkSize: try readChunkSize()
    case .chunk(let missing): readChunk(missing: missing)
    case .chunkEnd: try readChunkEnd()
    case .trailers: try readTrailer()
    }
  }
}

// MARK: - Head

extension RequestParser {
  private mutating func readRequestLine() throws(Rejection) -> Step? {
    let longest = limits.targetBytes + RequestHead.longestMethod + " HTTP/1.1 ".utf8.count
    guard let line = try takeLine(atMost: longest, else: .targetTooLong) else { return .needsMore }
    // An empty line before a request is the slip of old clients (RFC 9112, 2.2).
    if line.isEmpty { return nil }
    head = try RequestHead(requestLine: line, targetBytes: limits.targetBytes)
    place = .fields
    return nil
  }

  private mutating func readField() throws(Rejection) -> Step? {
    guard let line = try takeHeaderLine() else { return .needsMore }
    if line.isEmpty { return try beginBody() }
    head.append(try RequestHead.field(of: line))
    return nil
  }

  private mutating func beginBody() throws(Rejection) -> Step? {
    try head.requireHost()
    headerBytes = 0
    switch try head.framing() {
    case .counted(let length):
      guard length <= limits.bodyBytes else { throw .bodyTooLarge }
      place = .body(missing: length)
      return head.expectsContinue && buffer.count - position < length ? .wantsContinue : nil
    case .chunked:
      place = .chunkSize
      return head.expectsContinue && buffer.count == position ? .wantsContinue : nil
    }
  }
}

// MARK: - Body

extension RequestParser {
  private mutating func readBody(missing: Int) -> Step? {
    let left = missing - takeBody(atMost: missing)
    if left == 0 { return complete() }
    place = .body(missing: left)
    return .needsMore
  }

  private mutating func readChunkSize() throws(Rejection) -> Step? {
    let broken = Rejection.malformed("a chunk size is not a hexadecimal number")
    guard let line = try takeLine(atMost: 1024, else: broken) else { return .needsMore }
    let digits = line.prefix { ASCII.hexValue($0) != nil }
    let rest = line[digits.endIndex...].drop { RequestHead.isBlank($0) }
    guard !digits.isEmpty, rest.isEmpty || rest.first == UInt8(ascii: ";"),
      rest.allSatisfy(RequestHead.isFieldByte)
    else { throw broken }
    guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16),
      size <= limits.bodyBytes - body.count
    else { throw .bodyTooLarge }
    place = size == 0 ? .trailers : .chunk(missing: size)
    return nil
  }

  private mutating func readChunk(missing: Int) -> Step? {
    let left = missing - takeBody(atMost: missing)
    place = left == 0 ? .chunkEnd : .chunk(missing: left)
    return left == 0 ? nil : .needsMore
  }

  private mutating func readChunkEnd() throws(Rejection) -> Step? {
    let broken = Rejection.malformed("a chunk is longer than its size")
    guard let line = try takeLine(atMost: 0, else: broken) else { return .needsMore }
    guard line.isEmpty else { throw broken }
    place = .chunkSize
    return nil
  }

  /// Trailers are checked and dropped, for no operation of the registry has a use for one.
  private mutating func readTrailer() throws(Rejection) -> Step? {
    guard let line = try takeHeaderLine() else { return .needsMore }
    if line.isEmpty { return complete() }
    _ = try RequestHead.field(of: line)
    return nil
  }

  private mutating func complete() -> Step {
    defer {
      place = .requestLine
      headerBytes = 0
      body = []
      isIdle = position == buffer.count
    }
    return .request(head.request(with: body))
  }
}

// MARK: - Bytes

extension RequestParser {
  /// Takes one line without its CR LF, or nil if it has not arrived yet.
  private mutating func takeLine(
    atMost longest: Int, else rejection: Rejection
  ) throws(Rejection) -> ArraySlice<UInt8>? {
    let feed = buffer[searched...].firstIndex(of: UInt8(ascii: "\n"))
    searched = feed ?? buffer.count
    // The CR before the line feed may be the one byte more.
    guard searched - position - 1 <= longest else { throw rejection }
    guard let feed else { return nil }
    guard feed > position, buffer[feed - 1] == UInt8(ascii: "\r") else {
      throw .malformed("a line does not end in CR LF")
    }
    defer {
      position = feed + 1
      searched = position
    }
    return buffer[position..<(feed - 1)]
  }

  private mutating func takeHeaderLine() throws(Rejection) -> ArraySlice<UInt8>? {
    let line = try takeLine(atMost: limits.headerBytes - headerBytes, else: .headerTooLarge)
    headerBytes += line.map { $0.count + 2 } ?? 0
    return line
  }

  private mutating func takeBody(atMost missing: Int) -> Int {
    let count = min(missing, buffer.count - position)
    body += buffer[position..<(position + count)]
    position += count
    searched = position
    return count
  }
}
