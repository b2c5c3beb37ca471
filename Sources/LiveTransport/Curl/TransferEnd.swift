// SPDX-License-Identifier: Apache-2.0
// How an exchange ended, as a value that has left libcurl behind.

import Wire

/// The end of a transfer, with everything that came and everything that tells why.
struct TransferEnd: Sendable {
  /// How it ended; nil for a code that we do not know.
  var code: CurlCode?
  var arrived = Arrived()
  /// In libcurl's words, for people; nothing is concluded from them.
  var reason = ""
  var phases: ExchangePhases?
  /// The `errno` of the connection; 0 if the system has nothing to say.
  var systemError = 0
  /// OpenSSL's `X509_V_ERR_…` of the certificate; 0 if it was good or nobody says.
  var verification = 0
  /// The status with which a proxy answered CONNECT; 0 if none did.
  var connectStatus = 0
  /// Whether a connection stood, this one's own or one that was open already.
  var isConnected = false
  /// Whether we did not wait for it.
  var isGivenUp = false

  static var givenUp: Self {
    var end = Self()
    end.isGivenUp = true
    return end
  }

  private init() {}

  init(_ number: CInt, _ easy: EasyHandle, _ arrived: Arrived) {
    code = CurlCode(rawValue: number)
    self.arrived = arrived
    if code != .ok { reason = easy.complaint }
    systemError = easy.number(CurlInfo.systemError)
    verification = easy.number(CurlInfo.verification)
    connectStatus = easy.number(CurlInfo.connectStatus)
    isConnected = easy.seconds(CurlInfo.request) > 0
    phases = ExchangePhases(easy)
  }
}

extension ExchangePhases {
  fileprivate init(_ easy: EasyHandle) {
    let nameLookup = easy.seconds(CurlInfo.nameLookup)
    let connect = max(nameLookup, easy.seconds(CurlInfo.connect))
    let tls = max(connect, easy.seconds(CurlInfo.tls))
    let firstByte = max(tls, easy.seconds(CurlInfo.firstByte))
    self.init(
      nameLookup: nameLookup, connect: connect, tls: tls, firstByte: firstByte,
      lastByte: max(firstByte, easy.seconds(CurlInfo.total)))
  }
}
