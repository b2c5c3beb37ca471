// SPDX-License-Identifier: Apache-2.0
// The lists in which a client finds what the five lists hang from.

import Fixtures

/// One list of things that own others; its raw value is the operation's id.
enum Parent: String, Sendable, CaseIterable {
  case instances = "ListInstance"
  case namespaces = "ListInstanceNamespaces"
  case webhookPolicies = "ListInstanceWebhooks"
  case retentionPolicies = "ListInstanceRetentionPolicies"
  case retentionExecutions = "ListInstanceRetentionPolicyExecutions"
  case replicationPolicies = "ListInstanceReplicationPolicies"
  case replicationExecutions = "ListInstanceReplicationPolicyExecutions"

  /// Where the list is found; the words in braces are keys of the registry's facts.
  var template: String {
    let instance = "/v2/{project_id}/instances/{instance_id}"
    return switch self {
    case .instances: "/v2/{project_id}/instances"
    case .namespaces: instance + "/namespaces"
    case .webhookPolicies: instance + "/webhook/policies"
    case .retentionPolicies: instance + "/retention/policies"
    case .retentionExecutions:
      instance + "/namespaces/{namespace_name}/retention/policies/{retention_policy_id}/executions"
    case .replicationPolicies: instance + "/replication/policies"
    case .replicationExecutions: instance + "/replication/executions"
    }
  }

  /// The key of the array in the answer.
  var listKey: String {
    switch self {
    case .instances: "instances"
    case .namespaces: "namespaces"
    case .webhookPolicies, .replicationPolicies: "policies"
    case .retentionPolicies: "retentions"
    case .retentionExecutions, .replicationExecutions: "executions"
    }
  }

  var defaultLimit: Int { self == .instances ? 100 : 10 }

  /// Whether an offset has to be a multiple of the limit.
  var wantsMultiples: Bool { self != .instances }

  /// The parameters that pick rows, each named like the field it is compared with.
  var filters: [String] {
    switch self {
    case .instances: ["status", "enterprise_project_id"]
    case .namespaces, .replicationPolicies: ["name"]
    case .webhookPolicies, .retentionPolicies: ["name", "namespace_id"]
    case .retentionExecutions: []
    case .replicationExecutions: ["policy_id"]
    }
  }

  /// The words that `status` may have, where it is a filter.
  static let statusWords = ["Initial", "Creating", "Running", "Unavailable"]
}

extension Parent {
  /// The fact that names one row, and the field it stands in; nil where no path names one.
  var identity: (fact: String, field: String)? {
    switch self {
    case .instances: ("instance_id", "id")
    case .namespaces: ("namespace_name", "name")
    case .webhookPolicies: ("webhook_policy_id", "id")
    case .retentionPolicies: ("retention_policy_id", "id")
    case .retentionExecutions: ("retention_execution_id", "id")
    case .replicationExecutions: ("replication_execution_id", "id")
    case .replicationPolicies: nil
    }
  }

  /// The fields of a row that name its owners, by the facts with which a path names them.
  var owners: [(fact: String, field: String)] {
    let instance = (fact: "instance_id", field: "_instance_id")
    return switch self {
    case .instances: []
    case .namespaces, .replicationPolicies, .replicationExecutions: [instance]
    case .webhookPolicies, .retentionPolicies: [instance, ("namespace_name", "namespace_name")]
    case .retentionExecutions: [("retention_policy_id", "policy_id")]
    }
  }

  /// The rows of the data file, in order, read once.
  var rows: [RawObject] { Self.files[self] ?? [] }

  private static let files: [Parent: [RawObject]] = [
    .instances: RawObject.array(Fixtures.instances),
    .namespaces: RawObject.array(Fixtures.namespaces),
    .webhookPolicies: RawObject.array(Fixtures.webhookPolicies),
    .retentionPolicies: RawObject.array(Fixtures.retentionPolicies),
    .retentionExecutions: RawObject.array(Fixtures.retentionExecutions),
    .replicationPolicies: RawObject.array(Fixtures.replicationPolicies),
    .replicationExecutions: RawObject.array(Fixtures.replicationExecutions),
  ]
}
