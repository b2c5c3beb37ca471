// SPDX-License-Identifier: Apache-2.0
// One handle of libcurl's easy interface: set up once for a route, and again for each request.

import CurlInterface

/// A transfer's place in libcurl, used again for the next one.
///
/// Only the thread of its ``CurlLoop`` touches it.
final class EasyHandle {
  let pointer: CurlLibrary.Handle
  private let curl: CurlLibrary
  private let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: 256)
  private var headers: CurlLibrary.List?
  /// What ``headers`` holds.
  private var headerLines: [String] = []
  private var addresses: CurlLibrary.List?

  init?(_ curl: CurlLibrary, _ route: NetworkRoute) {
    guard let pointer = curl.makeEasy() else { return nil }
    self.curl = curl
    self.pointer = pointer
    errorText[0] = 0
    set(CurlOption.errorText, UnsafeRawPointer(errorText))
    set(CurlOption.onBody, unsafeBitCast(Transfer.onBody, to: UnsafeRawPointer.self))
    set(CurlOption.onHead, unsafeBitCast(Transfer.onHead, to: UnsafeRawPointer.self))
    set(CurlOption.onLog, unsafeBitCast(Transfer.onLog, to: UnsafeRawPointer.self))
    // http and https, and nothing to which a URL could lead besides.
    set(CurlOption.protocols, 3)
    for option in [
      CurlOption.verbose, CurlOption.noSignal, CurlOption.noProgress, CurlOption.pathAsIs,
      CurlOption.suppressConnectHeads, CurlOption.headlessAllowed, CurlOption.quickExit,
    ] {
      set(option, 1)
    }
    set(CurlOption.bufferSize, 128 * 1024)
    take(route)
  }

  deinit {
    curl.dropEasy(pointer)
    curl.dropList(headers)
    curl.dropList(addresses)
    errorText.deallocate()
  }

  func set(_ option: CInt, _ value: Int) {
    _ = curl_set_number(curl.setOption, pointer, option, value)
  }

  private func set(_ option: CInt, _ value: UnsafeRawPointer?) {
    _ = curl_set_pointer(curl.setOption, pointer, option, value)
  }

  /// libcurl copies the text.
  private func set(_ option: CInt, _ text: String?) {
    guard let text else { return set(option, UnsafeRawPointer?.none) }
    text.withCString { set(option, UnsafeRawPointer($0)) }
  }

  func number(_ info: CInt) -> Int { curl_get_number(curl.information, pointer, info) }

  /// Seconds since the start of the transfer.
  func seconds(_ info: CInt) -> Double {
    Double(curl_get_offset(curl.information, pointer, info)) / 1e6
  }

  /// What libcurl says of the last failure; empty if nothing.
  var complaint: String { String(cString: errorText) }
}

extension EasyHandle {
  /// What stays the same for all requests.
  private func take(_ route: NetworkRoute) {
    switch route.trust {
    case .system: break
    case .only(let file):
      set(CurlOption.authorityFolder, nil as String?)
      set(CurlOption.authorityFile, file)
    case .anyone:
      set(CurlOption.verifyPeer, 0)
      set(CurlOption.verifyHost, 0)
    }
    set(CurlOption.certificate, route.certificate?.file)
    set(CurlOption.key, route.certificate?.keyFile)
    for line in route.addresses { addresses = curl.append(addresses, line) }
    set(CurlOption.resolve, addresses.map { UnsafeRawPointer($0) })
    set(CurlOption.httpVersion, route.version.rawValue)
  }

  /// What is asked now, and by whom.
  func prepare(_ order: Transfer.Order, for transfer: Transfer) {
    errorText[0] = 0
    let who = UnsafeRawPointer(Unmanaged.passUnretained(transfer).toOpaque())
    for option in [CurlOption.bodyTarget, CurlOption.headTarget, CurlOption.logTarget] {
      set(option, who)
    }
    set(CurlOption.url, order.url)
    // An empty text is no proxy; without one, libcurl would look for it again.
    set(CurlOption.proxy, order.proxy ?? "")
    set(CurlOption.patience, Self.milliseconds(order.patience))
    set(CurlOption.connectPatience, Self.milliseconds(order.connectPatience))
    set(CurlOption.freshConnection, order.isFresh ? 1 : 0)
    set(CurlOption.forbidReuse, 0)
    set(order.method, order.body)
    guard order.headerLines != headerLines else { return }
    let old = headers
    headers = order.headerLines.reduce(nil) { curl.append($0, $1) }
    headerLines = order.headerLines
    set(CurlOption.headers, headers.map { UnsafeRawPointer($0) })
    curl.dropList(old)
  }

  private func set(_ method: String, _ body: [UInt8]) {
    // Each of the three takes the others back.
    set(CurlOption.noBody, 0)
    set(CurlOption.get, 1)
    set(CurlOption.method, method == "GET" || method == "HEAD" ? nil : method)
    if method == "HEAD" { set(CurlOption.noBody, 1) }
    guard !body.isEmpty || ["POST", "PUT", "PATCH"].contains(method) else { return }
    set(CurlOption.post, 1)
    set(CurlOption.method, method)
    set(CurlOption.bodySize, body.count)
    // An empty array may have no address, which libcurl would take for no body.
    (body.isEmpty ? [0] : body).withUnsafeBytes { set(CurlOption.copiedBody, $0.baseAddress) }
  }

  /// At least 1, since 0 is libcurl's word for no limit.
  private static func milliseconds(_ duration: Duration) -> Int {
    max(1, Int((duration / .milliseconds(1)).rounded(.up)))
  }
}
