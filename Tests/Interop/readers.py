# SPDX-License-Identifier: Apache-2.0
"""Runs a script again with a Python of its own that has the packages of other people it checks with."""

import os
import subprocess
import sys
import venv
from pathlib import Path

MARK = "--with-readers"


def run(main, usage, script, folder, packages):
    """Calls main with the absolute path of the program that the command line names."""
    if sys.argv[-1] == MARK and len(sys.argv) == 3:
        main(str(Path(sys.argv[1]).resolve()))
    elif len(sys.argv) == 2:
        start_again(script, folder, packages)
    else:
        sys.exit(usage)


def start_again(script, folder, packages):
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run(install + packages, check=True)
    os.execv(str(python), [str(python), script, *sys.argv[1:], MARK])
