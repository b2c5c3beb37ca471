// SPDX-License-Identifier: Apache-2.0
// One instance of a project.

extension ListOperation {
  static let oneInstance = ListOperation(
    "ShowInstance", word: "instance", path: instance, of: .instances)
}
