// SPDX-License-Identifier: Apache-2.0
// The embedded mock as a person bends it for one run of the tests, to see what red looks like.

import MockRegistry
import Wire

extension MockRegistry.Configuration {
  /// Reads one name in `SWR_FAULT` and names with commas between them in `SWR_VARIANT`, and
  /// sides of quirks in `SWR_QUIRK`.
  init(environment: [String: String]) throws(TestSession.Problem) {
    let faults = Self.names("SWR_FAULT", in: environment)
    let variants = Self.names("SWR_VARIANT", in: environment)
    let behaviors = Self.names("SWR_QUIRK", in: environment)
    let problems =
      (faults.count > 1 ? ["SWR_FAULT names \(faults.count) faults; choose one"] : [])
      + faults.compactMap { Self.problem($0, "SWR_FAULT", Fault.catalog.map(\.name)) }
      + variants.compactMap { Self.problem($0, "SWR_VARIANT", Variant.catalog.map(\.name)) }
      + behaviors.compactMap { Self.problem($0, "SWR_QUIRK", QuirkBehavior.catalog.map(\.name)) }
    guard problems.isEmpty else { throw TestSession.Problem(problems) }
    self.init(
      fault: faults.first.flatMap(Fault.named), variants: variants.compactMap(Variant.named),
      behaviors: behaviors.compactMap(QuirkBehavior.named))
  }

  private static func names(_ variable: String, in environment: [String: String]) -> [String] {
    (environment[variable] ?? "").split(separator: ",").map(String.init)
  }

  private static func problem(_ name: String, _ variable: String, _ known: [String]) -> String? {
    guard !known.contains(name) else { return nil }
    let hint = Spelling.nearest(to: name, among: known).map { "; did you mean \($0)?" } ?? ""
    return "\(variable) names \(name), which the embedded mock does not know\(hint)"
  }
}
