#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""validate-records.py FILE… - whether records keep the promise of their schema.

Each file holds one record or a list of records, as offprint-cli prints them, and is
checked against data/record.schema.json, which asks for data/csl-item.schema.json too.
Prints one line for each fault, with file, place and what is wrong; 77 where the
validator is not installed.
"""

import json
import os
import sys

try:
    import jsonschema
    from referencing import Registry, Resource
except ImportError:
    sys.exit(77)

DATA = os.path.join(os.environ.get("SOURCE_ROOT", os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")), "data")


def load(name):
    with open(os.path.join(DATA, name), encoding="utf-8") as file:
        return json.load(file)


def make_validator():
    record, item = load("record.schema.json"), load("csl-item.schema.json")
    jsonschema.Draft7Validator.check_schema(record)
    jsonschema.Draft7Validator.check_schema(item)
    registry = Registry().with_resources((schema["$id"], Resource.from_contents(schema)) for schema in (record, item))
    return jsonschema.Draft7Validator(record, registry=registry)


def main(paths):
    validator = make_validator()
    faults = records = 0
    for path in paths:
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
        for number, record in enumerate(data if isinstance(data, list) else [data]):
            records += 1
            for error in validator.iter_errors(record):
                place = "/".join(str(step) for step in error.absolute_path)
                print(f"{path}: record {number}: /{place}: {error.message[:200]}")
                faults += 1
    print(f"{records} records, {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
