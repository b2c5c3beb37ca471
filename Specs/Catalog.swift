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
}
