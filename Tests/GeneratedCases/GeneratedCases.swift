// SPDX-License-Identifier: Apache-2.0
// Whom the generated tests judge by; the tests themselves are written by the plugin.

import Conformance
import ConformanceTesting
import EmbeddedTarget
import SWRSpecs

let suite = TestSuite(
  ConformanceSuite(Catalog.operations, .swr, mock: .registry(for: .swr)), specs: "SWRSpecs")
