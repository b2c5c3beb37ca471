// SPDX-License-Identifier: Apache-2.0
// Runs TestGenerator before the target that applies this plugin is compiled.

import Foundation
import PackagePlugin

/// Writes the generated Swift Testing cases into the plugin's own work folder.
@main
struct TestGeneratorPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let output = context.pluginWorkDirectoryURL.appending(path: "Generated/Cases.swift")
    return [
      .buildCommand(
        displayName: "Generating Swift Testing cases from Specs/",
        executable: try context.tool(named: "TestGenerator").url,
        arguments: [output.path],
        outputFiles: [output]
      )
    ]
  }
}
