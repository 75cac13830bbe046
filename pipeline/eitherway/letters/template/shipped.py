"""Where the templates that come with the program stand."""

from __future__ import annotations

from pathlib import Path


def shipped_templates() -> Path:
    """Within the installed package; in the repository and in an editable install, the top-level folder."""
    packed = Path(__file__).parents[2] / "letter_templates"
    return packed if packed.is_dir() else Path(__file__).parents[4] / "letter_templates"
