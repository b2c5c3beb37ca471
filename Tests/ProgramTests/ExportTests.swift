// SPDX-License-Identifier: Apache-2.0
// The specs as files for other tools, and the digest that ties a report to them.

import Contract
import SWRSpecs
import Testing
import Wire

@Suite(.timeLimit(.minutes(30))) struct ExportTests {
  @Test func `the contract that is printed is read back without loss`() async throws {
    let run = try await ProgramRun("export", "contract")
    #expect(run.status == 0)
    let contract = try ContractDocument(parsing: Array(run.output.utf8), of: .swr)
    #expect(contract.operations == Catalog.operations)
  }

  @Test func `a report tells by which contract it judges`() async throws {
    let digest = ContractDocument(Catalog.operations, of: .swr).digest
    let report = try await DefaultRun.shared.value.report
    #expect(report.root["suite"]?["contract"]?.string == digest)
    let digits = digest.dropFirst("sha256:".count).prefix(12)
    #expect(try await DefaultRun.shared.value.run.lines[0].hasSuffix(" · contract \(digits)"))
  }

  @Test func `a run by an exported contract holds servers to what that promises`() async throws {
    let text = try await ProgramRun("export", "contract").output
    let (own, other) = (try ScratchFile(text), try ScratchFile(Self.changed(text)))
    let id = "ListGcTasks.shape.tasks.job_kind"
    let same = try await ProgramRun("run", "--mock", "--contract", own.path, "--only", id)
    #expect(same.status == 0, "\(same.output)\(same.errors)")
    let run = try await ProgramRun("run", "--mock", "--contract", other.path, "--only", id)
    #expect(run.status == 1)
    #expect(run.output.contains("MANUALLY"))
    #expect(!run.lines[0].hasSuffix(String(same.lines[0].suffix(12))), "another contract is told")
  }

  @Test(arguments: [
    ("{", "is not a contract file: the document: expected JSON"),
    ("{\"schema\": \"swr-conformance.contract/2\"}", "is not a contract file: /schema: expected"),
  ])
  func `what is no contract is refused with its place`(text: String, words: String) async throws {
    let file = try ScratchFile(text)
    let run = try await ProgramRun("run", "--mock", "--contract", file.path)
    #expect(run.status == 2)
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  /// A contract with another word in the place of `MANUAL`, without its digest.
  private static func changed(_ text: String) -> String {
    text.replacing(#/\n *"digest": "[^"]*",/#, with: "").replacing(
      "\"MANUAL\"", with: "\"MANUALLY\"")
  }

  @Test func `a file holds what goes to standard output without one`() async throws {
    let file = ScratchFile()
    let run = try await ProgramRun("export", "openapi", "--output", file.path)
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(try await ProgramRun("export", "openapi").output == file.text)
    let document = try JSONDocument(parsing: Array(try file.text.utf8))
    #expect(document.root["openapi"]?.string == "3.1.1")
  }

  @Test func `a form that is not known is answered with the nearest`() async throws {
    let run = try await ProgramRun("export", "openapy")
    #expect(run.status == 2)
    #expect(run.errors == "swr-conformance: unknown form \"openapy\"; did you mean openapi?\n")
    let none = try await ProgramRun("export")
    #expect(none.status == 2)
    #expect(none.errors.contains("export needs contract, openapi"))
  }

  @Test func `a file that cannot be written is told`() async throws {
    let run = try await ProgramRun("export", "contract", "--output", "nowhere/contract.json")
    #expect(run.status == 2)
    #expect(run.errors.contains("cannot write nowhere/contract.json"))
  }
}
