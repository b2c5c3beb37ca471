// SPDX-License-Identifier: Apache-2.0
// Why a recording cannot be judged, in words that go behind the name of the file.

public import Wire

/// What keeps a recording from being judged; the description goes behind the file's name.
public enum RecordingProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file cannot be read; the text says why.
  case cannotRead(String)
  /// What has that name is a folder, a pipe or a device.
  case notRegular(isFolder: Bool)
  /// The file is not JSON from that byte on.
  case notJSON(JSONSyntaxError.Reason, at: Int)
  /// The file is something else than text in UTF-8; the text says what, and what to do.
  case otherForm(String)
  /// The file is JSON without a list of entries.
  case notHAR
  /// The file holds entries, and none of them asks for a list of the contract.
  case nothingToJudge(held: String, wanted: String)
  /// Somebody stopped the reading.
  case interrupted

  public var description: String {
    switch self {
    case .cannotRead(let why):
      "cannot be read: \(why); check the path"
    case .notRegular(isFolder: true):
      "is a folder; name the HAR file in it"
    case .notRegular(isFolder: false):
      "is no regular file, and nothing else can be judged; save the recording in a file first"
    case .notJSON(let reason, let offset):
      "is not JSON: \(reason) at byte \(offset); record it again, or mend it there"
    case .otherForm(let words): words
    case .notHAR:
      "is JSON and no HAR file, for it has no list log.entries; export it as HAR 1.2"
    case .interrupted:
      "was not read to its end"
    case .nothingToJudge(let held, let wanted):
      "holds \(held), and none of them is \(wanted); record a session that asks for one"
    }
  }
}
