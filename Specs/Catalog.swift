// SPDX-License-Identifier: Apache-2.0
// Every operation that is judged, in the order of the documentation pages.

public import Contract

/// The operations of SWR Enterprise that are judged.
public enum Catalog {
  /// In the order of the documentation pages.
  public static let operations: [Contract.Operation] = [
    .listInstanceWebhookJobs,
    .listInstanceJobs,
    .listInstanceRetentionPolicyExecTasks,
    .listGcTasks,
    .listInstanceReplicationPolicyExecTasks,
  ]

  /// Those of which only the SDKs and the current pages tell; the first seven lead to what the others list.
  public static let grown: [Contract.Operation] = [
    .listInstance,
    .listInstanceNamespaces,
    .listInstanceWebhooks,
    .listInstanceRetentionPolicies,
    .listInstanceRetentionPolicyExecutions,
    .listInstanceReplicationPolicies,
    .listInstanceReplicationPolicyExecutions,
    .listInstanceReplicationPolicyExecSubTasks,
    .listInstanceRetentionPolicyExecSubTasks,
    .listAllInstanceRepositories,
  ]
}
