// SPDX-License-Identifier: Apache-2.0
// A server on raw sockets that answers all requests as it should, but for the one that it maltreats.

import Foundation
import Synchronization
import Wire

#if canImport(Glibc)
  import Glibc
#endif

/// A server on 127.0.0.1 with one hostility.
final class HostileServer: Sendable {
  /// The end of the target of the request that is maltreated.
  static let victim = "?limit=100"

  let port: UInt16
  private let listener: Int32

  var endpoint: String { "http://127.0.0.1:\(port)" }

  /// - Parameter answer: What a healthy server says.
  init(
    _ hostility: Hostility, _ answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse
  ) throws {
    let (listener, port) = try listenOnLoopback()
    (self.listener, self.port) = (listener, port)
    let count = Count()
    Thread.detachNewThread {
      while case let peer = accept(listener, nil, nil), peer >= 0 {
        Thread.detachNewThread { Peer(peer, hostility, count, answer).serve() }
      }
      close(listener)
    }
  }

  deinit { shutdown(listener, Int32(SHUT_RDWR)) }

  /// How often the victim was maltreated.
  final class Count: Sendable {
    private let value = Mutex(0)

    func next() -> Int {
      value.withLock { value in
        value += 1
        return value
      }
    }
  }
}

/// One connection.
private struct Peer {
  let socket: Int32
  let hostility: Hostility
  let count: HostileServer.Count
  let answer: @Sendable (HTTPRequest) -> HTTPResponse

  init(
    _ socket: Int32, _ hostility: Hostility, _ count: HostileServer.Count,
    _ answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse
  ) {
    (self.socket, self.hostility, self.count, self.answer) = (socket, hostility, count, answer)
  }

  func serve() {
    defer { close(socket) }
    while let request = hostility.speaksHTTP2 ? anyRequest() : request() {
      let page = answer(request)
      guard request.target.hasSuffix(HostileServer.victim), count.next() <= hostility.times else {
        guard put(Self.bytes(page)) else { return }
        continue
      }
      guard put(hostility.bytes(for: page.body)) else { return }
      if case .endless(_, let more) = hostility.bytes {
        while put(Hostility.latin1(more, page.body)) {}
        return
      }
      switch hostility.ending {
      case .stays: continue
      case .closes: return drain(closing: true)
      case .hangs: return drain(closing: false)
      case .resets:
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<linger>.size))
        return
      }
    }
  }

  /// Reads one head; nil once the client has gone.
  private func request() -> HTTPRequest? {
    var head: [UInt8] = []
    while head.suffix(4) != [13, 10, 13, 10] {
      guard let piece = take(), head.count < 1 << 16 else { return nil }
      head += piece
    }
    let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count == 3 else { return nil }
    let fields = lines.dropFirst().compactMap { line -> HTTPFields.Field? in
      let parts = line.split(separator: ": ", maxSplits: 1)
      return parts.count == 2 ? .init(String(parts[0]), String(parts[1])) : nil
    }
    return HTTPRequest(
      method: .init(String(words[0])), target: String(words[1]), headers: HTTPFields(fields))
  }

  /// Reads until a client of HTTP/2 has sent the fields of its request, which are not looked at.
  private func anyRequest() -> HTTPRequest? {
    var bytes: [UInt8] = []
    while !Frame.hasRequest(bytes) {
      guard let piece = take() else { return nil }
      bytes += piece
    }
    return HTTPRequest(target: HostileServer.victim)
  }

  private func take() -> [UInt8]? {
    var room = [UInt8](repeating: 0, count: 65_536)
    let count = recv(socket, &room, room.count, 0)
    return count > 0 ? Array(room[..<count]) : nil
  }

  private func put(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// Waits for the client to go, so that no unread byte turns the end into a reset.
  private func drain(closing: Bool) {
    if closing { shutdown(socket, Int32(SHUT_WR)) }
    while take() != nil {}
  }

  private static func bytes(_ response: HTTPResponse) -> [UInt8] {
    var head = "HTTP/1.1 \(response.status) x\r\nContent-Length: \(response.body.count)\r\n"
    for field in response.headers.fields where field.name != "Content-Length" {
      head += "\(field.name): \(field.value)\r\n"
    }
    return Array((head + "\r\n").utf8) + response.body
  }
}
