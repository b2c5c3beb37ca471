// SPDX-License-Identifier: Apache-2.0
// Has a suite's program write its tests before the target that applies this plugin is compiled.

import Foundation
import PackagePlugin

/// Writes the generated Swift Testing cases into the plugin's own work folder, in files that a compiler
/// can take at the same time.
///
/// The target names the program among its dependencies, and has a file with `let suite`.
@main
struct TestGeneratorPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let program = target.programs.first, target.programs.count == 1 else {
      Diagnostics.error("\(target.name) has to depend on the one program that writes its tests")
      return []
    }
    let tool = try context.tool(named: "TestGenerator").url
    // All programs of a build stand in one folder.
    let path = tool.deletingLastPathComponent().appending(path: program)
    let outputs = (1...4).map {
      context.pluginWorkDirectoryURL.appending(path: "Generated/Cases\($0).swift")
    }
    return [
      .buildCommand(
        displayName: "Generating Swift Testing cases by \(program)",
        executable: tool, arguments: [path.path] + outputs.map(\.path),
        inputFiles: [path], outputFiles: outputs)
    ]
  }
}

extension Target {
  /// The names of the programs that it depends on.
  fileprivate var programs: [String] {
    dependencies.compactMap { dependency in
      guard case .target(let target) = dependency, let module = target.sourceModule,
        module.kind == .executable
      else { return nil }
      return target.name
    }
  }
}
