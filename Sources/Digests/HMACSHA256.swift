// SPDX-License-Identifier: Apache-2.0
// HMAC (RFC 2104) over our SHA-256, so that a signature is the same code on every platform.

import Wire

/// The keyed digest of RFC 2104 over SHA-256.
public enum HMACSHA256 {
  /// The 32 bytes of the code; a key may have any length, those above 64 bytes are digested first.
  public static func code(of message: some Sequence<UInt8>, key: some Sequence<UInt8>) -> [UInt8] {
    let block = block(of: Array(key))
    let inner = SHA256.digest(block.map { $0 ^ 0x36 } + Array(message))
    return SHA256.digest(block.map { $0 ^ 0x5C } + inner)
  }

  /// The code as 64 lower-case hexadecimal digits.
  public static func hexadecimal(
    of message: some Sequence<UInt8>, key: some Sequence<UInt8>
  ) -> String {
    code(of: message, key: key).map { ASCII.hexadecimal($0).lowercased() }.joined()
  }

  /// The key in one block of the digest: 64 bytes.
  private static func block(of key: [UInt8]) -> [UInt8] {
    let short = key.count > 64 ? SHA256.digest(key) : key
    return short + [UInt8](repeating: 0, count: 64 - short.count)
  }
}
