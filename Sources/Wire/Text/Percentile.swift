// SPDX-License-Identifier: Apache-2.0
// Which value most of many measured ones do not exceed.

extension [Double] {
  /// The smallest value that so many in a hundred of these do not exceed (the nearest rank); nil
  /// where there are none.
  ///
  /// - Parameter share: From 1 to 100; 50 is the median.
  public func percentile(_ share: Int) -> Double? {
    isEmpty ? nil : sorted()[Swift.max(0, (count * share + 99) / 100 - 1)]
  }
}
