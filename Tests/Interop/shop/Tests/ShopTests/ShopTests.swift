// SPDX-License-Identifier: Apache-2.0
// Whom the generated tests judge by; the tests themselves are written by the plugin.

import ConformanceTesting
import ShopSpecs

let suite = TestSuite(.shop, specs: "ShopSpecs")
