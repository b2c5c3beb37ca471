// SPDX-License-Identifier: Apache-2.0
// Work on many things at once, of which only so many are begun.

extension Array where Element: Sendable {
  /// What becomes of each element, in their order.
  ///
  /// - Parameters:
  ///   - limit: How many are worked on at once, at least 1.
  ///   - done: Told of each result as it comes.
  package func mapConcurrently<Result: Sendable>(
    atMost limit: Int, done: (Result) -> Void = { _ in },
    _ transform: @escaping @Sendable (Element) async -> Result
  ) async -> [Result] {
    await withTaskGroup(of: (Int, Result).self) { group in
      var results: [Result?] = map { _ in nil }
      var waiting = indices
      func start() {
        guard let place = waiting.popFirst() else { return }
        let element = self[place]
        group.addTask { (place, await transform(element)) }
      }
      for _ in 0..<limit { start() }
      for await (place, result) in group {
        results[place] = result
        done(result)
        start()
      }
      return results.compactMap { $0 }
    }
  }
}
