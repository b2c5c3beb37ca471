// SPDX-License-Identifier: Apache-2.0
// One difference of each kind between two mocks is found, and called what it is.

import Comparison
import Conformance
import MockRegistry
import Testing

struct SeedTests {
  @Test(arguments: Seed.all)
  func `a difference is found and rightly called`(_ seed: Seed) async throws {
    let other = try #require(seed.registry, "no fault, variant or side has that name")
    let comparison = await Pair([seed.operation], MockRegistry(), other)
      .comparison(with: Healthy.shared.asking(seed.operation))
    let found = comparison.differences.filter { $0.sort != .noise }
    #expect((found.first?.sort == .contract) == (seed.sort == .contract))
    #expect(
      found.contains { $0.sort == seed.sort && $0.kind == seed.kind && !$0.repeatLines.isEmpty },
      "\(comparison.text(strict: false))")
    #expect(comparison.exit(strict: false) == (seed.sort == .contract ? .failed : .passed))
    #expect(comparison.exit(strict: true) == .failed)
  }

  @Test func `there are at least forty kinds`() { #expect(Set(Seed.all.map(\.name)).count >= 40) }
}

extension Seed {
  private static let webhooks = "ListInstanceWebhookJobs"
  private static let jobs = "ListInstanceJobs"
  private static let tasks = "ListGcTasks"

  static let all: [Seed] = contract + quirks + unspoken

  private static let contract =
    [
      "webhook-id-missing", "webhook-id-string", "webhook-event-type-null", "webhook-status-number",
      "webhook-created-at-number", "webhook-total-one-too-many",
      "webhook-total-changes-between-pages", "webhook-default-limit-20",
      "webhook-page-exceeds-limit", "webhook-offset-off-by-one", "webhook-past-end-404",
      "webhook-limit-0-500", "webhook-no-answer-to-bad-limit", "webhook-filter-initialized-empty",
      "webhook-filter-total-of-all", "webhook-foreign-project-gets-rows",
      "webhook-content-type-html", "webhook-token-not-needed", "webhook-error-code-missing",
      "webhook-400-repeats-token",
    ].map { Seed(.contract, .verdict, webhooks, $0) }
    + ["gc-marker-repeats", "gc-page-info-null"].map { Seed(.contract, .verdict, tasks, $0) }

  private static let quirks = [
    Seed(.quirk, .quirk, webhooks, "webhook-status-text-missing=empty"),
    Seed(.quirk, .quirk, webhooks, "webhook-order-undocumented=no-order"),
    Seed(.quirk, .quirk, webhooks, "webhook-job-detail-empty-or-json=empty"),
    Seed(.quirk, .quirk, jobs, "jobs-resource-id-equals-instance-id=different"),
    Seed(.quirk, .quirk, jobs, "jobs-reason-only-on-failure=only-on-failure"),
    Seed(.quirk, .quirk, tasks, "gc-job-parameters-object-or-string=object"),
    Seed(.quirk, .quirk, tasks, "gc-next-marker-undocumented-in-tables=null"),
    Seed(.quirk, .quirk, tasks, "gc-no-total=present"),
  ]

  private static let unspoken = [
    Seed(.unspoken, .delivery, webhooks, "header-names-lower-case"),
    Seed(.unspoken, .headerOrder, webhooks, "header-order"),
    Seed(.unspoken, .header, webhooks, "charset"),
    Seed(.unspoken, .header, webhooks, "upstream-headers"),
    Seed(.unspoken, .header, webhooks, "many-headers"),
    Seed(.unspoken, .header, webhooks, "connection-close"),
    Seed(.unspoken, .header, webhooks, "unauthorized-with-challenge"),
    Seed(.unspoken, .header, webhooks, "request-echoed"),
    Seed(.unspoken, .member, webhooks, "extra-fields"),
    Seed(.unspoken, .member, webhooks, "times-east-of-utc"),
    Seed(.unspoken, .member, webhooks, "times-without-fraction"),
    Seed(.unspoken, .member, webhooks, "errors-with-more-members"),
    Seed(.unspoken, .member, jobs, "reason-null"),
    Seed(.unspoken, .memberOrder, webhooks, "other-key-order"),
    Seed(.unspoken, .memberOrder, webhooks, "rows-before-total"),
    Seed(.unspoken, .layout, webhooks, "pretty-printed"),
    Seed(.unspoken, .layout, webhooks, "blanks-around-body"),
    Seed(.unspoken, .layout, webhooks, "slashes-escaped"),
    Seed(.unspoken, .status, webhooks, "unknown-status-empty"),
    Seed(.unspoken, .status, webhooks, "bad-number-as-404"),
    Seed(.unspoken, .value, jobs, "long-texts"),
    Seed(.unspoken, .value, webhooks, "not-found-by-platform-code"),
    Seed(.unspoken, .time, webhooks, "slow"),
  ]
}
