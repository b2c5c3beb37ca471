// SPDX-License-Identifier: Apache-2.0
// What must be known of a target before a request can be written; the names users type.

/// One thing that a target file or the environment says about a target.
public enum Fact: String, Sendable, Hashable, CaseIterable, Comparable {
  case projectID = "project_id"
  case instanceID = "instance_id"
  case namespaceName = "namespace_name"
  case webhookPolicyID = "webhook_policy_id"
  case retentionPolicyID = "retention_policy_id"
  case retentionExecutionID = "retention_execution_id"
  case retentionTaskID = "retention_task_id"
  case replicationExecutionID = "replication_execution_id"
  case replicationTaskID = "replication_task_id"
  /// An instance, a namespace of the instance and a retention policy of the namespace that exist, and
  /// to which nothing of what is judged belongs.
  case otherInstanceID = "other_instance_id"
  case otherNamespaceName = "other_namespace_name"
  case otherRetentionPolicyID = "other_retention_policy_id"
  /// A project that exists and that the credentials have no right to.
  case foreignProjectID = "foreign_project_id"

  /// The environment variable of the same fact, such as `SWR_PROJECT_ID`.
  public var environmentName: String { "SWR_" + rawValue.uppercased() }

  /// The fact that names another thing of the same kind that owns what has a list beneath it.
  public var other: Fact? {
    switch self {
    case .instanceID: .otherInstanceID
    case .namespaceName: .otherNamespaceName
    case .retentionPolicyID: .otherRetentionPolicyID
    default: nil
    }
  }

  public static func < (left: Fact, right: Fact) -> Bool { left.rawValue < right.rawValue }
}
