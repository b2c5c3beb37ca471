// SPDX-License-Identifier: Apache-2.0
// The namespaces of an instance.

import Fixtures

extension ListOperation {
  static let namespaces = ListOperation(
    "ListInstanceNamespaces", word: "namespaces", path: instance + "/namespaces",
    key: "namespaces", paging: .offset(), filters: [.text("name", field: "name")],
    rows: RowForm(
      data: Fixtures.namespaces, named: .init("namespace_name", "name"),
      owners: [.init("instance_id", "_instance_id")]))
}
