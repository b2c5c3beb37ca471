// SPDX-License-Identifier: Apache-2.0
// The one door to the data of this folder; what the program needs at run time is embedded in code.

/// The bytes of files that are compiled into the program, so that one binary is enough.
public enum Fixtures {
}
