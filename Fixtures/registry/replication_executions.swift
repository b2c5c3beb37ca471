// SPDX-License-Identifier: Apache-2.0
// Data only: rows of the mock registry, as one text, which compiles much faster than an array.
// swift-format-ignore-file

extension Fixtures {
  /// The executions of all replication policies, the newest first.
  public static var replicationExecutions: [UInt8] { Array(replicationExecutionsText.utf8) }

  private static let replicationExecutionsText = #"""
    [
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 523, "policy_id": 8, "status": "Stopped", "status_text": "", "trigger": "manual", "created_at": "2026-03-01T22:30:00.523Z", "updated_at": "2026-03-01T23:48:12Z", "_rows": 3},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 518, "policy_id": 5, "status": "InProgress", "status_text": "", "trigger": "scheduled", "created_at": "2026-02-28T22:30:00.518Z", "updated_at": "2026-02-28T23:48:12Z"},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 512, "policy_id": 5, "status": "Succeed", "status_text": "", "trigger": "scheduled", "created_at": "2026-02-27T22:30:00.512Z", "updated_at": "2026-02-27T23:48:12Z", "_rows": 7},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 506, "policy_id": 3, "status": "Failed", "status_text": "", "trigger": "event_based", "created_at": "2026-02-26T22:30:00.506Z", "updated_at": "2026-02-26T23:48:12Z", "_rows": 0},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 499, "policy_id": 5, "status": "Succeed", "status_text": "", "trigger": "scheduled", "created_at": "2026-02-25T22:30:00.499Z", "updated_at": "2026-02-25T23:48:12Z", "_rows": 12},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 493, "policy_id": 5, "status": "Succeed", "status_text": "", "trigger": "scheduled", "created_at": "2026-02-24T22:30:00.493Z", "updated_at": "2026-02-24T23:48:00Z", "_rows": 0},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 487, "policy_id": 8, "status": "Failed", "status_text": "no such host", "trigger": "manual", "created_at": "2026-02-23T22:30:00.487Z", "updated_at": "2026-02-23T23:49:00Z", "_rows": 1},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 481, "policy_id": 3, "status": "Stopped", "status_text": "", "trigger": "event_based", "created_at": "2026-02-22T22:30:00.481Z", "updated_at": "2026-02-22T23:50:00Z", "_rows": 2},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 475, "policy_id": 5, "status": "Succeed", "status_text": "", "trigger": "scheduled", "created_at": "2026-02-21T22:30:00.475Z", "updated_at": "2026-02-21T23:51:00Z", "_rows": 3},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 469, "policy_id": 5, "status": "Succeed", "status_text": "", "trigger": "manual", "created_at": "2026-02-20T22:30:00.469Z", "updated_at": "2026-02-20T23:52:00Z", "_rows": 0},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 463, "policy_id": 8, "status": "Failed", "status_text": "no such host", "trigger": "event_based", "created_at": "2026-02-19T22:30:00.463Z", "updated_at": "2026-02-19T23:48:00Z", "_rows": 1},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 457, "policy_id": 3, "status": "Stopped", "status_text": "", "trigger": "scheduled", "created_at": "2026-02-18T22:30:00.457Z", "updated_at": "2026-02-18T23:49:00Z", "_rows": 2},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 451, "policy_id": 5, "status": "Succeed", "status_text": "", "trigger": "manual", "created_at": "2026-02-17T22:30:00.451Z", "updated_at": "2026-02-17T23:50:00Z", "_rows": 3},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 445, "policy_id": 5, "status": "Succeed", "status_text": "", "trigger": "event_based", "created_at": "2026-02-16T22:30:00.445Z", "updated_at": "2026-02-16T23:51:00Z", "_rows": 0},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 439, "policy_id": 8, "status": "Failed", "status_text": "no such host", "trigger": "scheduled", "created_at": "2026-02-15T22:30:00.439Z", "updated_at": "2026-02-15T23:52:00Z", "_rows": 1},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 433, "policy_id": 3, "status": "Stopped", "status_text": "", "trigger": "manual", "created_at": "2026-02-14T22:30:00.433Z", "updated_at": "2026-02-14T23:48:00Z", "_rows": 2},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 427, "policy_id": 5, "status": "Succeed", "status_text": "", "trigger": "event_based", "created_at": "2026-02-13T22:30:00.427Z", "updated_at": "2026-02-13T23:49:00Z", "_rows": 3},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 421, "policy_id": 5, "status": "InProgress", "status_text": "", "trigger": "scheduled", "created_at": "2026-02-12T22:30:00.421Z", "updated_at": "2026-02-12T23:50:00Z", "_rows": 0},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 415, "policy_id": 8, "status": "Failed", "status_text": "no such host", "trigger": "manual", "created_at": "2026-02-11T22:30:00.415Z", "updated_at": "2026-02-11T23:51:00Z", "_rows": 1},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 409, "policy_id": 3, "status": "Stopped", "status_text": "", "trigger": "event_based", "created_at": "2026-02-10T22:30:00.409Z", "updated_at": "2026-02-10T23:52:00Z", "_rows": 2},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 403, "policy_id": 5, "status": "Succeed", "status_text": "", "trigger": "scheduled", "created_at": "2026-02-09T22:30:00.403Z", "updated_at": "2026-02-09T23:48:00Z", "_rows": 3},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 397, "policy_id": 5, "status": "Succeed", "status_text": "", "trigger": "manual", "created_at": "2026-02-08T22:30:00.397Z", "updated_at": "2026-02-08T23:49:00Z", "_rows": 0},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 391, "policy_id": 8, "status": "Failed", "status_text": "no such host", "trigger": "event_based", "created_at": "2026-02-07T22:30:00.391Z", "updated_at": "2026-02-07T23:50:00Z", "_rows": 1},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 385, "policy_id": 3, "status": "Stopped", "status_text": "", "trigger": "scheduled", "created_at": "2026-02-06T22:30:00.385Z", "updated_at": "2026-02-06T23:51:00Z", "_rows": 2},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 379, "policy_id": 5, "status": "Succeed", "status_text": "", "trigger": "manual", "created_at": "2026-02-05T22:30:00.379Z", "updated_at": "2026-02-05T23:52:00Z", "_rows": 3},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 373, "policy_id": 5, "status": "Succeed", "status_text": "", "trigger": "event_based", "created_at": "2026-02-04T22:30:00.373Z", "updated_at": "2026-02-04T23:48:00Z", "_rows": 0},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 367, "policy_id": 8, "status": "Failed", "status_text": "no such host", "trigger": "scheduled", "created_at": "2026-02-03T22:30:00.367Z", "updated_at": "2026-02-03T23:49:00Z", "_rows": 1},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 361, "policy_id": 3, "status": "Stopped", "status_text": "", "trigger": "manual", "created_at": "2026-02-02T22:30:00.361Z", "updated_at": "2026-02-02T23:50:00Z", "_rows": 2},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 355, "policy_id": 5, "status": "Succeed", "status_text": "", "trigger": "event_based", "created_at": "2026-02-01T22:30:00.355Z", "updated_at": "2026-02-01T23:51:00Z", "_rows": 3},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 349, "policy_id": 5, "status": "Succeed", "status_text": "", "trigger": "scheduled", "created_at": "2026-01-31T22:30:00.349Z", "updated_at": "2026-01-31T23:52:00Z", "_rows": 0},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 343, "policy_id": 8, "status": "Failed", "status_text": "no such host", "trigger": "manual", "created_at": "2026-01-30T22:30:00.343Z", "updated_at": "2026-01-30T23:48:00Z", "_rows": 1},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 337, "policy_id": 3, "status": "Stopped", "status_text": "", "trigger": "event_based", "created_at": "2026-01-29T22:30:00.337Z", "updated_at": "2026-01-29T23:49:00Z", "_rows": 2},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 331, "policy_id": 5, "status": "Succeed", "status_text": "", "trigger": "scheduled", "created_at": "2026-01-28T22:30:00.331Z", "updated_at": "2026-01-28T23:50:00Z", "_rows": 3},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 325, "policy_id": 5, "status": "Succeed", "status_text": "", "trigger": "manual", "created_at": "2026-01-27T22:30:00.325Z", "updated_at": "2026-01-27T23:51:00Z", "_rows": 0},
      {"_instance_id": "7f3c0d52-1b6e-11f0-9a41-0255ac10023b", "id": 319, "policy_id": 8, "status": "Failed", "status_text": "no such host", "trigger": "event_based", "created_at": "2026-01-26T22:30:00.319Z", "updated_at": "2026-01-26T23:52:00Z", "_rows": 1}
    ]
    """#
}
