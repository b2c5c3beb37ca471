// SPDX-License-Identifier: Apache-2.0
// One operation as its documentation page describes it; the literals in Specs/ are values of this.

public import Wire

/// One documented operation: what is asked, what is promised, and where the page is at odds.
public struct Operation: Sendable, Hashable {
  /// The operation's name in the vendor's SDKs, such as `ListGcTasks`; the start of case ids.
  public var id: String
  /// The file name of the documentation page.
  public var page: String
  public var summary: String
  public var method: HTTPRequest.Method
  public var path: PathTemplate
  public var access: Access
  public var parameters: [Parameter]
  public var paging: Paging
  public var answers: [DocumentedResponse]
  public var relations: [Relation]
  public var quirks: [Quirk]
  public var location: SpecLocation

  /// Who may call the operation.
  public enum Access: String, Sendable, Hashable, CaseIterable {
    /// Everybody with the right to the project.
    case everyTenant
    /// Tenants on a list that the service keeps; a refusal says nothing about the contract.
    case allowListed
  }

  public init(
    _ id: String, page: String, _ summary: String, method: HTTPRequest.Method = .get,
    path: PathTemplate, access: Access = .everyTenant, parameters: [Parameter], paging: Paging,
    answers: [DocumentedResponse], relations: [Relation], quirks: [Quirk],
    file: StaticString = #fileID, line: UInt = #line
  ) {
    self.id = id
    self.page = page
    self.summary = summary
    self.method = method
    self.path = path
    self.access = access
    self.parameters = parameters
    self.paging = paging
    self.answers = answers
    self.relations = relations
    self.quirks = quirks
    self.location = SpecLocation(fileID: file, line: line)
  }
}
