// SPDX-License-Identifier: Apache-2.0
// The URL of an endpoint: what it may consist of, and whether it stays on this machine.

import Contract

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// An http or https URL with a host, perhaps a port and a path, and nothing else.
struct EndpointURL {
  /// Without a slash at the end.
  var text: String
  /// In lower case, without the port, and without the brackets of an IPv6 address.
  var host: String
  /// Host and port in one spelling: in lower case, and with the port of the scheme where none stands.
  var authority: String
  var isEncrypted: Bool
  /// Whether the host is this machine by its name or its number.
  var isLoopback: Bool

  /// A text that is no such URL: what is wrong with it, and the remedy.
  struct Fault: Error {
    var what: String
    var remedy: String
  }

  init(_ typed: String) throws(Fault) {
    guard let parts = URLComponents(string: typed), let host = parts.host, !host.isEmpty,
      let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme)
    else {
      throw Fault(
        what: "is no http or https URL", remedy: "write it as https://HOST or http://HOST:PORT")
    }
    guard host.hasPrefix("[") || host.utf8.allSatisfy(Self.isOfName) else {
      throw Fault(
        what: "has a host that no request can name",
        remedy: "write it in letters, digits and hyphens; a name in other letters begins with xn--")
    }
    guard parts.query == nil, parts.fragment == nil else {
      throw Fault(what: "has a query or a fragment", remedy: "end it before the ? or #")
    }
    guard parts.user == nil, parts.password == nil else {
      throw Fault(what: "has a user in it", remedy: "leave out what stands before the @")
    }
    guard parts.port.map((1...65_535).contains) ?? true else {
      throw Fault(what: "has no possible port", remedy: "take one from 1 to 65535")
    }
    var clean = parts
    clean.scheme = scheme
    text = (clean.string ?? typed).trimmingSuffix("/")
    isEncrypted = scheme == "https"
    authority = "\(host.lowercased()):\(parts.port ?? (isEncrypted ? 443 : 80))"
    self.host = host.lowercased().filter { $0 != "[" && $0 != "]" }
    isLoopback = Self.isLoopback(self.host)
  }

  /// Where the vendor's identity service is, if this is the vendor's own API.
  func identityEndpoint(_ login: Profile.Credentials.Login) -> EndpointURL? {
    login.endpoint(for: host).flatMap { try? EndpointURL($0) }
  }

  /// Whether a host, in lower case, is this machine by its name or its number.
  static func isLoopback(_ host: String) -> Bool {
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
    let isIPv4 = numbers.count == 4 && numbers.allSatisfy { UInt8($0) != nil }
    return (isIPv4 && numbers[0] == "127") || host == "localhost" || isLoopback6(host)
  }

  /// Whether it is an IPv6 address in any of its spellings, `::1` or one of 127.0.0.0/8 in it.
  private static func isLoopback6(_ host: String) -> Bool {
    var address = [UInt8](repeating: 0, count: 16)
    guard inet_pton(AF_INET6, host, &address) == 1 else { return false }
    let isOne = address.dropLast().allSatisfy { $0 == 0 } && address[15] == 1
    return isOne || address[..<10].allSatisfy { $0 == 0 } && address[10...12] == [255, 255, 127]
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-._".utf8.contains(byte)
    }
  }
}

extension Target {
  /// Host and port of an endpoint in one spelling, such as `example.com:443`; nil for what is no
  /// endpoint.
  public static func authority(of endpoint: String) -> String? {
    (try? EndpointURL(endpoint))?.authority
  }
}

extension String {
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    var rest = self[...]
    while rest.last == character { rest.removeLast() }
    return String(rest)
  }
}
