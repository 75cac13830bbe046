"""What letters there are: their tones and their kinds, said here and nowhere else."""

from __future__ import annotations

TONES = ("Formal", "Warm", "Plain")
"""As Settings and the columns Tone offer them; the templates of each stand in a folder of its name, in small
letters. One tone more is one word more here, and its folder."""

DEFAULT_TONE = "Warm"
"""The tone where nothing is typed, and of a letter for which the tone that is typed has no template."""

AFTER_NO_NOTE, NOTE_CARD = "after-no", "note-card"
KINDS = ("thank-you", "check-in", "last-note", AFTER_NO_NOTE, NOTE_CARD)
"""The kinds that have templates in every tone and that the rules for letters know, in the order in which one
comes to need them. One kind more is one word more here, and a text of it in each tone's folder."""

OWN_TEMPLATES = "letter_templates"
"""The folder beside a workbook that holds its user's own templates."""

OF_ANOTHER_NAME = "check-in"
"""The kind that a template of any other name is read as: nothing more is asked of it than of every letter."""
