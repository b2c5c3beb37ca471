// SPDX-License-Identifier: Apache-2.0
// Which cases a claim is judged by, month by month; data only, printed by `export set`.

public import Contract

extension RequirementSet {
  /// The oldest first. None of them changes: a rule that is added later is of the next one.
  public static let swr: [RequirementSet] = [
    RequirementSet(
      "2026-11",
      of: [
        "ListInstanceWebhookJobs",
        "ListInstanceJobs",
        "ListInstanceRetentionPolicyExecTasks",
        "ListGcTasks",
        "ListInstanceReplicationPolicyExecTasks",
        "ListInstance",
        "ShowInstance",
        "ListInstanceNamespaces",
        "ListInstanceWebhooks",
        "ListInstanceRetentionPolicies",
        "ListInstanceRetentionPolicyExecutions",
        "ListInstanceReplicationPolicies",
        "ListInstanceReplicationPolicyExecutions",
        "ListInstanceReplicationPolicyExecSubTasks",
        "ListInstanceRetentionPolicyExecSubTasks",
        "ListAllInstanceRepositories",
      ],
      later: [
        "ListInstanceWebhookJobs.errors.no-token-with-query",
        "ListInstanceJobs.errors.no-token-with-query",
        "ListInstanceRetentionPolicyExecTasks.errors.no-token-with-query",
        "ListGcTasks.errors.no-token-with-query",
        "ListInstanceReplicationPolicyExecTasks.errors.no-token-with-query",
        "ListInstance.errors.no-token-with-query",
        "ListInstanceNamespaces.errors.no-token-with-query",
        "ListInstanceWebhooks.errors.no-token-with-query",
        "ListInstanceRetentionPolicies.errors.no-token-with-query",
        "ListInstanceRetentionPolicyExecutions.errors.no-token-with-query",
        "ListInstanceReplicationPolicies.errors.no-token-with-query",
        "ListInstanceReplicationPolicyExecutions.errors.no-token-with-query",
        "ListInstanceReplicationPolicyExecSubTasks.errors.no-token-with-query",
        "ListInstanceRetentionPolicyExecSubTasks.errors.no-token-with-query",
        "ListAllInstanceRepositories.errors.no-token-with-query",
        "ListInstanceWebhooks.filters.namespace_id-pages",
        "ListInstanceRetentionPolicies.filters.namespace_id-pages",
        "ListInstanceReplicationPolicies.filters.registry_id-pages",
        "ListInstanceReplicationPolicyExecutions.filters.policy_id-pages",
        "ListAllInstanceRepositories.filters.name-pages",
        "ListInstanceReplicationPolicyExecSubTasks.relations.end_time-zero-until-finished",
        "ListInstanceReplicationPolicyExecSubTasks.relations.end_time-zero-while-unfinished",
        "ListInstance.filters.status-and-enterprise_project_id",
        "ListInstanceNamespaces.paging.sorted-by-updated_at-descending-on-short-pages",
        "ListInstanceWebhooks.paging.sorted-by-created_at-descending-on-short-pages",
        "ListInstanceWebhooks.paging.sorted-by-updated_at-descending-on-short-pages",
        "ListInstanceWebhooks.paging.sorted-by-name-descending-on-short-pages",
        "ListInstanceReplicationPolicies.paging.sorted-by-created_at-descending-on-short-pages",
        "ListInstanceReplicationPolicies.paging.sorted-by-updated_at-descending-on-short-pages",
        "ListInstanceReplicationPolicies.paging.sorted-by-name-descending-on-short-pages",
        "ListInstanceNamespaces.filters.name-and-public",
        "ListInstanceWebhooks.filters.name-and-namespace_id",
        "ListInstanceRetentionPolicies.filters.name-and-namespace_id",
        "ListInstanceReplicationPolicies.filters.name-and-registry_id",
        "ListInstance.filters.enterprise_project_id-wildcards",
        "ListInstanceNamespaces.filters.name-wildcards",
        "ListInstanceWebhooks.filters.name-wildcards",
        "ListInstanceRetentionPolicies.filters.name-wildcards",
        "ListInstanceReplicationPolicies.filters.name-wildcards",
        "ListAllInstanceRepositories.filters.name-wildcards",
        "ListInstanceNamespaces.paging.sorted-by-updated_at-descending-under-public",
        "ListInstanceWebhooks.paging.sorted-by-name-descending-under-namespace_id",
        "ListInstanceReplicationPolicies.paging.sorted-by-name-descending-under-registry_id",
        "ListInstanceReplicationPolicies.filters.registry_id-keeps-all",
        "ListInstanceReplicationPolicies.filters.registry_id-keeps-value",
        "ListInstanceReplicationPolicies.filters.registry_id-total",
        "ListInstanceReplicationPolicies.filters.registry_id-unknown",
        "ListInstanceReplicationPolicies.filters.registry_id-word",
        "ListInstanceWebhookJobs.filters.status-total-on-pages",
        "ListInstanceWebhookJobs.paging.offset-of-32-zero-bits",
        "ListInstanceJobs.filters.status-cut-at-nul",
        "ListInstanceJobs.filters.status-total-on-pages",
        "ListInstanceRetentionPolicyExecTasks.filters.status-total-on-pages",
        "ListInstanceRetentionPolicyExecTasks.paging.offset-of-32-zero-bits",
        "ListGcTasks.filters.status-cut-at-nul",
        "ListInstanceReplicationPolicyExecTasks.paging.offset-of-32-zero-bits",
        "ListInstance.filters.status-cut-at-nul",
        "ListInstance.filters.status-total-on-pages",
        "ListInstanceNamespaces.filters.public-cut-at-nul",
        "ListInstanceNamespaces.filters.public-total-on-pages",
        "ListInstanceNamespaces.paging.offset-of-32-zero-bits",
        "ListInstanceWebhooks.paging.offset-of-32-zero-bits",
        "ListInstanceRetentionPolicies.paging.offset-of-32-zero-bits",
        "ListInstanceRetentionPolicyExecutions.paging.offset-of-32-zero-bits",
        "ListInstanceReplicationPolicies.paging.offset-of-32-zero-bits",
        "ListInstanceReplicationPolicyExecutions.paging.offset-of-32-zero-bits",
        "ListInstanceReplicationPolicyExecSubTasks.filters.status-total-on-pages",
        "ListInstanceReplicationPolicyExecSubTasks.paging.offset-of-32-zero-bits",
        "ListInstanceRetentionPolicyExecSubTasks.filters.status-total-on-pages",
        "ListInstanceRetentionPolicyExecSubTasks.paging.offset-of-32-zero-bits",
      ],
      """
      any-offset bf 2 9edb0b2c
      bad-page-is-refused abcdefhijklmnop 174 3d1c4bb6
      content-type-json abcdefghijklmnop 16 f5a42c3f
      counter-agrees m 5 e388840f
      default-page-size abcdefhijklmnop 15 d6e3e904
      each-row-once abcdefhijklmnop 15 f7df7648
      error-content-type-json abcdefghijklmnop 16 ade83931
      error-shape abcdefghijklmnop 16 78443080
      filter-alone abcdfhno 8 94f67e6b
      filter-and-paging-combine abcdfhno 8 95dc9506
      filter-is-subset abcdfhno 8 bbc177ae
      filter-keeps-value abcdfhno 40 e63e0907
      filter-total abcfhno 7 48939839
      filters-add-up abcdfhno 8 92e682d7
      foreign-project-is-refused abcdefghijklmnop 16 e52954e5
      full-marker-pages dp 2 1cb7f430
      full-pages abcefhijklmno 13 3b8db36f
      hostile-value-is-refused abcdfhijlnop 70 3d4906b3
      limit-alone abcefhijklmno 13 27cf5204
      marker-comes-once dp 2 235b4d63
      marker-leads-to-rows dp 2 efa05c61
      marker-survives-encoding dp 2 08abbb5a
      marker-walk-ends dp 2 0d7b5dbc
      misplaced-resource-is-not-found acekno 12 901e5a91
      no-server-error abcdefghijklmnop 16 70e7906a
      no-stack-trace abcdefghijklmnop 16 e19cdb1a
      object-is-its-row g 1 db570273
      offset-alone abcefhijklmno 13 59da82f7
      offset-behind-end abcefhijklmno 13 526aa134
      offset-beyond-32-bits abcefhijklmno 13 8f391d25
      offset-multiple-of-limit acehijklmno 11 6b1f327a
      offset-starts-at-row abcefhijklmno 13 4ee30625
      open-filter-keeps-all fhijlmp 9 d85ea048
      open-filter-keeps-value fhijlmp 9 e0945e5d
      open-filter-total fhijlm 8 6c8d218b
      other-methods-are-refused abcdefghijklmnop 64 404f69cc
      page-within-limit abcdefhijklmnop 15 6b67deca
      paired-surrogates abcdefghijklmnop 16 e60c5889
      plain-http abcdefghijklmnop 16 d42d54bd
      quirk-vote abcde 125 616b5f83
      relation-holds abcdefghijklmnop 56 46eca1ad
      request-id abcdefghijklmnop 16 06e264d3
      request-ids-differ abcdefghijklmnop 16 564e5628
      required-field abcdefghijklmnop 202 878aa193
      rows-are-sorted hil 14 be3d2291
      rows-equal-total abcefhijklmno 13 83eaf25d
      same-request-is-answered abcdefghijklmnop 16 16685bcf
      same-request-same-page abcdefhijklmnop 15 37a083be
      same-row-everywhere abcdefghijklmnop 16 9e58fd4d
      same-rows-for-every-limit abcdefhijklmnop 15 0604141b
      status-200 abcdefghijklmnop 16 11b1abef
      token-is-not-repeated abcdefghijklmnop 16 eec293b3
      total-covers-rows abcefhijklmno 13 8091b75f
      total-is-constant abcefhijklmno 13 76fc40a3
      undocumented-field abcdefghijklmnop 16 a0f4788b
      unique-names abcdefghijklmnop 16 81e0f33c
      unknown-caller-is-refused abcdefghijklmnop 128 06c9f1a9
      unknown-marker-is-refused dp 2 717ffc9e
      unknown-resource-is-not-found acdeghijklmno 37 63b2864d
      unknown-value-is-refused abcdfhijlmnop 27 7e0f527e
      unlisted-filter-does-no-harm egijklmp 8 c1c0cf0e
      unprovokable-status abcdefghijklmnop 17 b141da5d
      value-has-accepted-form ade 4 9641beb6
      value-in-enum abcdefghkno 14 181f2952
      value-is-array abcdefhijklmnop 31 6082fec1
      value-is-boolean defgijkl 17 3fbd1cf8
      value-is-integer abcdefhijklmnop 60 5a84bc6c
      value-is-object dehijlp 23 e90ae97b
      value-is-string abcdefghijklmnop 121 c871739a
      value-is-timestamp abcdefghiklmnop 33 d92cba2a
      well-formed-json abcdefghijklmnop 16 b50f37dd
      whole-answer abcdefghijklmnop 16 9de48631
      """)
  ]
}
