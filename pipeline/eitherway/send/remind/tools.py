"""The systems' own tools for a notification, as command lines: the words are arguments, never commands."""

from __future__ import annotations

_APPLESCRIPT = (
    "on run argv",
    "display notification (item 2 of argv) with title (item 1 of argv)",
    "end run",
)


def notify_send(title: str, text: str) -> list[str]:
    """Linux: libnotify's."""
    return ["notify-send", "--app-name=Either Way", "--", title, text]


def osascript(title: str, text: str) -> list[str]:
    """MacOS."""
    return ["osascript", *(word for line in _APPLESCRIPT for word in ("-e", line)), title, text]
