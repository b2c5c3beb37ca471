// SPDX-License-Identifier: Apache-2.0
// Every operation that is judged, in the order of the documentation pages.

public import Contract

/// The operations of SWR Enterprise that are judged.
public enum Catalog {
  /// Those of the five documentation pages in their order, then the lists that lead to them and others.
  public static let operations: [Contract.Operation] = [
    .listInstanceWebhookJobs,
    .listInstanceJobs,
    .listInstanceRetentionPolicyExecTasks,
    .listGcTasks,
    .listInstanceReplicationPolicyExecTasks,
    .listInstance,
    .showInstance,
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

  /// Names for some of them together, by the ids with which their cases begin.
  public static let sets: [String: [String]] = [
    "core": operations.prefix(5).map { $0.id + "." }
  ]
}
