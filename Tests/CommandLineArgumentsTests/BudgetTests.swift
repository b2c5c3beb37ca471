// SPDX-License-Identifier: Apache-2.0
// What --budget takes, and what is told of anything else.

import CommandLineArguments
import Testing

@Suite struct BudgetTests {
  private static let vocabulary = Vocabulary(operations: ["ListGcTasks", "ListInstanceJobs"])

  @Test func `budgets arrive in the order typed`() throws {
    let words = ["--budget", "800ms", "--budget=ListGcTasks=2s"]
    guard case .run(let run) = try Invocation(arguments: words, vocabulary: Self.vocabulary) else {
      Issue.record("no run")
      return
    }
    #expect(run.selection.budgets == ["800ms", "ListGcTasks=2s"])
  }

  @Test(arguments: [
    ("800", "--budget is \"800\"; give a time such as 800ms or 2s, or OPERATION=TIME"),
    ("ListGcTasks=", "--budget is \"ListGcTasks=\"; give a time such as 800ms or 2s"),
    ("ListGcTask=2s", "unknown operation \"ListGcTask\"; did you mean ListGcTasks?"),
  ])
  func `anything else is told`(text: String, wanted: String) throws {
    let error = try #require(throws: UsageError.self) {
      try Invocation(arguments: ["--budget", text], vocabulary: Self.vocabulary)
    }
    #expect("\(error)".contains(wanted))
  }
}
