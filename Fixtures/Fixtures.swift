// SPDX-License-Identifier: Apache-2.0
// The one door to the data of this folder; what the program needs at run time is compiled into it.

/// The rows of the mock registry, so that one binary is enough.
public enum Fixtures {
  /// All of them, as texts for a fuzz to damage.
  public static var all: [[UInt8]] {
    [
      webhookJobs, instanceJobs, retentionTasks,
      gcTasks, replicationTasks, retentionSubTasks,
      replicationSubTasks, repositories, instances,
      namespaces, webhookPolicies, retentionPolicies,
      retentionExecutions, replicationPolicies, replicationExecutions,
    ]
  }
}
