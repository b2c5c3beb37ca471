// SPDX-License-Identifier: Apache-2.0
// The lists whose rows name what the paths of the judged operations need, as data to read.

extension Profile {
  /// How a target says for itself what can be judged there.
  public struct Discovery: Sendable, Hashable {
    /// The lists of containers, of groups and of items, each behind those that it needs.
    public var lists: [ParentList]
    /// What a container says of operations that not everybody may call; nil where nothing does.
    public var gate: Gate?

    public init(_ lists: [ParentList], gate: Gate? = nil) {
      self.lists = lists
      self.gate = gate
    }

    /// Names the list whose rows have a role.
    public func list(of role: Fact.Role) -> ParentList? { lists.first { $0.names.role == role } }
  }

  /// A list of the catalogue whose rows are named by a fact of a target.
  public struct ParentList: Sendable, Hashable {
    /// The list as it is judged: path, paging and the field that names a row are taken from it.
    public var operation: Operation
    /// The fact that names a row.
    public var names: Fact
    /// The field of a row that holds that fact.
    public var field: String
    /// The facts that say where a row belongs, and the fields that hold them.
    public var belongs: [Fact: String]
    /// Whether it belongs to what was chosen: its rows weigh nothing in the choice, and a few of them are
    /// looked into behind it.
    public var isBeneathChoice: Bool

    /// - Parameter field: Nil for the field by which the list tells its rows apart.
    public init(
      _ operation: Operation, names: Fact, field: String? = nil, belongs: [Fact: String] = [:],
      isBeneathChoice: Bool = false
    ) {
      self.operation = operation
      self.names = names
      self.field = field ?? operation.paging.identity
      self.belongs = belongs
      self.isBeneathChoice = isBeneathChoice
    }
  }

  /// A list of switches of a container, one of which opens the allow-listed operations.
  public struct Gate: Sendable, Hashable {
    public var operation: String
    public var path: PathTemplate
    /// The member that is `false` where they are refused.
    public var member: String

    public init(_ operation: String, path: PathTemplate, member: String) {
      self.operation = operation
      self.path = path
      self.member = member
    }
  }
}
