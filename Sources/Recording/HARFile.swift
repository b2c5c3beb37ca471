// SPDX-License-Identifier: Apache-2.0
// Reads a HAR file entry by entry and keeps, without bodies, those that ask for a list of the contract.

import Conformance
import Contract
import Wire

/// What a HAR file holds of interest, and how much else.
struct HARFile {
  /// Nil where another program wrote the file.
  private(set) var run: RecordedRun?
  /// The exchanges with a list of the contract, in the order of the file.
  private(set) var entries: [HAREntry] = []
  /// How many entries there are.
  private(set) var count = 0
  /// What is not among them though it asks for a list, or may.
  private(set) var omissions = Omissions()
  /// The first few servers that were asked for something else.
  private(set) var strangers: [String] = []

  /// Whether somebody stopped the reading; then its run is not known.
  private(set) var isCut = false
  /// Where the bodies are; nil where the entries have them.
  let file: RecordingFile?

  /// Whether any entry shows what browsers leave out of an export unless they are told otherwise.
  private var showsCookies = false
  private let templates: [PathTemplate]
  private let profile: Profile
  /// The header field in which an answer carries its own name; nil where the API has none.
  var requestID: String? { profile.requestID }
  private var texts = SharedTexts()

  /// What somebody has seen pass, for no file.
  init(passed entries: [HAREntry], _ omissions: Omissions, of count: Int, _ profile: Profile) {
    (self.entries, self.omissions, self.count, self.profile) = (entries, omissions, count, profile)
    (file, templates) = (nil, [])
  }

  /// Goes over the file once, from front to back.
  ///
  /// - Parameter isStopped: Whether somebody wants no more of it; what came so far is kept then.
  init(
    path: String, templates: [PathTemplate], of profile: Profile,
    isStopped: @escaping () -> Bool = { false }
  ) throws(RecordingProblem) {
    self.templates = templates
    self.profile = profile
    let file = try RecordingFile(path: path)
    try file.expectText()
    self.file = file
    do throws(RecordingProblem) {
      var scanner = try HARScanner(file, isStopped: isStopped)
      while let skeleton = try scanner.next() { try keep(skeleton, in: file) }
      try finish(scanner.frame)
    } catch .interrupted {
      isCut = true
    }
  }

  private mutating func keep(
    _ skeleton: HARSkeleton, in file: RecordingFile
  ) throws(RecordingProblem) {
    count += 1
    guard !skeleton.isTooLong else { return omissions.count(.incomplete) }
    keep(HARMember(try skeleton.parsed(), skeleton, file))
  }

  private mutating func keep(_ value: HARMember) {
    let url = value["request"]?.requestedURL
    if !showsCookies, value["_credential"] == nil {
      showsCookies =
        value.has("request", field: "Cookie") || value.has("request", field: "Authorization")
        || value.has("response", field: "Set-Cookie")
    }
    do throws(Omission) {
      if let url, try !templates.have(endOf: url.path) {
        if strangers.count < 3, !strangers.contains(url.origin) { strangers.append(url.origin) }
        return
      }
      if url == nil, let text = value["request"]?["url"]?.string, text.contains("://") {
        throw .otherProtocol
      }
      entries.append(try HAREntry(value, url: url, by: profile.credentials, &texts))
    } catch {
      omissions.count(error)
    }
  }

  /// Looks at what stands around the entries.
  private mutating func finish(_ frame: HARSkeleton) throws(RecordingProblem) {
    guard let log = try frame.parsed()["log"], log["entries"]?.kind == .array else { throw .notHAR }
    run = RecordedRun(in: log, of: profile)
    guard log["creator"]?["name"]?.string == "WebInspector", !showsCookies else { return }
    // The cookies of who was shown the list may be left out.
    for place in entries.indices where entries[place].isGranted {
      entries[place].isAuthenticated = true
    }
  }
}
