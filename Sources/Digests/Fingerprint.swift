// SPDX-License-Identifier: Apache-2.0
// Stands for text that is compared and not kept: 64 bits that no seed changes from run to run.

/// A fast hash of 64 bits for telling values apart; it withstands chance, not an attacker.
public enum Fingerprint {
  /// The fingerprint of some bytes.
  @inlinable @inline(__always)
  public static func of(_ bytes: UnsafePointer<UInt8>, count: Int) -> UInt64 {
    if count <= 16 { return short(bytes, count) }
    return long(bytes, count)
  }

  /// The fingerprint of two in this order.
  @inlinable @inline(__always)
  public static func combine(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = (left ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(
      by: right ^ 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }

  @inlinable @inline(__always)
  static func short(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    let raw = UnsafeRawPointer(bytes)
    var low: UInt64 = 0
    var high: UInt64 = 0
    if count >= 8 {
      low = raw.loadUnaligned(as: UInt64.self)
      high = (raw + (count &- 8)).loadUnaligned(as: UInt64.self)
    } else if count >= 4 {
      low = UInt64(raw.loadUnaligned(as: UInt32.self))
      high = UInt64((raw + (count &- 4)).loadUnaligned(as: UInt32.self))
    } else if count > 0 {
      low = UInt64(bytes[0]) << 16 | UInt64(bytes[count / 2]) << 8 | UInt64(bytes[count &- 1])
    }
    return combine(low ^ UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15, high)
  }

  @usableFromInline
  static func long(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    let raw = UnsafeRawPointer(bytes)
    var state = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset &+ 16 < count {
      state = combine(
        state ^ (raw + offset).loadUnaligned(as: UInt64.self),
        (raw + offset + 8).loadUnaligned(as: UInt64.self))
      offset &+= 16
    }
    return combine(
      state ^ (raw + (count &- 16)).loadUnaligned(as: UInt64.self),
      (raw + (count &- 8)).loadUnaligned(as: UInt64.self))
  }
}
