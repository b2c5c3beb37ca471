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
  case replicationExecutionID = "replication_execution_id"
  /// A project that exists and that the credentials have no right to.
  case foreignProjectID = "foreign_project_id"

  /// The environment variable of the same fact, such as `SWR_PROJECT_ID`.
  public var environmentName: String { "SWR_" + rawValue.uppercased() }

  public static func < (left: Fact, right: Fact) -> Bool { left.rawValue < right.rawValue }
}
