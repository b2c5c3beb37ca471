// SPDX-License-Identifier: Apache-2.0
// One value that a rule compares with others of its row or page, as the reader left it.

import Wire

/// A value on the way: where it stands and what was read of it in passing.
struct Slot {
  enum State: UInt8 {
    /// The object that could hold it was not there.
    case unreached
    case absent
    case present
  }

  /// What a value is, strings told apart by what they hold.
  enum Form: UInt8, CaseIterable {
    case object, text, broken, plain, empty, number, boolean, array, null, absent

    /// The sign by which quirks know it.
    var sign: String { RowObservation.Sign(rawValue: rawValue)!.spelling }
  }

  var state = State.unreached
  var form = Form.absent
  /// The value as it is written, with quotes and brackets.
  var raw: UnsafeBufferPointer<UInt8> = .init(start: nil, count: 0)
  /// The decoded text of a string.
  var text: UnsafeBufferPointer<UInt8> = .init(start: nil, count: 0)
  /// Where a finding shows it: its place in the body, or that of the string around it.
  var span: Range<Int32> = 0..<0
  var integer: Int64 = 0
  /// Whether the value is an integer of 64 bits.
  var isInteger = false
  var instant: Instant?
  /// The number of the text in the table of words of its node; -1 for none.
  var word: Int32 = -1

  var isString: Bool {
    form.rawValue &- Form.text.rawValue <= Form.empty.rawValue &- Form.text.rawValue
  }
}
