// SPDX-License-Identifier: Apache-2.0
// One exchange while it is under way: keeps the bytes as they come, and says once how it ended.

import CurlInterface
import Synchronization
import Wire

/// Receives the answer to one request.
///
/// What libcurl calls is touched by the thread of the ``CurlLoop`` alone; the ending is guarded.
final class Transfer: @unchecked Sendable {
  /// What is sent, and for how long and how much of an answer is waited.
  struct Order: Sendable {
    var url: String
    var method: String
    /// As they stand in a request, but `Name;` for a field without a value.
    var headerLines: [String]
    var body: [UInt8]
    /// nil for none.
    var proxy: String?
    var patience: Duration
    var connectPatience: Duration
    /// Whether no connection that is open already may be used.
    var isFresh: Bool
    var mostBytes: Int
  }

  let order: Order
  private(set) var arrived = Arrived()
  private var easy: EasyHandle?
  private let ending = Mutex(Ending())

  private struct Ending {
    var waiting: CheckedContinuation<TransferEnd, Never>?
    var end: TransferEnd?
  }

  init(_ order: Order) { self.order = order }

  /// Waits for the end, which may have come already.
  func wait(_ waiting: CheckedContinuation<TransferEnd, Never>) {
    let end = ending.withLock { ending in
      ending.waiting = waiting
      return ending.end
    }
    if let end { waiting.resume(returning: end) }
  }

  /// Decides how it ended, unless that is decided already, and tells whoever waits for it.
  func end(_ end: TransferEnd) {
    let waiting = ending.withLock { ending -> CheckedContinuation<TransferEnd, Never>? in
      guard ending.end == nil else { return nil }
      ending.end = end
      return ending.waiting
    }
    waiting?.resume(returning: end)
  }

  /// Whether somebody gave it up before it began.
  var isOver: Bool { ending.withLock { $0.end != nil } }

  /// Takes its place in libcurl.
  func begin(on easy: EasyHandle) {
    self.easy = easy
    easy.prepare(order, for: self)
  }

  /// Leaves its place; libcurl knows it no more.
  func leave() -> EasyHandle? {
    defer { easy = nil }
    return easy
  }

  /// libcurl is done with it.
  func finish(_ code: CInt) {
    guard let easy else { return }
    end(TransferEnd(code, easy, arrived))
    arrived = Arrived()
  }
}

// MARK: - What libcurl calls

extension Transfer {
  typealias Receive =
    @convention(c) (UnsafePointer<UInt8>?, Int, Int, UnsafeMutableRawPointer?) -> Int
  typealias Log =
    @convention(c) (
      UnsafeMutableRawPointer?, CInt, UnsafePointer<UInt8>?, Int, UnsafeMutableRawPointer?
    ) -> CInt

  static let onBody: Receive = { bytes, size, count, who in
    let piece = UnsafeBufferPointer(start: bytes, count: size * count)
    let transfer = transfer(who)
    return transfer.arrived.take(body: piece, most: transfer.order.mostBytes) ? piece.count : 0
  }

  static let onHead: Receive = { bytes, size, count, who in
    let line = UnsafeBufferPointer(start: bytes, count: size * count)
    return transfer(who).arrived.take(headLine: line) ? line.count : 0
  }

  static let onLog: Log = { _, kind, bytes, count, who in
    let (text, tlsReceived): (CInt, CInt) = (0, 5)
    let message = UnsafeBufferPointer(start: bytes, count: count)
    let transfer = transfer(who)
    if kind == tlsReceived {
      transfer.arrived.tls.take(message)
    } else if kind == text, transfer.arrived.takes(log: message) {
      // What is left of it may come later, and must not be read as the answer to another request.
      transfer.easy?.set(CurlOption.forbidReuse, 1)
    }
    return 0
  }

  private static func transfer(_ who: UnsafeMutableRawPointer?) -> Transfer {
    Unmanaged<Transfer>.fromOpaque(who!).takeUnretainedValue()
  }
}
