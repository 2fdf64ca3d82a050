#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_schema.py PRINTER VALIDATOR FILE… - whether what is read of pages keeps the schema.

Runs PRINTER over pages of our own and the collection of real ones, if that is there, and
VALIDATOR over what it prints. A page that is no work prints null.
"""

import glob
import json
import os
import subprocess
import sys
import tempfile

printer, validator, *files = sys.argv[1:]
files += sorted(glob.glob(os.path.join(os.environ.get('OFFPRINT_SHARED', ''), 'records', 'html', '*.html')))
printed = subprocess.run([printer] + files, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout
records = [record for record in json.loads(printed) if record]
for number, record in enumerate(records):
    record.setdefault('id', f'page-{number}')  # a work gives it one
with tempfile.NamedTemporaryFile('w', suffix='.json', encoding='utf-8') as file:
    json.dump(records, file, ensure_ascii=False)
    file.flush()
    sys.exit(subprocess.run([sys.executable, validator, file.name]).returncode)
