# SPDX-License-Identifier: Apache-2.0
# Drives the vendor's own SDK against the mock, because a mock that only we can read proves little.
"""Usage: sdk_client.py PROGRAM; exits with 0 only if the SDK reads everything the mock says."""

import json
import subprocess
import sys
from contextlib import contextmanager

from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.exceptions.exceptions import ServiceResponseException
import huaweicloudsdkswr.v2 as swr

POLICY_WORDS = ["Initialized", "Pending", "InProgress", "Succeed", "Failed", "Stopped"]
JOB_WORDS = ["Creating", "Initializing", "Running", "Failed", "Success"]
GC_WORDS = ["Success", "Stopped", "Running", "Pending", "Error"]
PLAIN = {"str": str, "int": int, "bool": bool}


class Lost(Exception):
    """Something that the mock says and the SDK does not hand on, or the other way round."""


class Operation:
    """One list of the SDK: its method, its request's path parameters, and the words of a filter."""

    def __init__(self, name, key, path=(), words=(), status="status", by_marker=False):
        self.name, self.key, self.path = name, key, path
        self.words, self.status, self.by_marker = words, status, by_marker

    def request(self, facts, **query):
        wire_names = {attribute: fact for attribute, fact in self.path}
        values = {name: convert(facts[fact]) for name, fact in wire_names.items()}
        return getattr(swr, self.model_name + "Request")(**values, **query)

    @property
    def model_name(self):
        return "".join(word.capitalize() for word in self.name.split("_"))


def convert(value):
    return int(value) if value.isdigit() else value


INSTANCE = (("instance_id", "instance_id"),)
NAMESPACE = INSTANCE + (("namespace_name", "namespace_name"),)
RETENTION = NAMESPACE + (("policy_id", "retention_policy_id"),)

LISTS = [
    Operation("list_instance_webhook_jobs", "jobs",
              NAMESPACE + (("policy_id", "webhook_policy_id"),), POLICY_WORDS),
    Operation("list_instance_jobs", "jobs", (), JOB_WORDS),
    Operation("list_instance_retention_policy_exec_tasks", "tasks",
              RETENTION + (("execution_id", "retention_execution_id"),), POLICY_WORDS),
    Operation("list_gc_tasks", "tasks", INSTANCE, GC_WORDS, "job_status", by_marker=True),
    Operation("list_instance_replication_policy_exec_tasks", "tasks",
              INSTANCE + (("execution_id", "replication_execution_id"),)),
]

PARENTS = [
    Operation("list_instance", "instances"),
    Operation("list_instance_namespaces", "namespaces", INSTANCE),
    Operation("list_instance_webhooks", "policies", INSTANCE),
    Operation("list_instance_retention_policies", "retentions", INSTANCE),
    Operation("list_instance_retention_policy_executions", "executions", RETENTION),
    Operation("list_instance_replication_policies", "policies", INSTANCE),
    Operation("list_instance_replication_policy_executions", "executions", INSTANCE),
]


# MARK: - What the SDK makes of an answer

def compare(raw, value, declared, place):
    """Throws unless the SDK's value has everything that the JSON has, as the type it declares."""
    if raw is None:
        if value is not None:
            raise Lost(f"{place} is null and became {value!r}")
    elif isinstance(raw, list):
        inner = declared.removeprefix("list[").removesuffix("]")
        if not isinstance(value, list) or len(value) != len(raw):
            raise Lost(f"{place} has {len(raw)} elements and became {value!r}")
        for index, pair in enumerate(zip(raw, value)):
            compare(*pair, inner, f"{place}/{index}")
    elif isinstance(raw, dict) and not declared.startswith("dict("):
        compare_model(raw, value, declared, place)
    elif isinstance(raw, dict):
        compare_map(raw, value, declared, place)
    elif value != raw or type(value) is not type(raw):
        raise Lost(f"{place} is {raw!r} and became {value!r}")
    elif declared in PLAIN and type(value) is not PLAIN[declared]:
        raise Lost(f"{place} is {raw!r}; the SDK declares {declared}")


