"""The rows of Settings, and the field of `records.Settings` that each fills."""

from __future__ import annotations

from typing import NamedTuple

from eitherway.model.choices import CHANNELS, COUNTRIES, EMAIL_WITH, GREETINGS, LANGUAGES
from eitherway.model.columns import Kind
from eitherway.model.letter_kinds import TONES


class Setting(NamedTuple):
    """A row of Settings: its name there, the field of `records.Settings` that it fills, and what it means."""

    name: str
    field: str
    kind: Kind
    help: str
    choices: tuple[str, ...] = ()
    strict: bool = True


# fmt: off
SETTING_ROWS = (
    Setting("Your name", "your_name", Kind.TEXT, "Signs every letter and stands in its letterhead."),
    Setting("Email", "email", Kind.TEXT, "Stands in the letterhead."),
    Setting("Phone", "phone", Kind.TEXT, "Stands in the letterhead."),
    Setting("Address", "address", Kind.LINES, "Stands in the letterhead, in several lines (Alt+Enter)."),
    Setting("Country", "country", Kind.CHOICE, "Whose public holidays are not business days; also the paper size.", COUNTRIES, strict=False),
    Setting("Region", "region", Kind.TEXT, "The state, province or nation within the country, for its own holidays: CA, Bavaria, Scotland."),
    Setting("Language", "language", Kind.CHOICE, "Spelling and dates: en-US or en-GB.", LANGUAGES),
    Setting("Default tone", "default_tone", Kind.CHOICE, "How letters sound where neither the row nor the application says; a folder of your own in letter_templates is a tone too.", TONES, strict=False),
    Setting("Greet with", "greet_with", Kind.CHOICE, "What follows Dear where Greet as is empty: Full name, First name, or Title and family name.", GREETINGS),
    Setting("Letters folder", "letters_folder", Kind.TEXT, "Where letters are written, beside this workbook."),
    Setting("Thank-you by", "thank_you_by", Kind.CHOICE, "How thank-yous go out where neither the row nor the interviewer says.", CHANNELS),
    Setting("E-mail with", "email_with", Kind.CHOICE, "Where drafts go: a file beside the letter, a window of your mail program, or the Drafts of classic Outlook. None is sent.", EMAIL_WITH),
    Setting("Soon within", "soon_within", Kind.NUMBER, "Business days ahead that count as Soon."),
    Setting("Wait when no date was given", "wait_without_date", Kind.NUMBER, "Business days from the interview to the check-in when they named no date."),
    Setting("Days between letters", "days_between_letters", Kind.NUMBER, "Business days that a check-in or last note waits after the letter before it."),
    Setting("Gone quiet after", "gone_quiet_after", Kind.NUMBER, "Business days of silence after the last step. From interview to offer takes nearly 26 days on average (NACE 2022)."),
    Setting("Work-search activities a week", "work_search_goal", Kind.NUMBER, "How many your benefit office wants of you, as its letter says. Empty: the number that is known of your place, if there is one."),
)
# fmt: on
