// SPDX-License-Identifier: Apache-2.0
// Data only: bugs of filters that take any value, of orders, of counters, and of objects beside lists.

import Loopback
import Wire

extension Fault {
  static let openLists: [Fault] = [
    Fault(
      "instances-enterprise-project-ignored", .instances,
      rule: "open-filter-keeps-value", "instances of every enterprise project come",
      .misread("enterprise_project_id") { _ in nil }),
    Fault(
      "instance-status-stale", .oneInstance, rule: "object-is-its-row", level: .should,
      "an instance says Creating whatever the list says",
      .set("status", "Creating".quoted)),
    Fault(
      "instance-is-another", .oneInstance, rule: "object-is-its-row", level: .should,
      "an instance has an id that the list does not know",
      .set("id", "00000000-0000-4000-8000-000000000000".quoted)),
    Fault(
      "instance-gone-when-repeated", .oneInstance, rule: "same-request-is-answered",
      level: .should, "an instance that is asked for again is gone",
      .answer { answer, context in
        if context.repeats > 0, answer.response.status == 200 { answer.response.status = 410 }
      }),
    Fault(
      "namespaces-name-ignored", .namespaces, rule: "open-filter-keeps-value",
      "namespaces of every name come", .misread("name") { _ in nil }),
    Fault(
      "namespaces-public-ignored", .namespaces, rule: "filter-keeps-value",
      "public and other namespaces come alike", .misread("public") { _ in nil }),
    Fault(
      "namespaces-public-unknown-as-true", .namespaces,
      rule: "unknown-value-is-refused", level: .should, "any value is taken for true",
      .misread("public") { $0 == "false" ? $0 : "true" }),
    Fault(
      "webhooks-part-of-a-name-unknown", .webhookPolicies,
      rule: "open-filter-keeps-all", "only whole names are found",
      .request { request, _ in
        guard let name = request[query: "name"] else { return }
        let names = ListOperation.webhookPolicies.baseRows.compactMap { $0.text("name") }
        if !names.contains(name) { request[query: "name"] = "nobody" }
      }),
    Fault(
      "webhooks-namespace-ignored", .webhookPolicies, rule: "open-filter-keeps-value",
      "policies of every namespace come", .misread("namespace_id") { _ in nil }),
    Fault(
      "webhooks-name-counts-one-more", .webhookPolicies, rule: "open-filter-total", level: .should,
      "total counts one row more under a name",
      .page { page, query, _ in
        guard !query.conditions.isEmpty, let total = page.frame.integer("total") else { return }
        page.frame["total"] = String(total + 1)
      }),
    Fault(
      "webhooks-order-ignored", .webhookPolicies, rule: "rows-are-sorted",
      "no order is kept", .misread("order_column") { _ in nil }),
    Fault(
      "replications-direction-ignored", .replicationPolicies, rule: "rows-are-sorted",
      "every order ascends", .misread("order_type") { _ in "asc" }),
    Fault(
      "replications-sorted-list-lacks-a-row", .replicationPolicies,
      rule: "rows-are-sorted",
      "a sorted list is one row short",
      .page { page, query, _ in if query.order != nil { _ = page.rows.popLast() } }),
    Fault(
      "retentions-name-leaves-out", .retentionPolicies, rule: "open-filter-keeps-all",
      "nothing is found by its name", .misread("name") { _ in "nobody" }),
    Fault(
      "replication-executions-policy-ignored", .replicationExecutions,
      rule: "open-filter-keeps-value", "executions of every policy come",
      .misread("policy_id") { Int($0) == nil ? $0 : nil }),
    Fault(
      "replication-executions-total-too-high", .replicationExecutions,
      rule: "counter-agrees", level: .should, "total and succeed count one task too many",
      .row { row, _ in
        for name in ["total", "succeed"] { row[name] = String((row.integer(name) ?? 0) + 1) }
      }),
    Fault(
      "replication-executions-failed-not-counted", .replicationExecutions,
      rule: "relation-holds", level: .should, "no task is counted as failed",
      .row { row, _ in row["failed"] = "0" }),
    Fault(
      "repositories-name-ignored", .repositories, rule: "open-filter-keeps-value",
      "repositories of every name come", .misread("name") { _ in nil }),
  ]
}
