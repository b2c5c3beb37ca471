// SPDX-License-Identifier: Apache-2.0
// The embedded mock as a person bends it for one run of the tests, to see what red looks like.

import Conformance
import Contract
import Wire

extension EmbeddedMock.Wishes {
  /// Reads one name in the variable of `fault`, names with commas between them in that of `variant`,
  /// and sides of quirks in that of `quirk`.
  init(
    environment: [String: String], of profile: Profile, mock: EmbeddedMock
  ) throws(TestSession.Problem) {
    func words(_ key: String) -> [String] {
      (environment[profile.variable(of: key)] ?? "").split(separator: ",").map(String.init)
    }
    func problems(_ key: String, _ names: @autoclosure () -> [String]) -> [String] {
      let words = words(key)
      guard !words.isEmpty else { return [] }
      let known = names()
      return words.filter { !known.contains($0) }.map { name in
        let hint = Spelling.nearest(to: name, among: known).map { "; did you mean \($0)?" } ?? ""
        return
          "\(profile.variable(of: key)) names \(name), which the embedded mock does not know\(hint)"
      }
    }
    let faults = words("fault")
    let problems =
      (faults.count > 1
        ? ["\(profile.variable(of: "fault")) names \(faults.count) faults; choose one"] : [])
      + problems("fault", mock.faults().map(\.name)) + problems("variant", mock.names().variants)
      + problems("quirk", mock.names().quirks)
    guard problems.isEmpty else { throw TestSession.Problem(problems) }
    self.init(fault: faults.first, variants: words("variant"), quirks: words("quirk"))
  }
}
