// SPDX-License-Identifier: Apache-2.0
// The way to an endpoint as flags, environment and file have it, and what is wrong with it.

extension Target.Loading {
  /// The way, with everything that is wrong among the problems.
  mutating func route(_ environment: [String: String]) -> NetworkRoute {
    var route = NetworkRoute()
    if flags.route.isInsecure {
      route.trust = .anyone
    } else if let file = settings["ca_file"] {
      problems += PEMFile(file.value, file.origin).problems(lacking: .certificate)
      route.trust = .only(file: file.value)
    }
    route.certificate = certificate()
    route.addresses = addresses()
    route.connectPatience = connectPatience()
    route.version = version()
    problems += Proxy.problems(in: environment)
    if case .failure(let lack) = CurlLibrary.shared { problems += lack.list }
    return route
  }

  private mutating func certificate() -> NetworkRoute.Certificate? {
    guard let file = settings["cert"] else {
      if let key = settings["key"] {
        add("\(key.origin) stands alone without a certificate", "name it with --cert FILE.pem")
      }
      return nil
    }
    let certificate = PEMFile(file.value, file.origin)
    problems += certificate.problems(lacking: .certificate)
    if let key = settings["key"] {
      problems += PEMFile(key.value, key.origin).problems(lacking: .key)
    } else if problems.isEmpty {
      problems += certificate.problems(lacking: .key)
    }
    return NetworkRoute.Certificate(file: file.value, keyFile: settings["key"]?.value)
  }

  private mutating func addresses() -> [String] {
    guard let setting = settings["resolve"] else { return [] }
    let entries = setting.value.split(separator: " ").map(String.init)
    for entry in entries where !Self.isAddress(entry) {
      add(
        "\(setting.origin) has \(entry), which names no address",
        "write HOST:PORT:ADDR, such as registry.example.com:443:127.0.0.1")
    }
    return entries
  }

  /// Whether the text is a name, a port and addresses in numbers, with commas between them.
  private static func isAddress(_ entry: String) -> Bool {
    let parts = entry.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty, UInt16(parts[1]).map({ $0 > 0 }) == true else {
      return false
    }
    return parts[2].split(separator: ",", omittingEmptySubsequences: false).allSatisfy { address in
      let numbers = address.split(separator: ".", omittingEmptySubsequences: false)
      let isIPv4 = numbers.count == 4 && numbers.allSatisfy { UInt8($0) != nil }
      let isIPv6 =
        address.contains(":")
        && address.allSatisfy { $0.isHexDigit || [":", ".", "[", "]"].contains($0) }
      return isIPv4 || isIPv6
    }
  }

  private mutating func connectPatience() -> Duration? {
    guard let setting = settings["connect_timeout"] else { return nil }
    guard let seconds = Double(setting.value), (0.001...86_400).contains(seconds) else {
      add("\(setting.origin) is no time", "give seconds from 0.001 to 86400")
      return nil
    }
    return .seconds(seconds)
  }

  private mutating func version() -> NetworkRoute.Version {
    switch settings["http_version"]?.value {
    case nil, "2": return .http2WithTLS
    case "1.1": return .http1
    case _?:
      add("\(settings["http_version"]!.origin) is no version of HTTP", "write 1.1 or 2")
      return .http1
    }
  }
}
