// SPDX-License-Identifier: Apache-2.0
// The suite of SWR as a program: its specs, its profile, and the mock registry.

import Conformance
import ConformanceCommand
import EmbeddedTarget
import SWRSpecs

await ConformanceCommand.main(
  ConformanceSuite(
    Catalog.operations, .swr, pageLedger: PageLedger.keys, sets: Catalog.sets,
    mock: .registry(for: .swr)),
  mockCommands: .registry)
