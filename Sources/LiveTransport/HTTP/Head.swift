// SPDX-License-Identifier: Apache-2.0
// Status and header fields of an answer, taken from Foundation as values.

import Foundation
import Wire

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// What an answer says before its body.
struct Head {
  var status: Int
  /// Sorted by name; Foundation keeps no order and joins fields of the same name with `, `.
  var fields: HTTPFields
  /// The length of the body that was announced; nil if none was.
  var length: Int64?

  init(_ response: HTTPURLResponse) {
    status = response.statusCode
    let pairs = response.allHeaderFields.map { ("\($0.key)", "\($0.value)") }
    fields = HTTPFields(pairs.sorted { $0.0 < $1.0 }.map { HTTPFields.Field($0.0, $0.1) })
    length = fields["Content-Length"].flatMap(Int64.init)
  }
}
