// SPDX-License-Identifier: Apache-2.0
// Data only: bodies that are coded although nobody asked, and bodies that pretend to be.

import Testing

extension Hostility {
  private static let ok = "HTTP/1.1 200 OK\r\nX-Request-Id: r\r\nContent-Type: application/json\r\n"

  private static func coded(
    _ coding: String, _ body: @escaping @Sendable ([UInt8]) -> [UInt8]
  ) -> Bytes {
    .made { page in
      let bytes = body(page)
      let head = ok + "Content-Encoding: \(coding)\r\nContent-Length: \(bytes.count)\r\n\r\n"
      return Array(head.utf8) + bytes
    }
  }

  static let codings: [Hostility] = [
    Hostility(
      "gzip", coded("gzip") { Deflate.gzip(Deflate.stored($0), of: $0) },
      .warns("plain-http", "Content-Encoding is gzip although identity was asked for")),
    Hostility(
      "x-gzip", coded("x-gzip") { Deflate.gzip(Deflate.stored($0), of: $0) },
      .warns("plain-http", "Content-Encoding is x-gzip although identity was asked for")),
    Hostility(
      "GZIP in capitals", coded("GZIP") { Deflate.gzip(Deflate.stored($0), of: $0) },
      .warns("plain-http", "Content-Encoding is gzip although identity was asked for")),
    Hostility(
      "deflate without its frame", coded("deflate") { Deflate.stored($0) },
      .warns("plain-http", "Content-Encoding is deflate although identity was asked for")),
    Hostility(
      "deflate with its frame", coded("deflate") { Deflate.zlib(Deflate.stored($0), of: $0) },
      .warns("plain-http", "Content-Encoding is deflate although identity was asked for")),
    Hostility(
      "gzip of two members",
      coded("gzip") { page in
        let parts = [page.prefix(50), page.dropFirst(50)].map(Array.init)
        return parts.flatMap { Deflate.gzip(Deflate.stored($0), of: $0) }
      }, .warns("plain-http", "Content-Encoding is gzip although identity was asked for")),
    Hostility(
      "gzip in gzip",
      coded("gzip, gzip") { page in
        let once = Deflate.gzip(Deflate.stored(page), of: page)
        return Deflate.gzip(Deflate.stored(once), of: once)
      }, .warns("plain-http", "Content-Encoding is gzip, gzip although identity")),
    Hostility("identity by its name", coded("identity") { $0 }, .passes),
    Hostility("an empty coding", coded("") { $0 }, .passes),
    Hostility(
      "a body of 64 MB in 400 KB", coded("deflate") { _ in Deflate.zeros(64 << 20) },
      .inconclusive("sent a body of more than 1048576 bytes")),
    Hostility(
      "a body of 64 MB in gzip",
      coded("gzip") { _ in Deflate.gzip(Deflate.zeros(64 << 20), of: []) },
      .inconclusive("sent a body of more than 1048576 bytes")),
    Hostility(
      "gzip that is none", coded("gzip") { $0 },
      .fails("plain-http", "Content-Encoding is gzip, which the body is not")),
    Hostility(
      "half of gzip",
      coded("gzip") { page in
        let whole = Deflate.gzip(Deflate.stored(page), of: page)
        return Array(whole[..<(whole.count / 2)])
      }, .fails("plain-http, well-formed-json", "the body is not JSON")),
    Hostility(
      "gzip of a wrong checksum", coded("gzip") { Deflate.gzip(Deflate.stored($0), of: [1]) },
      .fails("plain-http, well-formed-json", "the body is not JSON")),
    Hostility(
      "brotli", coded("br") { _ in [0x0B, 0x02, 0x80, 0x7B, 0x7D, 0x03] },
      .fails("plain-http, well-formed-json", "Content-Encoding is br, and identity was asked for")),
    Hostility(
      "zstd", coded("zstd") { _ in [0x28, 0xB5, 0x2F, 0xFD, 0x20, 0x02] },
      .fails("plain-http, well-formed-json", "Content-Encoding is zstd, and identity was asked")),
    Hostility(
      "a coding that nobody knows", coded("aes128gcm") { _ in [1, 2, 3] },
      .fails("plain-http, well-formed-json", "Content-Encoding is aes128gcm, and identity")),
    Hostility(
      "brotli by its name alone", coded("br") { $0 },
      .fails("plain-http", "Content-Encoding is br, and identity was asked for")),
  ]
}

/// Deflate by hand (RFC 1951), without anything that would shorten a real page.
enum Deflate {
  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    let (count, rest) = (UInt16(bytes.count), ~UInt16(bytes.count))
    return [1, UInt8(count & 255), UInt8(count >> 8), UInt8(rest & 255), UInt8(rest >> 8)] + bytes
  }

  /// So many zeros in one block of fixed codes: a zero, and then 258 more again and again.
  static func zeros(_ count: Int) -> [UInt8] {
    var (bits, filled, bytes): (UInt32, UInt32, [UInt8]) = (0, 0, [])
    func put(_ code: UInt32, _ size: UInt32) {
      bits |= code << filled
      filled += size
      while filled >= 8 {
        bytes.append(UInt8(bits & 255))
        (bits, filled) = (bits >> 8, filled - 8)
      }
    }
    put(0b011, 3)
    put(0b0000_1100, 8)
    // 11000101 for 258, its bits turned round, and 00000 for the distance of 1.
    for _ in 0..<count / 258 { put(0b1010_0011, 13) }
    put(0, 15)
    return bytes
  }

  static func gzip(_ deflated: [UInt8], of bytes: [UInt8]) -> [UInt8] {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    var file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    file += deflated
    for number in [~sum, UInt32(bytes.count)] { file += Frame.bigEndian(number).reversed() }
    return file
  }

  static func zlib(_ deflated: [UInt8], of bytes: [UInt8]) -> [UInt8] {
    let (low, high) = bytes.reduce((UInt32(1), UInt32(0))) { sums, byte in
      let low = (sums.0 + UInt32(byte)) % 65_521
      return (low, (sums.1 + low) % 65_521)
    }
    return [0x78, 0x01] + deflated + Frame.bigEndian(high << 16 | low)
  }
}
