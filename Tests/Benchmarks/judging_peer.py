# SPDX-License-Identifier: Apache-2.0
"""Judges the shapes of a recording with orjson and jsonschema-rs.

usage: judging_peer.py FILE.har SHAPES.json
"""

import base64
import json
import mmap
import re
import sys
from pathlib import Path

import orjson
from jsonschema_rs import validator_for


def main(recording, shapes):
    lists = [
        (re.compile(shape["pattern"]).fullmatch, validator_for(shape["schema"]).is_valid)
        for shape in orjson.loads(Path(shapes).read_bytes())
    ]
    counts = dict.fromkeys(("bytes", "judged", "judged_bytes", "valid", "invalid"), 0)
    with open(recording, "rb") as file:
        # Quicker than to read it into memory of our own.
        text = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    entries = orjson.loads(text)["log"]["entries"]
    for entry in entries:
        response = entry["response"]
        content = response["content"]
        counts["bytes"] += content["size"]
        is_valid = holder(lists, entry["request"]["url"])
        if response["status"] != 200 or is_valid is None:
            continue
        counts["judged"] += 1
        counts["judged_bytes"] += content["size"]
        counts["valid" if is_valid(orjson.loads(body(content))) else "invalid"] += 1
    print(json.dumps({"entries": len(entries), **counts}))


def holder(lists, url):
    """What holds a page to its schema, if the URL is that of a list."""
    place = url.partition("?")[0]
    return next((is_valid for matches, is_valid in lists if matches(place)), None)


def body(content):
    text = content.get("text", "")
    return base64.b64decode(text) if content.get("encoding") == "base64" else text


if __name__ == "__main__":
    main(*sys.argv[1:]) if len(sys.argv) == 3 else sys.exit(__doc__)
