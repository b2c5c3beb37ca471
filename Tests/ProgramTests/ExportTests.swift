// SPDX-License-Identifier: Apache-2.0
// The specs as files for other tools, and the digest that ties a report to them.

import Contract
import SWRSpecs
import Testing
import Wire

@Suite(.timeLimit(.minutes(2))) struct ExportTests {
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
    #expect(none.errors.contains("export needs contract or openapi"))
  }

  @Test func `a file that cannot be written is told`() async throws {
    let run = try await ProgramRun("export", "contract", "--output", "nowhere/contract.json")
    #expect(run.status == 2)
    #expect(run.errors.contains("cannot write nowhere/contract.json"))
  }
}
