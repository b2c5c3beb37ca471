// SPDX-License-Identifier: Apache-2.0
// Room for what few of very many readings have.

/// A value that is seldom there, and then takes memory of its own: eight bytes where it is not.
@propertyWrapper
struct Seldom<Value: Sendable>: Sendable {
  private var values: [Value]

  init(wrappedValue: Value?) { values = wrappedValue.map { [$0] } ?? [] }

  var wrappedValue: Value? {
    get { values.first }
    set { values = newValue.map { [$0] } ?? [] }
  }
}
