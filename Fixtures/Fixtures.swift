// SPDX-License-Identifier: Apache-2.0
// The one door to the data of this folder; what the program needs at run time is embedded in code.

/// The bytes of files that are compiled into the program, so that one binary is enough.
public enum Fixtures {
  /// The mock registry's webhook jobs: a JSON array, the newest change first.
  public static var webhookJobs: [UInt8] { PackageResources.webhook_jobs_json }
  /// The mock registry's instance jobs: a JSON array, ascending by id.
  public static var instanceJobs: [UInt8] { PackageResources.instance_jobs_json }
  /// The mock registry's retention tasks: a JSON array, ascending by id.
  public static var retentionTasks: [UInt8] { PackageResources.retention_tasks_json }
  /// The mock registry's GC tasks: a JSON array, descending by id.
  public static var gcTasks: [UInt8] { PackageResources.gc_tasks_json }
  /// The mock registry's replication tasks: a JSON array, the latest start first.
  public static var replicationTasks: [UInt8] { PackageResources.replication_tasks_json }
  /// The sub-tasks of a retention task, ascending by id.
  public static var retentionSubTasks: [UInt8] { PackageResources.retention_sub_tasks_json }
  /// The sub-tasks of a replication task, ascending by id.
  public static var replicationSubTasks: [UInt8] { PackageResources.replication_sub_tasks_json }
  /// The repositories of all instances, ascending by id.
  public static var repositories: [UInt8] { PackageResources.repositories_json }

  /// The mock registry's instances; members that begin with an underscore are not served.
  public static var instances: [UInt8] { PackageResources.instances_json }
  /// The namespaces of all instances.
  public static var namespaces: [UInt8] { PackageResources.namespaces_json }
  /// The webhook policies of all namespaces, the newest first.
  public static var webhookPolicies: [UInt8] { PackageResources.webhook_policies_json }
  /// The retention policies of all namespaces.
  public static var retentionPolicies: [UInt8] { PackageResources.retention_policies_json }
  /// The executions of all retention policies, the newest first.
  public static var retentionExecutions: [UInt8] { PackageResources.retention_executions_json }
  /// The replication policies of all instances, the newest first.
  public static var replicationPolicies: [UInt8] { PackageResources.replication_policies_json }
  /// The executions of all replication policies, the newest first.
  public static var replicationExecutions: [UInt8] { PackageResources.replication_executions_json }
}
