// SPDX-License-Identifier: Apache-2.0
// The growing tape while a document is parsed, without reference counts or bounds checks.

/// Appends tokens to memory of its own and hands them over as an array of exactly their number.
struct JSONTapeWriter: ~Copyable {
  private var tokens: UnsafeMutablePointer<JSONToken>
  private var capacity: Int
  private(set) var count = 0

  /// Makes room for one token per eight bytes, which is dense for JSON that people serve.
  init(byteCount: Int) {
    capacity = byteCount / 8 + 8
    tokens = .allocate(capacity: capacity)
  }

  deinit { tokens.deallocate() }

  @inline(__always)
  mutating func append(_ token: JSONToken) {
    if count == capacity { grow() }
    (tokens + count).initialize(to: token)
    count &+= 1
  }

  /// Completes an open container and returns the tape index of its parent.
  @inline(__always)
  func close(_ index: Int, end: Int) -> Int {
    let parent = Int(tokens[index].next)
    tokens[index].end = UInt32(truncatingIfNeeded: end)
    tokens[index].next = UInt32(truncatingIfNeeded: count)
    return parent
  }

  @inline(__always)
  func isObject(_ index: Int) -> Bool { tokens[index].kind == .object }

  func written() -> [JSONToken] { Array(UnsafeBufferPointer(start: tokens, count: count)) }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<JSONToken>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: tokens, count: count)
    tokens.deallocate()
    tokens = larger
    capacity *= 2
  }
}
