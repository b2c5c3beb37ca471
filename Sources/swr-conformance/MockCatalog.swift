// SPDX-License-Identifier: Apache-2.0
// The mock's faults, variants and disturbances as a list for people and as data.

import MockRegistry
import Reporting

/// What the mock can be told to do.
enum MockCatalog {
  static func text(json: Bool) -> String { json ? RowListing.json(parts) : RowListing.table(parts) }

  private static var parts: [(String, [RowListing.Row])] {
    [
      ("faults", faults), ("variants", variants), ("quirks", behaviors),
      ("disturbances", disturbances),
    ]
  }

  private static var behaviors: [RowListing.Row] {
    QuirkBehavior.catalog.map { behavior in
      [("name", behavior.name), ("breaks", behavior.breaks ? "breaks the contract" : "")]
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
    Interference.catalog.map { [("name", $0.name), ("summary", $0.summary)] }
  }
}
