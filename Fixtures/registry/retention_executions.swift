// SPDX-License-Identifier: Apache-2.0
// Data only: rows of the mock registry, as one text, which compiles much faster than an array.
// swift-format-ignore-file

extension Fixtures {
  /// The executions of all retention policies, the newest first.
  public static var retentionExecutions: [UInt8] { Array(retentionExecutionsText.utf8) }

  private static let retentionExecutionsText = #"""
    [
      {"id": 371, "policy_id": 14, "dry_run": true, "status": "Succeed", "trigger": "MANUAL", "start_time": "2026-02-28T01:00:16.21Z", "end_time": "2026-02-28T01:59:41Z", "_rows": 4},
      {"id": 362, "policy_id": 14, "dry_run": false, "status": "InProgress", "trigger": "SCHEDULE", "start_time": "2026-02-27T01:00:16.12Z", "end_time": "0001-01-01T00:00:00Z"},
      {"id": 355, "policy_id": 14, "dry_run": false, "status": "Stopped", "trigger": "SCHEDULE", "start_time": "2026-02-26T01:00:16.95Z", "end_time": "2026-02-26T01:59:41Z", "_rows": 6},
      {"id": 348, "policy_id": 14, "dry_run": false, "status": "Failed", "trigger": "SCHEDULE", "start_time": "2026-02-25T01:00:16.88Z", "end_time": "2026-02-25T01:59:41Z", "_rows": 0},
      {"id": 341, "policy_id": 14, "dry_run": false, "status": "Succeed", "trigger": "SCHEDULE", "start_time": "2026-02-24T01:00:16Z", "end_time": "2026-02-24T01:40:16Z", "_rows": 0},
      {"id": 334, "policy_id": 14, "dry_run": false, "status": "Failed", "trigger": "SCHEDULE", "start_time": "2026-02-23T01:00:16.80Z", "end_time": "2026-02-23T01:41:16.5Z", "_rows": 1},
      {"id": 327, "policy_id": 14, "dry_run": false, "status": "Succeed", "trigger": "SCHEDULE", "start_time": "2026-02-22T01:00:16.79Z", "end_time": "2026-02-22T01:42:16Z", "_rows": 2},
      {"id": 320, "policy_id": 14, "dry_run": true, "status": "Stopped", "trigger": "SCHEDULE", "start_time": "2026-02-21T01:00:16.78Z", "end_time": "2026-02-21T01:43:16.5Z", "_rows": 0},
      {"id": 313, "policy_id": 14, "dry_run": false, "status": "Succeed", "trigger": "SCHEDULE", "start_time": "2026-02-20T01:00:16.77Z", "end_time": "2026-02-20T01:44:16Z", "_rows": 1},
      {"id": 306, "policy_id": 14, "dry_run": false, "status": "Succeed", "trigger": "MANUAL", "start_time": "2026-02-19T01:00:16.76Z", "end_time": "2026-02-19T01:45:16.5Z", "_rows": 2},
      {"id": 299, "policy_id": 14, "dry_run": false, "status": "Failed", "trigger": "SCHEDULE", "start_time": "2026-02-18T01:00:16.75Z", "end_time": "2026-02-18T01:46:16Z", "_rows": 0},
      {"id": 292, "policy_id": 14, "dry_run": true, "status": "Succeed", "trigger": "SCHEDULE", "start_time": "2026-02-17T01:00:16.74Z", "end_time": "2026-02-17T01:47:16.5Z", "_rows": 1},
      {"id": 285, "policy_id": 14, "dry_run": false, "status": "Stopped", "trigger": "SCHEDULE", "start_time": "2026-02-16T01:00:16.73Z", "end_time": "2026-02-16T01:48:16Z", "_rows": 2},
      {"id": 278, "policy_id": 14, "dry_run": false, "status": "Succeed", "trigger": "SCHEDULE", "start_time": "2026-02-15T01:00:16.72Z", "end_time": "2026-02-15T01:49:16.5Z", "_rows": 0},
      {"id": 271, "policy_id": 14, "dry_run": false, "status": "InProgress", "trigger": "SCHEDULE", "start_time": "2026-02-14T01:00:16Z", "end_time": "0001-01-01T00:00:00Z", "_rows": 1},
      {"id": 264, "policy_id": 14, "dry_run": true, "status": "Failed", "trigger": "MANUAL", "start_time": "2026-02-13T01:00:16.70Z", "end_time": "2026-02-13T01:51:16.5Z", "_rows": 2},
      {"id": 257, "policy_id": 14, "dry_run": false, "status": "Succeed", "trigger": "SCHEDULE", "start_time": "2026-02-12T01:00:16.69Z", "end_time": "2026-02-12T01:52:16Z", "_rows": 0},
      {"id": 250, "policy_id": 14, "dry_run": false, "status": "Stopped", "trigger": "SCHEDULE", "start_time": "2026-02-11T01:00:16.68Z", "end_time": "2026-02-11T01:53:16.5Z", "_rows": 1},
      {"id": 243, "policy_id": 14, "dry_run": false, "status": "Succeed", "trigger": "SCHEDULE", "start_time": "2026-02-10T01:00:16.67Z", "end_time": "2026-02-10T01:54:16Z", "_rows": 2},
      {"id": 236, "policy_id": 14, "dry_run": true, "status": "Succeed", "trigger": "SCHEDULE", "start_time": "2026-02-09T01:00:16.66Z", "end_time": "2026-02-09T01:55:16.5Z", "_rows": 0},
      {"id": 229, "policy_id": 14, "dry_run": false, "status": "Failed", "trigger": "SCHEDULE", "start_time": "2026-02-08T01:00:16.65Z", "end_time": "2026-02-08T01:56:16Z", "_rows": 1},
      {"id": 222, "policy_id": 14, "dry_run": false, "status": "Succeed", "trigger": "MANUAL", "start_time": "2026-02-07T01:00:16.64Z", "end_time": "2026-02-07T01:57:16.5Z", "_rows": 2},
      {"id": 215, "policy_id": 14, "dry_run": false, "status": "Stopped", "trigger": "SCHEDULE", "start_time": "2026-02-06T01:00:16.63Z", "end_time": "2026-02-06T01:58:16Z", "_rows": 0},
      {"id": 208, "policy_id": 14, "dry_run": true, "status": "Succeed", "trigger": "SCHEDULE", "start_time": "2026-02-05T01:00:16.62Z", "end_time": "2026-02-05T01:59:16.5Z", "_rows": 1},
      {"id": 201, "policy_id": 14, "dry_run": false, "status": "Succeed", "trigger": "SCHEDULE", "start_time": "2026-02-04T01:00:16Z", "end_time": "2026-02-04T02:00:16Z", "_rows": 2},
      {"id": 194, "policy_id": 14, "dry_run": false, "status": "Failed", "trigger": "SCHEDULE", "start_time": "2026-02-03T01:00:16.60Z", "end_time": "2026-02-03T02:01:16.5Z", "_rows": 0},
      {"id": 187, "policy_id": 14, "dry_run": false, "status": "Succeed", "trigger": "SCHEDULE", "start_time": "2026-02-02T01:00:16.59Z", "end_time": "2026-02-02T02:02:16Z", "_rows": 1},
      {"id": 180, "policy_id": 14, "dry_run": true, "status": "Stopped", "trigger": "MANUAL", "start_time": "2026-02-01T01:00:16.58Z", "end_time": "2026-02-01T02:03:16.5Z", "_rows": 2},
      {"id": 173, "policy_id": 14, "dry_run": false, "status": "Succeed", "trigger": "SCHEDULE", "start_time": "2026-01-31T01:00:16.57Z", "end_time": "2026-01-31T02:04:16Z", "_rows": 0},
      {"id": 166, "policy_id": 14, "dry_run": false, "status": "Succeed", "trigger": "SCHEDULE", "start_time": "2026-01-30T01:00:16.56Z", "end_time": "2026-01-30T02:05:16.5Z", "_rows": 1},
      {"id": 159, "policy_id": 14, "dry_run": false, "status": "Failed", "trigger": "SCHEDULE", "start_time": "2026-01-29T01:00:16.55Z", "end_time": "2026-01-29T02:06:16Z", "_rows": 2},
      {"id": 152, "policy_id": 14, "dry_run": true, "status": "Succeed", "trigger": "SCHEDULE", "start_time": "2026-01-28T01:00:16.54Z", "end_time": "2026-01-28T02:07:16.5Z", "_rows": 0},
      {"id": 145, "policy_id": 14, "dry_run": false, "status": "Stopped", "trigger": "SCHEDULE", "start_time": "2026-01-27T01:00:16.53Z", "end_time": "2026-01-27T02:08:16Z", "_rows": 1},
      {"id": 138, "policy_id": 14, "dry_run": false, "status": "Succeed", "trigger": "MANUAL", "start_time": "2026-01-26T01:00:16.52Z", "end_time": "2026-01-26T02:09:16.5Z", "_rows": 2},
      {"id": 366, "policy_id": 17, "dry_run": false, "status": "Succeed", "trigger": "SCHEDULE", "start_time": "2026-02-27T01:00:16.16Z", "end_time": "2026-02-27T01:59:41Z", "_rows": 2},
      {"id": 359, "policy_id": 21, "dry_run": true, "status": "Succeed", "trigger": "MANUAL", "start_time": "2026-02-26T13:00:16.4Z", "end_time": "2026-02-26T13:02:41Z", "_rows": 1}
    ]
    """#
}
