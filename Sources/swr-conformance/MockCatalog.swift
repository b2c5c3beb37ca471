// SPDX-License-Identifier: Apache-2.0
// The mock's faults, variants and disturbances as a list for people and as data.

import MockRegistry
import Reporting

/// What the mock can be told to do.
enum MockCatalog {
  static func text(json: Bool) -> String {
    json ? RowListing.json(parts) : RowListing.table(parts)
  }

  private static var parts: [(String, [RowListing.Row])] {
    [
      ("faults", faults), ("variants", variants), ("quirks", stances),
      ("disturbances", disturbances),
    ]
  }

  private static var stances: [RowListing.Row] {
    Stance.catalog.map { stance in
      [("name", stance.name), ("breaks", stance.breaks ? "breaks the contract" : "")]
    }
  }

  private static var faults: [RowListing.Row] {
    Fault.catalog.map { fault in
      [
        ("name", fault.name), ("operation", fault.operation), ("category", fault.category.rawValue),
        ("level", fault.level.rawValue), ("rule", fault.rule), ("summary", fault.summary),
      ]
    }
  }

  private static var variants: [RowListing.Row] {
    Variant.catalog.map { variant in
      [
        ("name", variant.name), ("warns", variant.warns.isEmpty ? "no" : "yes"),
        ("summary", variant.summary),
      ]
    }
  }

  private static var disturbances: [RowListing.Row] {
    Disturbance.catalog.map { [("name", $0.name), ("summary", $0.summary)] }
  }
}
