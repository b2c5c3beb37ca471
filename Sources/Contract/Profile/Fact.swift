// SPDX-License-Identifier: Apache-2.0
// What must be known of a target before a request can be written; the names users type.

/// One thing that a target file or the environment says about a target.
public struct Fact: Sendable, Hashable, Comparable {
  /// The key of a target file, such as `instance_id`; facts of one name are the same.
  public var name: String
  public var role: Role
  /// The name of the fact that names another thing of the same kind, to which nothing of what is
  /// judged belongs; nil where none does.
  public var otherName: String?

  /// What a fact is to the paths that it fills.
  public enum Role: String, Sendable, Hashable {
    /// Whose resources they are; credentials are good for it, and nobody has to look for it.
    case tenant
    /// One that exists and that the credentials have no right to.
    case foreignTenant
    /// Holds everything that is judged, and numbers its things by itself.
    case container
    /// Groups things of a container; lists that are chosen together belong to one group.
    case group
    case item
  }

  public init(_ name: String, _ role: Role = .item, other otherName: String? = nil) {
    self.name = name
    self.role = role
    self.otherName = otherName
  }

  public static func == (left: Fact, right: Fact) -> Bool { left.name == right.name }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  public static func < (left: Fact, right: Fact) -> Bool { left.name < right.name }
}
