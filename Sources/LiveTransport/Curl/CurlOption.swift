// SPDX-License-Identifier: Apache-2.0
// The numbers of curl/curl.h that we use; libcurl promises never to change one.

/// Options of a transfer, with what their numbers say of their values.
enum CurlOption {
  // Numbers.
  static let post: CInt = 47
  static let verbose: CInt = 41
  static let noBody: CInt = 44
  static let noProgress: CInt = 43
  static let verifyPeer: CInt = 64
  static let freshConnection: CInt = 74
  static let forbidReuse: CInt = 75
  static let get: CInt = 80
  static let verifyHost: CInt = 81
  static let httpVersion: CInt = 84
  static let bufferSize: CInt = 98
  static let noSignal: CInt = 99
  static let bodySize: CInt = 60
  static let patience: CInt = 155
  static let connectPatience: CInt = 156
  static let pathAsIs: CInt = 234
  static let suppressConnectHeads: CInt = 265
  static let headlessAllowed: CInt = 285
  static let quickExit: CInt = 322

  // Pointers to text, lists and objects.
  static let bodyTarget: CInt = 10_001
  static let url: CInt = 10_002
  static let proxy: CInt = 10_004
  static let errorText: CInt = 10_010
  static let headers: CInt = 10_023
  static let certificate: CInt = 10_025
  static let headTarget: CInt = 10_029
  static let method: CInt = 10_036
  static let authorityFile: CInt = 10_065
  static let key: CInt = 10_087
  static let logTarget: CInt = 10_095
  static let authorityFolder: CInt = 10_097
  static let copiedBody: CInt = 10_165
  static let resolve: CInt = 10_203
  static let protocols: CInt = 181

  // Functions.
  static let onBody: CInt = 20_011
  static let onHead: CInt = 20_079
  static let onLog: CInt = 20_094

  // Options of a multi handle.
  static let multiplexing: CInt = 3
  static let connectionsOfHost: CInt = 7
}

/// What a transfer tells of itself.
enum CurlInfo {
  static let verification: CInt = 0x20_0000 + 13
  static let connectStatus: CInt = 0x20_0000 + 22
  static let systemError: CInt = 0x20_0000 + 25
  // In microseconds since the start.
  static let total: CInt = 0x60_0000 + 50
  static let nameLookup: CInt = 0x60_0000 + 51
  static let connect: CInt = 0x60_0000 + 52
  static let request: CInt = 0x60_0000 + 53
  static let firstByte: CInt = 0x60_0000 + 54
  static let tls: CInt = 0x60_0000 + 56
}

/// How a transfer ended: the values of `CURLcode` that we tell apart.
enum CurlCode: CInt {
  case ok = 0
  case unsupportedProtocol = 1
  case malformedURL = 3
  case unknownProxy = 5
  case unknownHost = 6
  case notConnected = 7
  case oddAnswer = 8
  case http2 = 16
  case cutBody = 18
  case bodyRefused = 23
  case timedOut = 28
  case noTLS = 35
  case nothingCame = 52
  case sendingFailed = 55
  case receivingFailed = 56
  case ownCertificate = 58
  case untrusted = 60
  case authorityFile = 77
  case http2Stream = 92
  case proxy = 97
  case wantsCertificate = 98
}
