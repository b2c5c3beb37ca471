// SPDX-License-Identifier: Apache-2.0
// The words in which a fault says what happens to pages.

extension Mutation {
  /// Puts that JSON beside the list, or takes a member away.
  static func frame(_ name: String, _ json: String?) -> Mutation {
    .page { page, _, _ in page.frame[name] = json }
  }

  static func renameList(to key: String) -> Mutation {
    .page { page, _, _ in page.listKey = key }
  }

  /// Puts that JSON where the rows were.
  static func list(_ json: String) -> Mutation {
    .page { page, _, _ in page.list = json }
  }

  /// Changes a page with all rows of its query at hand.
  static func pages(
    _ change: @escaping @Sendable (inout MockPage, ListQuery, Table.View) -> Void
  ) -> Mutation {
    .page { page, query, context in
      change(&page, query, context.table.view(query))
    }
  }

  /// Changes only the pages of offsets behind the last row.
  static func pagesPastEnd(
    _ change: @escaping @Sendable (inout MockPage, ListQuery, Table.View) -> Void
  ) -> Mutation {
    pages { page, query, view in
      if view.count > 0, page.start >= view.count { change(&page, query, view) }
    }
  }

  /// Changes only the pages that are asked for by status, with every row of the table at hand.
  static func filteredPages(
    _ change: @escaping @Sendable (inout MockPage, ListQuery, Table.View) -> Void
  ) -> Mutation {
    .page { page, query, context in
      if query.word != nil { change(&page, query, context.table.view()) }
    }
  }
}

extension MockPage {
  /// Whether rows follow this page.
  func isFollowed(in view: Table.View) -> Bool {
    start + rows.count < view.count
  }
}
