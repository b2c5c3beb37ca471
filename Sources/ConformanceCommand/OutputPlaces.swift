// SPDX-License-Identifier: Apache-2.0
// Where the outputs of one command go, each tried before anything is done for it.

import CommandLineArguments
import Files
import LiveTransport

/// The places of several outputs, none of which is taken twice or read by the command itself.
struct OutputPlaces {
  private let read: [String]
  private var places: [OutputPlace] = []
  /// What keeps an output from being written, one sentence each.
  var problems: [String] = []

  /// - Parameter read: The files that the command reads, which no output may replace.
  init(beside read: [String]) { self.read = read }

  /// Notes a path that is not tried before it is written, such as that of a pipe.
  mutating func spare(_ path: String) {
    if read.contains(where: { OutputPlace.isOne($0, path) }) {
      problems.append("\(path) is read by this command, so it cannot be written; name another")
    }
  }

  /// The place that a path names; nil for one that cannot be written.
  mutating func place(_ path: String) -> OutputPlace? {
    spare(path)
    do throws(FileProblem) {
      let place = try OutputPlace(path)
      if places.contains(where: place.isSame) {
        problems.append("two outputs go to \(path); give each a file of its own")
      }
      places.append(place)
      return place
    } catch {
      problems.append("cannot write \(path): \(error)")
      return nil
    }
  }
}

extension Invocation.Run {
  /// The files that it reads.
  var inputs: [String] {
    [
      targetFile.map { TargetFile(path: $0).path }, fleet, contract, baseline.file, against, caFile,
      certificate, key,
    ].compactMap(\.self)
  }
}

extension Invocation.Gathering {
  /// The forms that are asked for, with the place of each; nil is standard output.
  ///
  /// - Parameter form: What is meant where nobody says.
  func outputs(
    usually form: String
  ) throws(UsageError) -> [(form: String, place: OutputPlace?)] {
    guard !reports.isEmpty else { return [(form, nil)] }
    var places = OutputPlaces(beside: files)
    let outputs = reports.map { report in
      (form: report.format, place: report.path.flatMap { places.place($0) })
    }
    guard places.problems.isEmpty else { throw UsageError(problems: places.problems) }
    return outputs
  }
}

extension Program {
  /// Writes each text to its place, or to standard output where there is none.
  ///
  /// - Returns: Whether all could be written; if not, somebody was told why.
  func write(_ texts: [(text: String, place: OutputPlace?)]) -> Bool {
    texts.map { text, place in
      if let place { return terminal.write(text, to: place) }
      terminal.write(text)
      return true
    }.allSatisfy(\.self)
  }
}
