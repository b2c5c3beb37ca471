// SPDX-License-Identifier: Apache-2.0
// Reads a HAR file from disk entry by entry and keeps those that ask for a list of the contract.

import Conformance
import Contract
import Foundation
import Wire

/// What a HAR file holds of interest, and how much else.
struct HARFile {
  /// Nil where another program wrote the file.
  private(set) var note: RecordingNote?
  /// The exchanges with a list of the contract, in the order of the file.
  private(set) var entries: [HAREntry] = []
  /// How many entries there are.
  private(set) var count = 0
  /// How many have no method, no absolute URL or no status, or are longer than can be read.
  private(set) var incompleteCount = 0
  /// How many exchanges with a list lack their answer or its body.
  private(set) var bodylessCount = 0
  /// The first few servers that were asked for something else.
  private(set) var strangers: [String] = []

  private let templates: [PathTemplate]
  private var splitter = HARSplitter()
  /// The length of the byte order mark that some programs begin a file with.
  private var markLength = 0

  /// Reads the file once, from front to back, and holds one entry at a time.
  init(path: String, templates: [PathTemplate]) throws(RecordingProblem) {
    self.templates = templates
    let file = try Self.open(path)
    var isFirst = true
    while var chunk = try Self.read(file) {
      if isFirst, chunk.starts(with: Self.byteOrderMark) {
        markLength = Self.byteOrderMark.count
        chunk = chunk.dropFirst(markLength)
      }
      isFirst = false
      for piece in chunk.withUnsafeBytes({ splitter.read($0) }) { try keep(piece) }
    }
    try finish()
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func open(_ path: String) throws(RecordingProblem) -> FileHandle {
    do {
      return try FileHandle(forReadingFrom: URL(filePath: path))
    } catch {
      throw .unreadable(error)
    }
  }

  /// The next piece of the file; nil at its end.
  private static func read(_ file: FileHandle) throws(RecordingProblem) -> Data? {
    do {
      let data = try file.read(upToCount: 1 << 20)
      return data?.isEmpty == false ? data : nil
    } catch {
      throw .unreadable(error)
    }
  }

  private mutating func keep(_ piece: HARSplitter.Piece) throws(RecordingProblem) {
    count += 1
    guard !piece.bytes.isEmpty else {
      incompleteCount += 1
      return
    }
    do throws(JSONSyntaxError) {
      keep(try JSONDocument(parsing: piece.bytes).root)
    } catch {
      throw .notJSON(error.reason, at: markLength + piece.offset + error.offset)
    }
  }

  private mutating func keep(_ value: JSONValue) {
    let url = value["request"]?["url"]?.string.flatMap(RecordedURL.init)
    if let url, !templates.contains(where: { $0.match(endOf: url.path) != nil }) {
      if strangers.count < 3, !strangers.contains(url.origin) { strangers.append(url.origin) }
      return
    }
    do throws(HAREntry.Defect) {
      entries.append(try HAREntry(value))
    } catch {
      switch error {
      case .incomplete: incompleteCount += 1
      case .bodyless, .unanswered: bodylessCount += 1
      }
    }
  }

  /// Looks at what stands around the entries.
  private mutating func finish() throws(RecordingProblem) {
    let root: JSONValue
    do throws(JSONSyntaxError) {
      root = try JSONDocument(parsing: splitter.skeleton).root
    } catch {
      throw .notJSON(error.reason, at: markLength + splitter.fileOffset(of: error.offset))
    }
    guard let log = root["log"], log["entries"]?.kind == .array else { throw .notHAR }
    note = RecordingNote(in: log)
  }
}
