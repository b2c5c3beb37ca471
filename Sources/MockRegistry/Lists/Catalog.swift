// SPDX-License-Identifier: Apache-2.0
// Data only: what this registry serves.

extension ListOperation {
  /// Every list, those of the documentation pages first, then those that what they hang from is in.
  static let all: [ListOperation] = [
    webhookJobs, instanceJobs, retentionTasks, gcTasks, replicationTasks,
    instances, oneInstance, namespaces, webhookPolicies, retentionPolicies, retentionExecutions,
    replicationPolicies, replicationExecutions, replicationSubTasks, retentionSubTasks,
    repositories,
  ]

  /// The lists that can be wrong.
  static let judged: [ListOperation] = all.filter(\.isJudged)
}

extension SingleObject {
  /// Everything that is answered with one object.
  static let all: [SingleObject] = [featureGates]
}
