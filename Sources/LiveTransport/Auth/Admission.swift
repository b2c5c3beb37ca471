// SPDX-License-Identifier: Apache-2.0
// The pass that is good now: got when it is first needed, renewed once for all who need it.

import Conformance
import Contract
import Dispatch
import Redaction
import Synchronization
import Wire

/// What lets a run in, from its first request to its last.
actor Admission {
  typealias LogIn =
    @Sendable (Access.Login) async -> Result<String, TransportFailure>

  /// A request that was let in; it tells whether a refusal is about us or about another request.
  private(set) var opener: HTTPRequest?
  private let access: Access
  private let profile: Profile
  private let logIn: LogIn
  private var current: Pass
  private var renewal: Task<Result<Pass?, TransportFailure>, Never>?
  private var loss: TransportFailure?
  private nonisolated let learned: Mutex<(tokens: [String], redaction: Redaction)>

  init(_ access: Access, of facts: TargetFacts, logIn: @escaping LogIn) {
    self.access = access
    self.logIn = logIn
    profile = facts.profile
    learned = Mutex(([], Self.redaction(of: access, [], facts.profile)))
    current =
      switch access {
      case .open, .login: .nothing
      case .token(let token, _): .token(token)
      case .keys(let keys): .keys(keys, project: facts.profile.fact(.tenant).flatMap { facts[$0] })
      }
  }

  /// Every secret that was used so far, tokens that were replaced included.
  nonisolated var secrets: [String] { access.secrets + learned.withLock { $0.tokens } }

  /// What hides every secret that was used so far, and whose they are.
  nonisolated var redaction: Redaction { learned.withLock { $0.redaction } }

  private static func redaction(
    of access: Access, _ tokens: [String], _ profile: Profile
  ) -> Redaction {
    Redaction(
      for: profile, secrets: (access.secrets + tokens).flatMap { [$0, Credential.mistyped($0)] },
      names: [access.name].compactMap { $0 })
  }

  /// What the next request shows; logs in first if nobody did.
  ///
  /// - Throws: Why nobody is let in any more, once that is so.
  func pass() async throws(TransportFailure) -> Pass {
    if let loss { throw loss }
    guard case .login = access, current == .nothing else { return current }
    return try await renewed(insteadOf: .nothing) ?? .nothing
  }

  /// What is shown as long as nobody has to log in for it.
  var held: Pass { current }

  func letIn(_ request: HTTPRequest) { if opener == nil { opener = request } }

  /// Another pass than the one that was refused; nil if there is none to be had.
  func renewed(insteadOf refused: Pass) async throws(TransportFailure) -> Pass? {
    if let loss { throw loss }
    guard current == refused else { return current }
    let task = renewal ?? Task { await renew() }
    renewal = task
    return try await task.value.get()
  }

  /// Remembers that nobody is let in any more, so that no further request is sent.
  func lose(_ reason: TransportFailure) -> TransportFailure {
    loss = loss ?? reason
    return loss ?? reason
  }

  private func renew() async -> Result<Pass?, TransportFailure> {
    defer { renewal = nil }
    switch await newToken() {
    case .success(let token?) where .token(token) != current:
      learned.withLock { learned in
        learned.tokens.append(token)
        learned.redaction = Self.redaction(of: access, learned.tokens, profile)
      }
      current = .token(token)
      return .success(current)
    case .success:
      return .success(nil)
    case .failure(let failure):
      return .failure(lose(failure))
    }
  }

  private func newToken() async -> Result<String?, TransportFailure> {
    switch access {
    case .open, .keys, .token(_, from: nil): .success(nil)
    case .token(_, let source?): await source.newToken().map { $0 }
    case .login(let login): await logIn(login).map { $0 }
    }
  }
}

extension TokenSource {
  /// The token as it is now, got in a thread that may wait.
  fileprivate func newToken() async -> Result<String, TransportFailure> {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        let token = Result { () throws(Target.Problem) in try self.token() }
        continuation.resume(
          returning: token.mapError {
            TransportFailure(.unauthorized, "the token has run out, and \($0)")
          })
      }
    }
  }
}

extension Access {
  /// What is told when a pass is refused that was good before, and cannot be renewed.
  func lossAdvice(_ profile: Profile) -> String {
    switch self {
    case .open: "it wants credentials now; give some"
    case .token(_, from: nil):
      "the token has run out; set a new one, or \(profile.variable(of: "token_command")), "
        + "which is asked again"
    case .token(_, from: .file(_, let name)?):
      "\(name) still holds that token; put a new one there"
    case .token(_, from: .command(_, let name)?):
      "\(name) prints that token again; let it make one"
    case .keys: "the keys have run out; get new ones"
    case .login: "a new token for the user is refused too; check what the user may do"
    }
  }
}
