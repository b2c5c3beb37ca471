// SPDX-License-Identifier: Apache-2.0
// One row of a list that is asked for by its name.

import Testing
import Wire

@testable import MockRegistry

struct SingleRowTests {
  @Test func `an instance is the row of the list`() {
    let registry = MockRegistry()
    let rows = registry.respond(ask(.instances)).rows(of: .instances)
    #expect(!rows.isEmpty)
    for row in rows {
      let id = row.text("id") ?? ""
      let shown = registry.respond(ask(.oneInstance, replacing: "instance_id", with: id))
      #expect(shown.status == 200 && shown.object == row)
    }
  }

  @Test func `an instance stays however the data moves`() {
    let registry = MockRegistry(.init(seed: 7, churn: 1))
    let first = registry.respond(ask(.oneInstance)).object
    #expect(first["id"] != nil)
    for _ in 0..<200 {
      #expect(registry.respond(ask(.oneInstance)).object == first)
      #expect(registry.respond(ask(.instances)).rows(of: .instances).contains(first))
    }
  }

  @Test func `an instance that is not there is not found`() {
    let registry = MockRegistry()
    #expect(registry.respond(ask(.oneInstance, replacing: "instance_id", with: "x")).status == 404)
    #expect(registry.respond(ask(.oneInstance, replacing: "project_id", with: "x")).status == 403)
    #expect(registry.respond(ask(.oneInstance, token: nil)).status == 401)
  }
}
