// SPDX-License-Identifier: Apache-2.0
// Why a recording cannot be judged, in words that go behind the name of the file.

import Foundation
public import Wire

/// What keeps a recording from being judged; the description goes behind the file's name.
public enum RecordingProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file cannot be read; the text says why.
  case cannotRead(String)
  /// The file is not JSON from that byte on.
  case notJSON(JSONSyntaxError.Reason, at: Int)
  /// The file is JSON without a list of entries.
  case notHAR
  /// The file holds entries, and none of them asks for a list of the contract.
  case nothingToJudge(held: String, wanted: String)

  static func unreadable(_ error: any Error) -> RecordingProblem {
    switch (error as? CocoaError)?.code {
    case .fileReadNoSuchFile, .fileNoSuchFile: .cannotRead("there is no such file")
    case .fileReadNoPermission: .cannotRead("its permissions forbid it")
    default: .cannotRead((error as NSError).localizedDescription)
    }
  }

  public var description: String {
    switch self {
    case .cannotRead(let why):
      "cannot be read: \(why); check the path"
    case .notJSON(let reason, let offset):
      "is not JSON: \(reason) at byte \(offset); record it again, or mend it there"
    case .notHAR:
      "is JSON and no HAR file, for it has no list log.entries; export it as HAR 1.2"
    case .nothingToJudge(let held, let wanted):
      "holds \(held), and none of them is \(wanted); record a session that asks for one"
    }
  }
}
