// SPDX-License-Identifier: Apache-2.0
// The shop's suite as a program.

import ConformanceCommand
import ShopSpecs

await ConformanceCommand.main(.shop)
