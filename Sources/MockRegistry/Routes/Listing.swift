// SPDX-License-Identifier: Apache-2.0
// The five lists this registry serves, and the habits in which they differ.

import Fixtures

/// One list operation; its raw value is the operation's id.
enum Listing: String, Sendable, CaseIterable {
  case webhookJobs = "ListInstanceWebhookJobs"
  case instanceJobs = "ListInstanceJobs"
  case retentionTasks = "ListInstanceRetentionPolicyExecTasks"
  case gcTasks = "ListGcTasks"
  case replicationTasks = "ListInstanceReplicationPolicyExecTasks"

  /// Where the list is found; the words in braces are keys of the registry's facts.
  var template: String {
    let instance = "/v2/{project_id}/instances/{instance_id}"
    return switch self {
    case .webhookJobs:
      instance + "/namespaces/{namespace_name}/webhook/policies/{webhook_policy_id}/jobs"
    case .instanceJobs:
      "/v2/{project_id}/jobs"
    case .retentionTasks:
      instance + "/namespaces/{namespace_name}/retention/policies/{retention_policy_id}"
        + "/executions/{retention_execution_id}/tasks"
    case .gcTasks:
      instance + "/system/gc"
    case .replicationTasks:
      instance + "/replication/executions/{replication_execution_id}/tasks"
    }
  }

  /// The key of the array in the answer.
  var listKey: String {
    switch self {
    case .webhookJobs, .instanceJobs: "jobs"
    case .retentionTasks, .gcTasks, .replicationTasks: "tasks"
    }
  }

  var defaultLimit: Int { self == .instanceJobs ? 100 : 10 }

  /// Whether pages are turned with a marker instead of an offset.
  var turnsByMarker: Bool { self == .gcTasks }

  /// Whether an offset has to be a multiple of the limit.
  var wantsMultiples: Bool { self != .instanceJobs }

  var statusField: String { self == .gcTasks ? "job_status" : "status" }

  /// The words a status filter may have; nil where there is no such filter.
  var filterWords: [String]? { self == .replicationTasks ? nil : statusWords }

  /// Every word a row may have as its status.
  var statusWords: [String] {
    switch self {
    case .webhookJobs, .retentionTasks, .replicationTasks:
      ["Initialized", "Pending", "InProgress", "Succeed", "Failed", "Stopped"]
    case .instanceJobs: ["Creating", "Initializing", "Running", "Failed", "Success"]
    case .gcTasks: ["Success", "Stopped", "Running", "Pending", "Error"]
    }
  }

  /// The words after which a status changes no more; the first means that all went well.
  var finalWords: [String] {
    switch self {
    case .webhookJobs, .retentionTasks, .replicationTasks: ["Succeed", "Failed", "Stopped"]
    case .instanceJobs: ["Success", "Failed"]
    case .gcTasks: ["Success", "Stopped", "Error"]
    }
  }
}

extension Listing {
  /// The field names of when a row began and when it last moved.
  var times: (begin: String, end: String) {
    switch self {
    case .webhookJobs, .instanceJobs: ("created_at", "updated_at")
    case .retentionTasks, .replicationTasks: ("start_time", "end_time")
    case .gcTasks: ("creation_time", "update_time")
    }
  }

  /// Whether the newest row comes first.
  var newestFirst: Bool {
    switch self {
    case .webhookJobs, .gcTasks, .replicationTasks: true
    case .instanceJobs, .retentionTasks: false
    }
  }

  /// More than the rows of the data file span, so that copies of it never overlap.
  var stride: RawObject.Stride {
    switch self {
    case .webhookJobs, .replicationTasks, .retentionTasks:
      RawObject.Stride(ids: 1_000, hexadecimal: 1_024, seconds: 3_600)
    case .instanceJobs: RawObject.Stride(ids: 0, hexadecimal: 1_024, seconds: 3_600)
    case .gcTasks: RawObject.Stride(ids: 200, hexadecimal: 0, seconds: 34 * 3_600)
    }
  }

  /// The field that repeats the number of a row's owner; nil where rows do not.
  var ownerField: String? {
    switch self {
    case .webhookJobs: "policy_id"
    case .retentionTasks, .replicationTasks: "execution_id"
    case .instanceJobs, .gcTasks: nil
    }
  }

  /// The rows of the data file, cut once.
  var stencils: [Stencil] { Self.stencils[self] ?? [] }

  private static let stencils = Dictionary(
    uniqueKeysWithValues: allCases.map { listing in
      (listing, listing.baseRows.map { Stencil($0, of: listing) })
    }
  )

  /// The rows of the data file, in order, read once.
  var baseRows: [RawObject] {
    switch self {
    case .webhookJobs: Self.rows.webhookJobs
    case .instanceJobs: Self.rows.instanceJobs
    case .retentionTasks: Self.rows.retentionTasks
    case .gcTasks: Self.rows.gcTasks
    case .replicationTasks: Self.rows.replicationTasks
    }
  }

  private static let rows = (
    webhookJobs: RawObject.array(Fixtures.webhookJobs),
    instanceJobs: RawObject.array(Fixtures.instanceJobs),
    retentionTasks: RawObject.array(Fixtures.retentionTasks),
    gcTasks: RawObject.array(Fixtures.gcTasks),
    replicationTasks: RawObject.array(Fixtures.replicationTasks)
  )
}
