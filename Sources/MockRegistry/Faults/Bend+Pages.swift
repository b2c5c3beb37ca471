// SPDX-License-Identifier: Apache-2.0
// The words in which a fault says what happens to pages.

extension Bend {
  /// Rewrites the total of a page.
  static func total(_ change: @escaping @Sendable (Int, Question) -> Int) -> Bend {
    .page { page, question, _ in
      guard let total = page.frame.integer("total") else { return }
      page.frame["total"] = String(change(total, question))
    }
  }

  /// Puts that JSON beside the list, or takes a member away.
  static func frame(_ name: String, _ json: String?) -> Bend {
    .page { page, _, _ in page.frame[name] = json }
  }

  static func renameList(to key: String) -> Bend {
    .page { page, _, _ in page.listKey = key }
  }

  /// Puts that JSON where the rows were.
  static func list(_ json: String) -> Bend {
    .page { page, _, _ in page.list = json }
  }

  /// Changes a page with all rows of its question at hand.
  static func pages(
    _ change: @escaping @Sendable (inout MockPage, Question, Table.View) -> Void
  ) -> Bend {
    .page { page, question, occasion in
      change(&page, question, occasion.table.view(status: question.status))
    }
  }

  /// Changes only the pages of offsets behind the last row.
  static func pagesPastEnd(
    _ change: @escaping @Sendable (inout MockPage, Question, Table.View) -> Void
  ) -> Bend {
    pages { page, question, view in
      if view.count > 0, page.start >= view.count { change(&page, question, view) }
    }
  }

  /// Changes only the pages that are asked for by status, with every row of the table at hand.
  static func filteredPages(
    _ change: @escaping @Sendable (inout MockPage, Question, Table.View) -> Void
  ) -> Bend {
    .page { page, question, occasion in
      if question.status != nil { change(&page, question, occasion.table.view()) }
    }
  }

  /// Lets another marker follow a page, made from the page and the id of its last row.
  static func marker(_ next: @escaping @Sendable (MockPage, Int, Table.View) -> String?) -> Bend {
    pages { page, _, view in
      guard let last = page.rows.last?.integer("id") else { return }
      page.frame["page_info"] = MockPage.pageInfo(next: next(page, last, view))
    }
  }
}

extension MockPage {
  /// Whether rows follow this page.
  func isFollowed(in view: Table.View) -> Bool {
    start + rows.count < view.count
  }
}
