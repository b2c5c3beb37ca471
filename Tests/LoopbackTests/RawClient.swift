// SPDX-License-Identifier: Apache-2.0
// A client without manners: sends any bytes and shows exactly which came back.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One blocking connection to a port of 127.0.0.1 that gives up reading after five seconds.
final class RawClient {
  private let descriptor: Int32
  private var received = ""

  init(port: UInt16) throws {
    #if canImport(Darwin)
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #else
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    var patience = timeval(tv_sec: 5, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw Refused() }
  }

  deinit { close(descriptor) }

  /// Nobody listens on the port.
  struct Refused: Error {}
  /// Nothing came for five seconds, or the connection was reset.
  struct Silence: Error { var soFar: String }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    #if canImport(Darwin)
      _ = Darwin.send(descriptor, bytes, bytes.count, 0)
    #else
      _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    #endif
  }

  func endOutput() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// Closes with a reset, as a process does that dies with unread input.
  func vanish() {
    var abrupt = linger(l_onoff: 1, l_linger: 0)
    let size = socklen_t(MemoryLayout<linger>.size)
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &abrupt, size)
  }

  /// Everything up to and with that text, leaving what follows for later.
  func read(through end: String) throws -> String {
    while true {
      if let range = received.utf8Range(of: end) {
        defer { received.removeSubrange(..<range.upperBound) }
        return String(received[..<range.upperBound])
      }
      guard try receive() else { throw Silence(soFar: received) }
    }
  }

  /// Everything that comes until the server closes.
  func readToEnd() throws -> String {
    while try receive() {}
    defer { received = "" }
    return received
  }

  private func receive() throws -> Bool {
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    guard count >= 0 else { throw Silence(soFar: received) }
    received += String(decoding: buffer[..<count], as: UTF8.self)
    return count > 0
  }
}

extension String {
  /// The first place of a text, compared byte by byte, for `\r\n` is one Character.
  fileprivate func utf8Range(of text: String) -> Range<Index>? {
    let wanted = Array(text.utf8)
    return utf8.indices.lazy
      .filter { self.utf8[$0...].starts(with: wanted) }
      .map { $0..<self.utf8.index($0, offsetBy: wanted.count) }
      .first
  }

  /// The part behind the empty line that ends a header.
  var afterHeader: String { utf8Range(of: "\r\n\r\n").map { String(self[$0.upperBound...]) } ?? "" }
}