def compare_map(raw, value, declared, place):
    if not isinstance(value, dict) or value.keys() != raw.keys():
        raise Lost(f"{place} has the members {sorted(raw)} and became {value!r}")
    inner = declared[:-1].split(", ", 1)[1]
    for name in raw:
        compare(raw[name], value[name], inner, f"{place}/{name}")


def compare_model(raw, model, declared, place):
    if type(model).__name__ != declared:
        raise Lost(f"{place} became {type(model).__name__}; the SDK declares {declared}")
    attributes = {wire: attribute for attribute, wire in model.attribute_map.items()}
    for name in raw:
        attribute = attributes.get(name)
        if attribute is None:
            raise Lost(f"{place}/{name} is lost: {declared} has no such attribute")
        compare(raw[name], getattr(model, attribute), model.openapi_types[attribute],
                f"{place}/{name}")
    # A list of models inside a map stays a list of models in to_dict; each is compared by itself.
    plain = model.to_dict()
    for name in raw:
        attribute = attributes[name]
        if attribute not in plain:
            raise Lost(f"{place}/{name}: to_dict has no {attribute}")
        if not isinstance(raw[name], (list, dict)) and plain[attribute] != raw[name]:
            raise Lost(f"{place}/{name} is {raw[name]!r}; to_dict has {plain[attribute]!r}")


def read(client, operation, facts, **query):
    """One page: what travelled, after the SDK's models have been compared with it."""
    answer = getattr(client, operation.name)(operation.request(facts, **query))
    raw = json.loads(answer.raw_content)
    compare_model(raw, answer, operation.model_name + "Response", operation.name)
    return raw


# MARK: - Walking

def walk(client, operation, facts, limit, **query):
    """All rows of a list, in order, and the total that every page has."""
    rows, totals, offset = [], set(), 0
    turn = {} if operation.by_marker else {"offset": 0}
    while True:
        page = read(client, operation, facts, limit=limit, **turn, **query)
        rows += page[operation.key]
        if operation.by_marker:
            marker = page["page_info"].get("next_marker")
            if marker is None:
                return rows, len(rows)
            turn = {"marker": marker}
        else:
            totals.add(page["total"])
            if not page[operation.key]:
                break
            offset += limit
            turn = {"offset": offset}
    if len(totals) != 1:
        raise Lost(f"{operation.name}: total moved between {sorted(totals)}")
    return rows, totals.pop()


def check_list(client, operation, facts):
    rows, total = walk(client, operation, facts, limit=10)
    names = [json.dumps(row.get("id", row.get("name"))) for row in rows]
    if total != len(rows) or len(set(names)) != len(rows) or not rows:
        raise Lost(f"{operation.name}: {len(set(names))} of {len(rows)} rows differ, total {total}")
    whole, _ = walk(client, operation, facts, limit=100)
    if whole != rows:
        raise Lost(f"{operation.name}: pages of 100 have other rows than pages of 10")
    for word in operation.words:
        picked, count = walk(client, operation, facts, limit=10, status=word)
        wanted = [row for row in rows if row[operation.status] == word]
        if picked != wanted or count != len(wanted):
            raise Lost(f"{operation.name}: status={word} gives {len(picked)} rows, "
                       f"total {count}, and {len(wanted)} have it")
        if not wanted:
            raise Lost(f"{operation.name}: no row has the status {word}")
    return len(rows)


# MARK: - Errors

def check_error(what, status, prefix, call):
    try:
        call()
    except ServiceResponseException as error:
        said = (error.status_code, error.error_code, error.error_msg, error.request_id)
        if error.status_code != status or not (error.error_code or "").startswith(prefix):
            raise Lost(f"{what}: expected {status} {prefix}…, the SDK reads {said}") from None
        if not error.error_msg or not error.request_id:
            raise Lost(f"{what}: message or request id is lost in {said}") from None
        return
    raise Lost(f"{what}: expected {status}, nothing was raised")


