// SPDX-License-Identifier: Apache-2.0
// What belongs to SWR and to no other API: names, credentials, errors, words, and the way to its lists.

public import Contract

extension Profile {
  /// The enterprise edition of the Software Repository for Container.
  public static let swr = Profile(
    Suite("swr-conformance", version: "0.1.0"),
    service: Service(
      "SWR Enterprise", url: "https://swr-api.{region}.myhuaweicloud.com", root: "/v2",
      gaps: ["region": Service.Gap("cn-north-4", "the region of the instance")]),
    environmentPrefix: "SWR_",
    facts: Fact.swr,
    credentials: .swr,
    errors: .swr,
    requestID: "X-Request-Id", requestIDSource: .sdk("X-Request-Id"),
    secretMembers: ["redis_url_reg"],
    states: .swr,
    sentHeaders: ["X-Language": "en-us"],
    usualFilter: Observable.Query("status", "Succeed"),
    discovery: .swr, pages: swrPages, requirementSets: RequirementSet.swr)
}

extension Fact {
  public static let projectID = Fact("project_id", .tenant)
  public static let instanceID = Fact("instance_id", .container, other: "other_instance_id")
  public static let namespaceName = Fact("namespace_name", .group, other: "other_namespace_name")
  public static let webhookPolicyID = Fact("webhook_policy_id")
  public static let retentionPolicyID = Fact(
    "retention_policy_id", other: "other_retention_policy_id")
  public static let retentionExecutionID = Fact("retention_execution_id")
  public static let retentionTaskID = Fact("retention_task_id")
  public static let replicationExecutionID = Fact("replication_execution_id")
  public static let replicationTaskID = Fact("replication_task_id")
  /// An instance, a namespace of the instance and a retention policy of the namespace that exist, and
  /// to which nothing of what is judged belongs.
  public static let otherInstanceID = Fact("other_instance_id")
  public static let otherNamespaceName = Fact("other_namespace_name")
  public static let otherRetentionPolicyID = Fact("other_retention_policy_id")
  /// A project that exists and that the credentials have no right to.
  public static let foreignProjectID = Fact("foreign_project_id", .foreignTenant)

  fileprivate static let swr: [Fact] = [
    projectID, instanceID, namespaceName, webhookPolicyID, retentionPolicyID, retentionExecutionID,
    retentionTaskID, replicationExecutionID, replicationTaskID, otherInstanceID, otherNamespaceName,
    otherRetentionPolicyID,
    foreignProjectID,
  ]
}

extension Profile.Credentials {
  fileprivate static let swr = Profile.Credentials(
    header: "X-Auth-Token", "A token of the identity service, for the project.",
    signature: Signature(
      algorithm: "SDK-HMAC-SHA256", prefix: "CLOUD_SDK_", dateHeader: "X-Sdk-Date",
      tokenHeader: "X-Security-Token", tenantHeader: "X-Project-Id"),
    login: Login(
      key: "iam", host: "swr-api.*.myhuaweicloud.com", url: "https://iam.*.myhuaweicloud.com"))
}

extension ErrorConvention {
  fileprivate static let swr = ErrorConvention(
    Shape("documented", code: "error_code", message: "error_msg"),
    fields: DocumentedResponse.errorFields(),
    others: [
      // A list of codes and messages: Harbor's own.
      Shape("harbor", code: "errors.0.code", message: "errors.0.message"),
      Shape("harbor", code: "errors.0.errorCode", message: "errors.0.errorMessage"),
      // The identity service's own.
      Shape("identity", code: "error.code", message: "error.message"),
      // As the vendor's SDKs also read.
      Shape("plain", code: "errorCode", message: "errorMsg"),
      Shape("plain", code: "code", message: "message"),
      // As an older gateway answers.
      Shape("array", code: "0.errorCode", message: "0.errorMessage"),
    ],
    variants: [
      Variant("gateway", with: ["request_id"]), Variant("longer", with: ["errors", "details"]),
    ],
    families: [
      Family("SWR", digits: 6...7, isOfService: true),
      Family("SVCSTG.SWR", digits: 7...7, isOfService: true),
      Family("APIGW", digits: 4...4), Family("APIG", digits: 4...4, isTold: false),
      Family("IAM", digits: 4...4),
    ],
    unpublished: ["APIGW.0101", "APIG.0101"], example: "SWR.*001")
}

extension DocumentedResponse {
  /// An answer with the three fields that every page lists for its errors.
  public static func error(
    _ status: Int, _ description: String, by trigger: Trigger, file: StaticString = #fileID,
    line: UInt = #line
  ) -> DocumentedResponse {
    error(
      status, description, errorFields(file: file, line: line), by: trigger, file: file, line: line)
  }

  fileprivate static func errorFields(
    file: StaticString = #fileID, line: UInt = #line
  ) -> [Field] {
    [
      .field("error_code", .string, .required, "names the error", file: file, line: line),
      .field("error_msg", .string, .required, "says what went wrong", file: file, line: line),
      .field(
        "encoded_authorization_message", .string, .optional,
        "holds the encrypted reason for a refusal", file: file, line: line),
    ]
  }
}

extension Parameter {
  /// The token that the documentation asks for; a signature stands in for it.
  public static func token(
    _ description: String = "proves who is asking; a signature with an access key does as well",
    file: StaticString = #fileID, line: UInt = #line
  ) -> Parameter {
    .header("X-Auth-Token", description, file: file, line: line)
  }
}

extension Source {
  /// The source of Harbor, on which the service is built.
  public static func harbor(_ section: String) -> Source {
    Source(Kind("harbor"), "Harbor source", section)
  }

  /// The vendor's Terraform provider and its acceptance tests.
  public static func terraform(_ section: String) -> Source {
    Source(Kind("terraform"), "vendor's Terraform provider", section)
  }
}

extension StateWords {
  /// Harbor's words of several releases, and the service's own.
  ///
  /// What has not started is pending to some vocabularies, and what is scheduled is pending to some
  /// and running to others.
  fileprivate static let swr = StateWords([
    "initialized": [.initial, .pending], "initializing": [.initial, .pending],
    "creating": [.initial, .pending], "pending": [.pending, .initial],
    "inprogress": [.running], "running": [.running],
    "scheduled": [.running, .pending, .initial],
    "succeed": [.succeeded], "success": [.succeeded], "finished": [.succeeded],
    "failed": [.failed], "error": [.failed], "stopped": [.stopped],
  ])
}

extension Profile.Discovery {
  fileprivate static let swr = Profile.Discovery(
    [
      Profile.ParentList(.listInstance, names: .instanceID),
      Profile.ParentList(.listInstanceNamespaces, names: .namespaceName, field: "name"),
      Profile.ParentList(
        .listInstanceWebhooks, names: .webhookPolicyID, belongs: [.namespaceName: "namespace_name"]),
      Profile.ParentList(
        .listInstanceRetentionPolicies, names: .retentionPolicyID,
        belongs: [.namespaceName: "namespace_name"]),
      Profile.ParentList(.listInstanceRetentionPolicyExecutions, names: .retentionExecutionID),
      Profile.ParentList(.listInstanceReplicationPolicyExecutions, names: .replicationExecutionID),
      Profile.ParentList(
        .listInstanceRetentionPolicyExecTasks, names: .retentionTaskID, isBeneathChoice: true),
      Profile.ParentList(
        .listInstanceReplicationPolicyExecTasks, names: .replicationTaskID, isBeneathChoice: true),
    ],
    gate: Profile.Gate(
      "ListFeatureGates", path: "/v2/{project_id}/instances/{instance_id}/feature-gates",
      member: "enableArtifactGc"))
}
