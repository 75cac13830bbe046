"""The threads of numpy's library for matrices: it starts one for each core as it is loaded, and nothing here
multiplies matrices. Beside another thread, each piece of memory that is asked for takes a lock.
"""

from __future__ import annotations

import os

LIBRARIES = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


def start_none() -> None:
    """Leave numpy, which is not imported yet, without threads, here and in processes that begin here.

    Where the user has set a number, it holds. On an example's list of today it saves a tenth of the wait.
    """
    for name in LIBRARIES:
        os.environ.setdefault(name, "1")
