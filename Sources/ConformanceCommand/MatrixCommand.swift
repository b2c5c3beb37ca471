// SPDX-License-Identifier: Apache-2.0
// `matrix`: puts the reports and bundles of several implementations beside each other.

import Bundles
import CommandLineArguments
import Conformance
import Contract
import Matrix
import Reporting

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Program {
  /// Exit code 1 if a bundle does not add up, of which nothing is told but its name.
  func matrix(_ options: Invocation.Gathering) async throws -> ExitCode {
    let outputs = try options.outputs(usually: "text")
    if let complaint = Self.complaint(aboutTwice: options.files) { throw UsageError(complaint) }
    let names = Self.names(of: options.files)
    let contract = suite.digest
    let sources = await Array(zip(options.files, names)).mapConcurrently(
      atMost: ProcessInfo.processInfo.activeProcessorCount
    ) { await source($0.0, called: $0.1, contract) }
    var (implementations, code) = ([ImplementationMatrix.Implementation](), ExitCode.passed)
    for source in sources {
      switch source {
      case .read(let implementation): implementations.append(implementation)
      case .refused(let why, let worse):
        terminal.complain(why)
        code = ExitCode.worst(of: [code, worse])
      }
    }
    guard code == .passed else { return code }
    let matrix = ImplementationMatrix(
      of: profile, implementations, catalogue: operations.map(\.id))
    return write(outputs.map { (matrix.text(as: $0.form), $0.place) }) ? .passed : .usage
  }

  /// One of the files or folders that were named.
  private enum Source: Sendable {
    case read(ImplementationMatrix.Implementation)
    case refused(String, ExitCode)
  }

  private func source(
    _ path: String, called name: String, _ contract: String
  ) async -> Source {
    let place = URL(filePath: path).resolvingSymlinksInPath().path
    let kind = try? FileManager.default.attributesOfItem(atPath: place)[.type] as? FileAttributeType
    do {
      guard kind == .typeDirectory else {
        let report = try WrittenReport(path: path)
        if let shard = report.shard {
          return .refused(
            "\(path) is shard \(shard) of a run and tells of a part of it; merge the shards first",
            .usage)
        }
        return .read(.init(name, report, isVerified: false))
      }
      let audited = try await verified(Invocation.Verify(path), by: contract)
      guard let report = audited.report, audited.audit.differences.isEmpty else {
        let first = audited.audit.differences.first.map { "\($0.place) \($0.what)" }
        return .refused(
          "\(path) is no sound bundle: \(first ?? "nothing is judged"); verify \(path) tells all",
          .failed)
      }
      return .read(.init(name, report, isVerified: true))
    } catch {
      return .refused("\(error)", .usage)
    }
  }

  /// The last part of each path, or all of it where two end alike.
  private static func names(of paths: [String]) -> [String] {
    let short = paths.map { path in
      let last = path.split(separator: "/").last.map(String.init) ?? path
      return last.hasSuffix(".json") ? String(last.dropLast(5)) : last
    }
    return zip(paths, short).map { path, name in short.count { $0 == name } > 1 ? path : name }
  }
}

extension ImplementationMatrix {
  fileprivate func text(as form: String) -> String {
    switch form {
    case "html": html
    case "json": json
    case "earl": earl
    case "md": markdown
    default: text
    }
  }
}