def check_errors(endpoint, facts):
    client = connect(endpoint, facts)
    for operation in LISTS:
        for attribute, fact in operation.path:
            other = "999999" if facts[fact].isdigit() else "nowhere"
            check_error(f"{operation.name} with an unknown {attribute}", 404, "SWR.404",
                        lambda: read(client, operation, {**facts, fact: other}))
        check_error(f"{operation.name} with limit=101", 400, "SWR.400",
                    lambda: read(client, operation, facts, limit=101))
        check_error(f"{operation.name} with a wrong SK", 401, "APIGW.0301",
                    lambda: read(connect(endpoint, {**facts, "sk": "wrong"}), operation, facts))
    foreign = connect(endpoint, {**facts, "project_id": facts["foreign_project_id"]})
    check_error("another project", 403, "SWR.403", lambda: read(foreign, LISTS[1], facts))


# MARK: - Both ends

def connect(endpoint, facts):
    credentials = BasicCredentials(facts["ak"], facts["sk"], facts["project_id"])
    if "security_token" in facts:
        credentials = credentials.with_security_token(facts["security_token"])
    builder = swr.SwrClient.new_builder().with_credentials(credentials)
    return builder.with_endpoint(endpoint).build()


@contextmanager
def mock(program, *options):
    """The facts of a mock that is served on a free port until the block ends."""
    command = [program, "mock", "--port", "0", "--print-env", *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        printed = ""
        for line in process.stdout:
            printed += line
            if line.rstrip() == "}":
                break
        if not printed.rstrip().endswith("}"):
            raise Lost(f"the mock did not start; it printed {printed!r}")
        yield json.loads(printed)
    finally:
        process.terminate()
        process.wait(timeout=10)


# Upstream, and so the mock if it is not told otherwise, wraps job_parameters of GC tasks into a
# string. The vendor's schema says object, and its SDK makes an empty object of the string: all is lost.
AS_OBJECTS = ["--variant", "job-parameters-object"]


def check_wrapped_parameters(client, facts):
    answer = client.list_gc_tasks(LISTS[3].request(facts, limit=1))
    raw = json.loads(answer.raw_content)["tasks"][0]["job_parameters"]
    read = answer.tasks[0].job_parameters.to_dict()
    if not isinstance(raw, str) or any(value is not None for value in read.values()):
        raise Lost(f"list_gc_tasks: the SDK used to lose {raw!r}, and now it reads {read!r}; "
                   "take the exception out")


def main(program):
    with mock(program, "--auth", "aksk", *AS_OBJECTS) as facts:
        client = connect(facts["endpoint"], facts)
        for operation in LISTS + PARENTS:
            count = check_list(client, operation, facts)
            print(f"{operation.model_name}: {count} rows, {len(operation.words)} filters")
        gates = Operation("list_feature_gates", "", INSTANCE)
        if read(client, gates, facts)["enableArtifactGc"] is not True:
            raise Lost("list_feature_gates: garbage collection is off")
        check_errors(facts["endpoint"], facts)
        print("errors: 400, 401, 403 and 404 are typed, with error_code and request id")
    with mock(program, "--auth", "temporary", "--rows", "250", *AS_OBJECTS) as facts:
        client = connect(facts["endpoint"], facts)
        for operation in LISTS:
            count = check_list(client, operation, facts)
            if count != 250:
                raise Lost(f"{operation.name}: {count} rows of 250")
        check_error("temporary keys without their token", 401, "APIGW.0301", lambda: read(
            connect(facts["endpoint"], {k: v for k, v in facts.items() if k != "security_token"}),
            LISTS[0], facts))
    print("temporary keys: 250 rows of each list")
    with mock(program, "--auth", "aksk") as facts:
        check_wrapped_parameters(connect(facts["endpoint"], facts), facts)
    print("known loss: job_parameters in a string are an empty object to the SDK")


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except (Lost, ServiceResponseException) as problem:
        sys.exit(f"sdk_client: {problem}")
