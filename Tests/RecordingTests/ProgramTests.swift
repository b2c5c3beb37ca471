// SPDX-License-Identifier: Apache-2.0
// What programs of others record of one session is judged alike, and what they leave out is told.

import Conformance
import Contract
import MockRegistry
import Testing
import Wire

@testable import Recording

@Suite(.timeLimit(.minutes(30))) struct RecordingProgramTests {
  private static let whole = RecordingProgram.allCases.filter(\.keepsBodies)

  @Test(arguments: whole)
  func `a healthy session fails nothing, whoever recorded it`(program: RecordingProgram)
    async throws
  {
    let results = try await Self.judged(program)
    #expect(results.filter { $0.verdict.outcome == .failed }.map(\.id) == [])
    #expect(results.filter(\.isDoubtful).map(\.id) == [])
    let jobs = results.filter { $0.operation == "ListInstanceJobs" && $0.level == .shape }
    let open = jobs.filter { $0.verdict.outcome == .inconclusive }
    // How an answer was framed is in no HAR file.
    #expect(open.map(\.rule) == ["plain-http"])
    for id in Self.decided {
      #expect(results[id]?.verdict.asserted ?? 0 > 0, "\(id): \(results[id]?.verdict as Any)")
    }
  }

  private static let decided = [
    "ListInstanceJobs.paging.page-within-limit", "ListInstanceJobs.paging.full-pages",
    "ListInstanceJobs.paging.rows-equal-total", "ListInstanceJobs.paging.each-row-once",
    "ListInstanceJobs.paging.total-is-constant", "ListInstanceJobs.paging.total-covers-rows",
    "ListInstanceJobs.errors.limit-zero", "ListInstanceJobs.errors.error-shape",
    "ListInstanceJobs.errors.no-server-error", "ListInstanceJobs.errors.request-ids-differ",
    "ListInstanceJobs.relations.id-unique", "ListGcTasks.paging.marker-walk-ends",
    "ListGcTasks.paging.marker-comes-once", "ListGcTasks.paging.each-row-once",
  ]

  /// A fault of the mock, the case that tells it, and whether moving data could explain it.
  static let faults: [(name: String, id: String, isDoubt: Bool)] = [
    ("jobs-id-number", "ListInstanceJobs.shape.jobs.id", false),
    ("jobs-status-succeed", "ListInstanceJobs.shape.jobs.status", false),
    ("jobs-total-string", "ListInstanceJobs.shape.total", false),
    ("jobs-content-type-missing", "ListInstanceJobs.shape.content-type-json", false),
    ("jobs-body-empty", "ListInstanceJobs.shape.well-formed-json", false),
    ("jobs-page-exceeds-limit", "ListInstanceJobs.paging.page-within-limit", false),
    ("jobs-error-msg-missing", "ListInstanceJobs.errors.error-shape", false),
    ("jobs-total-one-too-few", "ListInstanceJobs.paging.rows-equal-total", false),
    ("jobs-total-changes-between-pages", "ListInstanceJobs.paging.total-is-constant", true),
    ("jobs-offset-ignored", "ListInstanceJobs.paging.each-row-once", false),
    ("jobs-id-duplicate", "ListInstanceJobs.paging.each-row-once", false),
    ("jobs-last-page-lacks-a-row", "ListInstanceJobs.paging.rows-equal-total", false),
  ]

  @Test(arguments: whole, faults)
  func `a broken session is told by the rule that is broken`(
    program: RecordingProgram, fault: (name: String, id: String, isDoubt: Bool)
  ) async throws {
    let wanted = try #require(Fault.catalog.first { $0.name == fault.name })
    let results = try await Self.judged(program, .init(fault: wanted))
    let result = try #require(results[fault.id])
    if fault.isDoubt {
      #expect(result.isDoubtful, "\(result.verdict)")
      #expect(result.findings.first?.severity == .note)
      #expect(ExitCode(of: results, allowEmpty: true) != .passed)
    } else {
      #expect(result.verdict.outcome == .failed, "\(result.verdict)")
    }
  }

  @Test(arguments: RecordingProgram.allCases.filter { !$0.keepsBodies })
  func `a body that was not kept is not empty`(program: RecordingProgram) async throws {
    let results = try await Self.judged(program)
    #expect(results.filter { $0.verdict.outcome == .failed }.map(\.id) == [])
    #expect(results["ListInstanceJobs.shape.status-200"]?.verdict.outcome == .passed)
    #expect(results["ListInstanceJobs.shape.content-type-json"]?.verdict.outcome == .passed)
    for id in ["shape.well-formed-json", "shape.jobs.id", "paging.each-row-once"] {
      let reason = results["ListInstanceJobs.\(id)"]?.verdict.reason ?? "decided"
      #expect(reason.hasPrefix("not kept: GET /v2/"), "\(id): \(reason)")
    }
  }

  private static func judged(
    _ program: RecordingProgram, _ configuration: MockRegistry.Configuration = .init()
  ) async throws -> [CaseResult] {
    let session = try await ClientSession(MockRegistry(configuration))
    return try await ScratchHAR(program.file(session.exchanges)).results()
  }
}

extension CaseResult {
  /// Whether something was found that nobody can ask about again.
  var isDoubtful: Bool { if case .inconclusive(.unconfirmed) = verdict { true } else { false } }
}

extension [CaseResult] {
  subscript(id: String) -> CaseResult? { first { $0.id == id } }
}
