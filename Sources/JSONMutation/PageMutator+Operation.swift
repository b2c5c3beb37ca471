// SPDX-License-Identifier: Apache-2.0
// The pages of the judged lists, out of the rows that the mock registry serves.

public import Contract
import Fixtures

extension PageMutator {
  /// Pages of an operation's list; nil for one that the mock registry has no rows of.
  public init?(_ operation: Contract.Operation, seed: UInt64) {
    let rows: [String: [UInt8]] = [
      "ListGcTasks": Fixtures.gcTasks, "ListInstanceJobs": Fixtures.instanceJobs,
      "ListInstanceReplicationPolicyExecTasks": Fixtures.replicationTasks,
      "ListInstanceRetentionPolicyExecTasks": Fixtures.retentionTasks,
      "ListInstanceWebhookJobs": Fixtures.webhookJobs,
      "ListInstance": Fixtures.instances, "ShowInstance": Fixtures.instances,
      "ListInstanceNamespaces": Fixtures.namespaces,
      "ListInstanceWebhooks": Fixtures.webhookPolicies,
      "ListInstanceRetentionPolicies": Fixtures.retentionPolicies,
      "ListInstanceRetentionPolicyExecutions": Fixtures.retentionExecutions,
      "ListInstanceReplicationPolicies": Fixtures.replicationPolicies,
      "ListInstanceReplicationPolicyExecutions": Fixtures.replicationExecutions,
      "ListInstanceReplicationPolicyExecSubTasks": Fixtures.replicationSubTasks,
      "ListInstanceRetentionPolicyExecSubTasks": Fixtures.retentionSubTasks,
      "ListAllInstanceRepositories": Fixtures.repositories,
    ]
    guard let rows = rows[operation.id] else { return nil }
    let paging = operation.paging
    let others: [(path: [String], value: String)] =
      switch paging.style {
      case .offset(let total, _), .numbers(_, .field(let total)): [(total.names, "47")]
      case .marker(let next): [(next.names, #""b+\/=""#)]
      case .numbers, .object: []
      }
    let fields = Self.fields(operation.answer(200)?.body ?? [])
    self.init(
      rows: rows, in: Frame(rows: paging.rows.names, others: others),
      names: fields.map(\.name) + ["id", "created_at"],
      words: fields.flatMap(\.type.words) + operation.filters.flatMap(\.words), seed: seed)
  }

  private static func fields(_ fields: [Field]) -> [Field] {
    fields.flatMap { [$0] + Self.fields($0.type.fields) }
  }
}
