"""A notification on the desktop: by desktop-notifier where it is installed, else by the system's own tool."""

from __future__ import annotations

import logging
from collections.abc import Callable
from importlib.util import find_spec

from eitherway.send.remind.schedulers import Run, run
from eitherway.send.remind.tools import notify_send, osascript

Notify = Callable[[str, str], bool]
"""Shows a title and a text; False where it cannot."""

# The words come over standard input, so nothing in them is ever a command.
_POWERSHELL = """
$words = [Console]::In.ReadToEnd() -split "`n", 2
Add-Type -AssemblyName System.Windows.Forms
$icon = New-Object System.Windows.Forms.NotifyIcon
$icon.Icon = [System.Drawing.SystemIcons]::Information
$icon.Visible = $true
$icon.ShowBalloonTip(10000, $words[0], $words[1], 'Info')
Start-Sleep -Seconds 10
$icon.Dispose()
"""


def notifier(platform: str) -> Notify:
    """The best there is here."""
    by_tool = by_system_tool(platform)
    if find_spec("desktop_notifier") is None:
        return by_tool

    def notify(title: str, text: str) -> bool:
        return _by_desktop_notifier(title, text) or by_tool(title, text)

    return notify


def by_system_tool(platform: str, run: Run = run) -> Notify:
    """notify-send, osascript or PowerShell, which come with the systems."""

    def notify(title: str, text: str) -> bool:
        if platform == "win32":
            words = ["powershell", "-NoProfile", "-NonInteractive", "-Command", _POWERSHELL]
            return run(words, f"{title}\n{text}").status == 0
        if platform == "darwin":
            return run(osascript(title, text), "").status == 0
        return run(notify_send(title, text), "").status == 0

    return notify


def _by_desktop_notifier(title: str, text: str) -> bool:
    """It only logs a failure, so what counts is that it says the notification is on its way."""
    shown: list[bool] = []
    logging.getLogger("desktop_notifier").setLevel(logging.CRITICAL)
    try:
        from desktop_notifier.sync import DesktopNotifierSync  # noqa: PLC0415 - an extra

        by = DesktopNotifierSync(app_name="Either Way")
        by.send(title=title, message=text, on_dispatched=lambda: shown.append(True))
    except Exception:  # what its back ends raise where there is no desktop is theirs
        return False
    return bool(shown)
