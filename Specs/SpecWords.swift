// SPDX-License-Identifier: Apache-2.0
// The families of status words, each named once because several pages share them.

/// The words that different generations of the service use for the state of a job.
enum SpecWords {
  /// The filter words of the webhook and retention pages: Harbor's replication words up to 2.1.
  static let policyTask = ["Initialized", "Pending", "InProgress", "Succeed", "Failed", "Stopped"]
  /// The words of Harbor's job service that the filter list does not have.
  static let jobService = ["Scheduled", "Running", "Success", "Error"]
  /// The words of Harbor's own table of webhook jobs, up to 2.7.
  static let notificationJob = ["pending", "running", "error", "finished", "stopped", "scheduled"]
  /// The words of the instance jobs page.
  static let instanceJob = ["Creating", "Initializing", "Running", "Failed", "Success"]
  /// The words of the artifact cleaning page.
  static let garbageCollection = ["Success", "Stopped", "Running", "Pending", "Error"]

  /// The words of the instances page.
  static let instance = ["Initial", "Creating", "Running", "Unavailable"]
  /// The words of the SDK for an execution of a policy; its tasks have two more.
  static let retentionExecution = ["InProgress", "Succeed", "Failed", "Stopped"]
  /// What else Harbor and the tasks call the state of an execution.
  static let otherExecution = ["Initialized", "Pending"] + jobService

  /// The words after which a job does not change, of every family.
  static let final = [
    "Succeed", "Failed", "Stopped", "Success", "Error", "finished", "error", "stopped",
  ]
  /// The words of a job that waits or runs, of every family.
  static let unfinished = [
    "Initialized", "Pending", "InProgress", "Scheduled", "Running", "pending", "scheduled",
    "running",
  ]
  /// The state code of Harbor's job service behind each word.
  static let codes = [
    "Initialized": 0, "Pending": 0, "Scheduled": 1, "InProgress": 2, "Running": 2,
    "Stopped": 3, "Failed": 3, "Error": 3, "Succeed": 3, "Success": 3,
  ]
}
