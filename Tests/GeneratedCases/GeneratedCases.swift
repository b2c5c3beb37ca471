// SPDX-License-Identifier: Apache-2.0
// A target has to have a file of its own; the tests of this one are written by TestGenerator.
