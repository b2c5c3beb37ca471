// SPDX-License-Identifier: Apache-2.0
// Frames of HTTP/2 (RFC 9113) as bytes, right ones and others.

/// One frame.
enum Frame {
  /// The server's settings, and its word that it has heard the client's.
  static let greeting = raw(4, 0, 0, []) + raw(4, 1, 0, [])

  static func raw(
    _ kind: UInt8, _ flags: UInt8, _ stream: UInt32, _ payload: [UInt8], length: Int? = nil
  ) -> [UInt8] {
    let count = UInt32(length ?? payload.count)
    return bigEndian(count).dropFirst() + [kind, flags] + bigEndian(stream) + payload
  }

  /// Fields as literals without indexing and without Huffman's code (RFC 7541, 6.2.2).
  static func block(_ fields: [(String, String)]) -> [UInt8] {
    fields.flatMap { name, value in [0] + text(name) + text(value) }
  }

  static func head(
    _ fields: [(String, String)], ends: Bool = false, whole: Bool = true, stream: UInt32 = 1
  ) -> [UInt8] {
    raw(1, (ends ? 1 : 0) | (whole ? 4 : 0), stream, block(fields))
  }

  /// The head of a page.
  static func granted(_ more: [(String, String)] = []) -> [UInt8] {
    head([(":status", "200")] + json + more)
  }

  static let json = [("content-type", "application/json"), ("x-request-id", "h2")]

  static func data(_ bytes: [UInt8], ends: Bool = true, stream: UInt32 = 1) -> [UInt8] {
    var (frames, start): ([UInt8], Int) = ([], 0)
    repeat {
      let piece = Array(bytes[start..<min(start + 16_384, bytes.count)])
      start += piece.count
      frames += raw(0, ends && start == bytes.count ? 1 : 0, stream, piece)
    } while start < bytes.count
    return frames
  }

  static func reset(_ code: UInt32, stream: UInt32 = 1) -> [UInt8] {
    raw(3, 0, stream, bigEndian(code))
  }

  static func goAway(_ code: UInt32, last: UInt32 = 1, _ words: String = "") -> [UInt8] {
    raw(7, 0, 0, bigEndian(last) + bigEndian(code) + Array(words.utf8))
  }

  static func bigEndian(_ number: UInt32) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }

  private static func text(_ text: String) -> [UInt8] {
    let bytes = text.unicodeScalars.map { UInt8($0.value) }
    guard bytes.count >= 127 else { return [UInt8(bytes.count)] + bytes }
    var (rest, length): (Int, [UInt8]) = (bytes.count - 127, [127])
    while rest >= 128 {
      length.append(UInt8(rest % 128) | 128)
      rest /= 128
    }
    return length + [UInt8(rest)] + bytes
  }

  /// Whether the bytes of a client hold a frame of header fields.
  static func hasRequest(_ bytes: [UInt8]) -> Bool {
    var place = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8.count
    while place + 9 <= bytes.count {
      let length = bytes[place..<place + 3].reduce(0) { $0 << 8 | Int($1) }
      if bytes[place + 3] == 1 { return place + 9 + length <= bytes.count }
      place += 9 + length
    }
    return false
  }
}
