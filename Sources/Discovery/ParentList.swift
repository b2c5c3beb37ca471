// SPDX-License-Identifier: Apache-2.0
// The lists whose rows name what the paths of the judged operations need, as one table to read.

import Contract

/// A list of the service whose rows are named by a fact of a target.
///
/// All are read with `offset` and `limit` (at most 100) and count their rows in `total`.
struct ParentList: Sendable, Hashable {
  /// The operation's name in the vendor's SDKs.
  var operation: String
  /// The gaps are the keys of facts that have to be known before the list can be asked.
  var path: PathTemplate
  /// The key of the array in the answer.
  var rows: String
  /// The fact that names a row.
  var names: Fact
  /// The field of a row that holds that fact.
  var field = "id"
  /// The facts that say where a row belongs, and the fields that hold them.
  var belongs: [Fact: String] = [:]
}

extension ParentList {
  static let instances = ParentList(
    operation: "ListInstance", path: "/v2/{project_id}/instances", rows: "instances",
    names: .instanceID)

  static let namespaces = ParentList(
    operation: "ListInstanceNamespaces",
    path: "/v2/{project_id}/instances/{instance_id}/namespaces", rows: "namespaces",
    names: .namespaceName, field: "name")

  /// What has rows of a judged operation beneath it; a list stands behind those it needs.
  static let beneathInstance = [
    ParentList(
      operation: "ListInstanceWebhooks",
      path: "/v2/{project_id}/instances/{instance_id}/webhook/policies", rows: "policies",
      names: .webhookPolicyID, belongs: [.namespaceName: "namespace_name"]),
    ParentList(
      operation: "ListInstanceRetentionPolicies",
      path: "/v2/{project_id}/instances/{instance_id}/retention/policies", rows: "retentions",
      names: .retentionPolicyID, belongs: [.namespaceName: "namespace_name"]),
    ParentList(
      operation: "ListInstanceRetentionPolicyExecutions",
      path:
        "/v2/{project_id}/instances/{instance_id}/namespaces/{namespace_name}/retention/policies/{retention_policy_id}/executions",
      rows: "executions", names: .retentionExecutionID),
    ParentList(
      operation: "ListInstanceRetentionPolicyExecTasks",
      path:
        "/v2/{project_id}/instances/{instance_id}/namespaces/{namespace_name}/retention/policies/{retention_policy_id}/executions/{retention_execution_id}/tasks",
      rows: "tasks", names: .retentionTaskID),
    ParentList(
      operation: "ListInstanceReplicationPolicyExecutions",
      path: "/v2/{project_id}/instances/{instance_id}/replication/executions", rows: "executions",
      names: .replicationExecutionID),
    ParentList(
      operation: "ListInstanceReplicationPolicyExecTasks",
      path:
        "/v2/{project_id}/instances/{instance_id}/replication/executions/{replication_execution_id}/tasks",
      rows: "tasks", names: .replicationTaskID),
  ]

  /// The lists that lead from an instance to the rows of an operation, in the order of asking.
  static func leading(to operation: Contract.Operation) -> [ParentList] {
    beneathInstance.filter { operation.pathFacts.contains($0.names) }
  }

  /// Whether a row can say more than is known.
  func adds(to facts: [Fact: String]) -> Bool {
    facts[names] == nil || belongs.keys.contains { facts[$0] == nil }
  }
}

extension Contract.Operation {
  /// The facts without which the operation cannot be asked.
  var pathFacts: Set<Fact> { Set(parameters.compactMap(\.fact)) }

  /// The path, nil where a fact is not known.
  func path(with facts: [Fact: String]) -> String? {
    path.filled { name in parameter(name)?.fact.flatMap { facts[$0] } }
  }
}
