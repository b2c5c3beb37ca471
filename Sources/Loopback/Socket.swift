// SPDX-License-Identifier: Apache-2.0
// The only system calls of the network: a descriptor that never blocks and is closed once.

import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A stream socket; closed with the last reference to it, unless it has been before.
final class Socket: Sendable {
  /// How a read or a write went.
  enum Transfer: Sendable, Hashable {
    /// So many bytes; a read of 0 bytes is the end of the input.
    case moved(Int)
    case notNow
    case broken
  }

  /// How an accept went.
  enum Accepted {
    case socket(Socket)
    case none
    /// The process or the system has no descriptor left.
    case exhausted
  }

  private let file: Atomic<Int32>

  private init(_ descriptor: Int32) {
    file = Atomic(descriptor)
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    #if canImport(Darwin)
      set(SOL_SOCKET, SO_NOSIGPIPE)
    #endif
  }

  deinit { close() }

  /// The number that the system knows it by; -1 when it is closed.
  var descriptor: Int32 { file.load(ordering: .relaxed) }

  func close() {
    let descriptor = file.exchange(-1, ordering: .relaxed)
    if descriptor >= 0 { _ = systemClose(descriptor) }
  }

  private func set(_ level: Int32, _ option: Int32) {
    var on: Int32 = 1
    setsockopt(descriptor, level, option, &on, socklen_t(MemoryLayout<Int32>.size))
  }
}

// MARK: - Making

extension Socket {
  /// A listener on 127.0.0.1 that can take a port over from connections that are winding down.
  static func listening(on port: UInt16) throws(LoopbackServer.Failure) -> Socket {
    let descriptor = socket(AF_INET, streamType, 0)
    guard descriptor >= 0 else { throw .lastError(of: "socket") }
    let listener = Socket(descriptor)
    listener.set(SOL_SOCKET, SO_REUSEADDR)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let bound = withSocketAddress(&address) { bind(descriptor, $0, $1) }
    guard bound == 0 else { throw .lastError(of: "bind", port: port) }
    guard listen(descriptor, SOMAXCONN) == 0 else { throw .lastError(of: "listen", port: port) }
    return listener
  }

  /// Two sockets that are joined to each other.
  static func pair() throws(LoopbackServer.Failure) -> (Socket, Socket) {
    var descriptors: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, streamType, 0, &descriptors) == 0 else {
      throw .lastError(of: "socketpair")
    }
    return (Socket(descriptors[0]), Socket(descriptors[1]))
  }

  /// The port that this end is bound to.
  var port: UInt16 {
    var address = sockaddr_in()
    _ = Self.withSocketAddress(&address) { pointer, size in
      var size = size
      return getsockname(descriptor, pointer, &size)
    }
    return UInt16(bigEndian: address.sin_port)
  }

  private static func withSocketAddress(
    _ address: inout sockaddr_in, _ call: (UnsafeMutablePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { call($0, size) }
    }
  }
}

// MARK: - Using

extension Socket {
  /// The next waiting client.
  func accept() -> Accepted {
    let client = systemAccept(descriptor, nil, nil)
    guard client < 0 else {
      let socket = Socket(client)
      socket.set(Int32(IPPROTO_TCP), TCP_NODELAY)
      return .socket(socket)
    }
    return [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(errno) ? .exhausted : .none
  }

  /// Reads what has arrived, at most as much as the buffer holds.
  func receive(into buffer: inout [UInt8]) -> Transfer {
    transfer(recv(descriptor, &buffer, buffer.count, 0))
  }

  /// Writes what the connection takes now; a client that is gone raises no signal.
  func send(_ bytes: ArraySlice<UInt8>) -> Transfer {
    bytes.withUnsafeBytes { bytes in
      transfer(systemSend(descriptor, bytes.baseAddress, bytes.count, noSignal))
    }
  }

  /// Tells the client that nothing more will come, and still reads.
  func endOutput() { _ = shutdown(descriptor, Int32(SHUT_WR)) }

  private func transfer(_ count: Int) -> Transfer {
    if count >= 0 { return .moved(count) }
    return [EAGAIN, EWOULDBLOCK, EINTR].contains(errno) ? .notNow : .broken
  }
}

extension LoopbackServer.Failure {
  fileprivate static func lastError(of call: String, port: UInt16 = 0) -> Self {
    switch errno {
    case EADDRINUSE: .portInUse(port)
    case EACCES: .portForbidden(port)
    default: .system(call: call, reason: String(cString: strerror(errno)))
    }
  }
}

// MARK: - Where the systems differ

#if canImport(Darwin)
  private let streamType = SOCK_STREAM
  private let noSignal: Int32 = 0
#else
  private let streamType = Int32(SOCK_STREAM.rawValue)
  private let noSignal = Int32(MSG_NOSIGNAL)
#endif

// Inside the class these names mean its own methods.
private let systemClose = close
private let systemAccept = accept
private let systemSend = send
