# SPDX-License-Identifier: Apache-2.0
"""Reads a list to its end over one connection, with orjson and jsonschema-rs.

usage: walking_peer.py TARGET.json SHAPES.json PATH
"""

import http.client
import json
import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

import jsonschema_rs
import orjson

LIMIT = 100


def main(target, shapes, path):
    facts = orjson.loads(Path(target).read_bytes())
    is_valid = validator(shapes, facts["endpoint"] + path)
    connection = http.client.HTTPConnection(urlsplit(facts["endpoint"]).netloc)
    headers = {"X-Auth-Token": facts["token"]}
    counts = {"requests": 0, "rows": 0, "bytes": 0, "invalid": 0}
    ids, rows = set(), [None] * LIMIT
    while len(rows) == LIMIT:
        connection.request("GET", f"{path}?limit={LIMIT}&offset={counts['rows']}", headers=headers)
        response = connection.getresponse()
        text = response.read()
        assert response.status == 200, text
        page = orjson.loads(text)
        rows = page["tasks"]
        ids.update([row["id"] for row in rows])
        counts["requests"] += 1
        counts["rows"] += len(rows)
        counts["bytes"] += len(text)
        counts["invalid"] += not is_valid(page)
    print(json.dumps({**counts, "duplicates": counts["rows"] - len(ids)}))


def validator(shapes, url):
    all_shapes = orjson.loads(Path(shapes).read_bytes())
    shape = next(shape for shape in all_shapes if re.fullmatch(shape["pattern"], url))
    return jsonschema_rs.validator_for(shape["schema"]).is_valid


if __name__ == "__main__":
    main(*sys.argv[1:]) if len(sys.argv) == 4 else sys.exit(__doc__)
