// SPDX-License-Identifier: Apache-2.0
// The mock's faults and variants as a list for people and as data.

import MockRegistry
import Reporting

/// What the mock can be told to do.
enum MockCatalog {
  static func text(json: Bool) -> String {
    json
      ? Listing.json([("faults", faults), ("variants", variants)])
      : Listing.table([("faults", faults), ("variants", variants)])
  }

  private static var faults: [Listing.Row] {
    Fault.catalog.map { fault in
      [
        ("name", fault.name), ("operation", fault.operation), ("category", fault.category.rawValue),
        ("level", fault.level.rawValue), ("summary", fault.summary),
      ]
    }
  }

  private static var variants: [Listing.Row] {
    Variant.catalog.map { variant in
      [
        ("name", variant.name), ("warns", variant.warns ? "yes" : "no"),
        ("summary", variant.summary),
      ]
    }
  }
}
