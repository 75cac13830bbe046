"""When Excel will not answer: because a cell is being edited, or because it refuses for good.

On Windows the error is a COM error with an `hresult`: 0x800AC472 (VBA_E_IGNORE: a cell is being edited),
0x80010001 and 0x8001010A (RPC_E_CALL_REJECTED, RPC_E_SERVERCALL_RETRYLATER: a dialog is open). On macOS it is
an Apple event's error with an `errornumber`: -50 (paramErr), and -1712 when no answer came in time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from eitherway.model.problems import LockedWorkbook

WAITS = (0.2, 0.4, 0.8)
"""Seconds to wait before each new try."""

_BUSY_ON_WINDOWS = {0x800AC472, 0x80010001, 0x8001010A}
_BUSY_ON_MACOS = {-50, -1712}

Answer = TypeVar("Answer")
Wait = Callable[[float], None]


def patiently(ask: Callable[[], Answer], wait: Wait) -> Answer:
    """What `ask` gives, asked again after a short wait while Excel is busy. Raises LockedWorkbook."""
    for seconds in WAITS:
        try:
            return ask()
        except Exception as trouble:  # COM, AppleScript and UNO each raise errors of their own
            if not is_busy(trouble):
                raise
            wait(seconds)
    try:
        return ask()
    except Exception as trouble:  # as above; what does not say "busy" goes on as it is
        raise (busy() if is_busy(trouble) else trouble) from trouble


def busy() -> LockedWorkbook:
    """What to say when Excel stays busy."""
    return LockedWorkbook(
        "Excel is busy: a cell is being edited, or a dialog is open.",
        "Press Enter (or Esc), then click again.",
    )


def is_busy(trouble: Exception) -> bool:
    """Whether Excel may well answer in a moment."""
    hresult = getattr(trouble, "hresult", None)
    if isinstance(hresult, int):
        return hresult & 0xFFFFFFFF in _BUSY_ON_WINDOWS
    return getattr(trouble, "errornumber", None) in _BUSY_ON_MACOS


def is_refusal(trouble: BaseException) -> bool:
    """Whether it was Excel that raised this, and no slip of ours."""
    return hasattr(trouble, "hresult") or hasattr(trouble, "errornumber")
