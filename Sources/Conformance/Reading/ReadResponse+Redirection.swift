// SPDX-License-Identifier: Apache-2.0
// Where an answer wants to send us, fit to be shown to anybody.

import Wire

extension ReadResponse {
  /// The place that a status of 300 to 399 leads to, without what may be a secret: a user before
  /// the host, and what stands behind `?` or `#`.
  var redirection: String? {
    guard status.code / 100 == 3, let place = headers["Location"], !place.isEmpty else {
      return nil
    }
    let end = place.firstIndex { $0 == "?" || $0 == "#" }
    let path = end.map { place[..<$0] + "\(place[$0])…" } ?? place[...]
    guard let slashes = path.firstRange(of: "//") else { return String(path) }
    let rest = path[slashes.upperBound...]
    let authority = rest.prefix { $0 != "/" }
    guard let at = authority.lastIndex(of: "@") else { return String(path) }
    return "\(path[..<slashes.upperBound])…\(rest[at...])"
  }
}
