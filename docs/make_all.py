"""Make anew whatever is made from something else: templates, macros, pages, stale pictures.

Run `python docs/make_all.py` after a change to what letters say, to the example, the tables, a check's words
or what a command prints. Tests hold each to what it is made from. Only the pictures need other programs.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

DOCS = Path(__file__).parent
ROOT = DOCS.parent
MAKERS = (
    ROOT / "letter_templates" / "make.py",
    ROOT / "workbook" / "make_macros.py",
    *sorted(
        {*DOCS.glob("make_*.py")}
        - {
            Path(__file__),
            *(
                DOCS / f"make_{name}.py"
                for name in ("country_names", "margins", "ngrams", "word_classes", "word_counts")
            ),
        }
    ),
)
"""Each says in its first line what it makes; the pages come last, since they show what the others make. Left
out are those that make tables from other packages' data, once in a while.
"""

if __name__ == "__main__":
    for maker in MAKERS:
        print(maker.relative_to(ROOT))
        subprocess.run([sys.executable, maker, *sys.argv[1:]], check=True)
