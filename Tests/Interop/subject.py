# SPDX-License-Identifier: Apache-2.0
"""The program as scripts use it: what it exports, and a mock that it serves."""

import json
import os
import subprocess
from contextlib import contextmanager

# The facts of a target behind parameters of a path that have another name there.
FACTS = {
    ("ListInstanceWebhookJobs", "policy_id"): "webhook_policy_id",
    ("ListInstanceRetentionPolicyExecTasks", "policy_id"): "retention_policy_id",
    ("ListInstanceRetentionPolicyExecTasks", "execution_id"): "retention_execution_id",
    ("ListInstanceReplicationPolicyExecTasks", "execution_id"): "replication_execution_id",
    ("ListInstanceReplicationPolicyExecSubTasks", "execution_id"): "replication_execution_id",
    ("ListInstanceReplicationPolicyExecSubTasks", "task_id"): "replication_task_id",
    ("ListInstanceRetentionPolicyExecutions", "policy_id"): "retention_policy_id",
    ("ListInstanceRetentionPolicyExecSubTasks", "policy_id"): "retention_policy_id",
    ("ListInstanceRetentionPolicyExecSubTasks", "execution_id"): "retention_execution_id",
    ("ListInstanceRetentionPolicyExecSubTasks", "task_id"): "retention_task_id",
}


def export(program, form):
    return subprocess.run([program, "export", form], capture_output=True, check=True).stdout


def operations(document):
    for path, item in document["paths"].items():
        yield {**item["get"], "path": path}


@contextmanager
def mock(program, *words):
    process = subprocess.Popen(
        [program, "mock", "--port", "0", "--print-env", *words], stdout=subprocess.PIPE, text=True)
    try:
        lines = iter(process.stdout.readline, "")
        text = ""
        for line in lines:
            text += line
            if line == "}\n":
                break
        yield json.loads(text)
    finally:
        process.terminate()
        process.wait()


def values(operation, target):
    """What fills the path of an operation at a target."""
    for parameter in operation["parameters"]:
        if parameter["in"] == "path":
            name = parameter["name"]
            value = target[FACTS.get((operation["operationId"], name), name)]
            yield name, int(value) if parameter["schema"]["type"] == "integer" else value


def clean():
    own = ("SWR_", "CLOUD_SDK_", "GITHUB_")
    return {name: value for name, value in os.environ.items() if not name.startswith(own)}
