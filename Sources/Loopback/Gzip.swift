// SPDX-License-Identifier: Apache-2.0
// The frame of gzip around bytes that are not compressed (RFC 1952), for a server that nobody asked.

/// A coding that every client undoes alike.
enum Gzip {
  /// The bytes in stored blocks (RFC 1951, 3.2.4).
  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var coded: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    var start = 0
    repeat {
      let block = bytes[start..<min(start + 0xFFFF, bytes.count)]
      start = block.endIndex
      let length = UInt16(block.count)
      coded.append(start == bytes.count ? 1 : 0)
      coded += littleEndian(length) + littleEndian(~length) + block
    } while start < bytes.count
    return coded + littleEndian(checksum(bytes))
      + littleEndian(UInt32(truncatingIfNeeded: bytes.count))
  }

  private static func littleEndian(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  /// CRC-32 (RFC 1952, 8).
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    // As loops, for as one expression it takes the compiler longer than the rest of the room.
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
