// SPDX-License-Identifier: Apache-2.0
// Where the servers of the tests wait for clients.

import Foundation

/// A socket that listens on a free port of 127.0.0.1; whoever asks closes it.
func listenOnLoopback() throws -> (listener: Int32, port: UInt16) {
  let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
  var size = socklen_t(MemoryLayout<sockaddr_in>.size)
  let failed = withUnsafeMutablePointer(to: &address) {
    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      bind(listener, $0, size) != 0 || listen(listener, 64) != 0
        || getsockname(listener, $0, &size) != 0
    }
  }
  guard !failed else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
  return (listener, UInt16(bigEndian: address.sin_port))
}
