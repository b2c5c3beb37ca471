// SPDX-License-Identifier: Apache-2.0
// What a caller has to know of this registry before it can ask anything.

extension MockRegistry {
  /// The names and numbers of what exists here, under the keys of a target file, in that order.
  public struct Facts: Sendable, Hashable {
    /// One fact.
    public struct Entry: Sendable, Hashable {
      public var key: String
      public var value: String
    }

    public let entries: [Entry]

    /// The value of that key, or nil where the registry has no such fact.
    public subscript(key: String) -> String? {
      entries.first { $0.key == key }?.value
    }

    /// The one project, instance, namespace, and so on; every mock registry has the same.
    static let only = Facts(entries: [
      Entry(key: "project_id", value: "05d3a1f0b98026b12f8cc01e7a4b6d95"),
      Entry(key: "instance_id", value: "7f3c0d52-1b6e-11f0-9a41-0255ac10023b"),
      Entry(key: "namespace_name", value: "team-atlas"),
      Entry(key: "webhook_policy_id", value: "27"),
      Entry(key: "retention_policy_id", value: "14"),
      Entry(key: "retention_execution_id", value: "362"),
      Entry(key: "retention_task_id", value: "24399"),
      Entry(key: "replication_execution_id", value: "518"),
      Entry(key: "replication_task_id", value: "19335"),
      Entry(key: "other_instance_id", value: "b52e9a10-6c0d-11f0-8d27-0255ac1007e4"),
      Entry(key: "other_namespace_name", value: "data-lake"),
      Entry(key: "other_retention_policy_id", value: "21"),
      Entry(key: "foreign_project_id", value: "0a17c4e2d6f84b3f9be5127c80d3f6aa"),
      Entry(key: "token", value: "mock.5s8Qd1vYw0Tq7c2R.opens-the-mock-registry-only"),
    ])
  }
}
