#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_schema.py PRINTER VALIDATOR FOLDER… - whether what the readers make keeps the schema.

Runs PRINTER over our own files and the collection of real ones, if that is there, and
VALIDATOR over what it prints.
"""

import os
import subprocess
import sys
import tempfile

printer, validator, *folders = sys.argv[1:]
shared = os.environ.get('OFFPRINT_SHARED', '')
folders += [os.path.join(shared, 'records', kind) for kind in ('crossref', 'datacite', 'csl-json')]
with tempfile.NamedTemporaryFile('wb', suffix='.json') as file:
    subprocess.run([printer] + [f for f in folders if os.path.isdir(f)], stdout=file, check=True)
    file.flush()
    sys.exit(subprocess.run([sys.executable, validator, file.name]).returncode)
