"""How much a problem or a finding stops, and the stable names of both."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """How much a problem stops: an error stops its row or its letter, a warning stops nothing.

    An info is only told by proofreading, never in the workbook.
    """

    ERROR = "Error"
    WARNING = "Warning"
    INFO = "Info"


class Code(StrEnum):
    """The stable names of all problems, as they stand in `--json` and in the docs."""

    MISSING_TABLE = "missing-table"
    MISSING_COLUMN = "missing-column"
    UNKNOWN_COLUMN = "unknown-column"
    EARLIER_VERSION = "earlier-version"
    ROWS_BELOW_TABLE = "rows-below-table"
    REQUIRED_EMPTY = "required-empty"
    NOT_A_DATE = "not-a-date"
    TWO_READINGS = "two-readings"
    NOT_A_NUMBER = "not-a-number"
    CELL_ERROR = "cell-error"
    NOT_CALCULATED = "not-calculated"
    UNKNOWN_VALUE = "unknown-value"
    UNKNOWN_APPLICATION = "unknown-application"
    UNKNOWN_INTERVIEWER = "unknown-interviewer"
    CONTACT_NOT_MET = "contact-not-met"
    UNKNOWN_SETTING = "unknown-setting"
    DUPLICATE_KEY = "duplicate-key"
    DUPLICATE_CONVERSATION = "duplicate-conversation"
    TWO_NAMES = "two-names"
    TITLE_NOT_NAME = "title-not-name"
    COMPANY_TWO_WAYS = "company-two-ways"
    NOT_AN_EMAIL = "not-an-email"
    TITLE_HEADLINE = "title-headline"
    NAME_CASE = "name-case"
    GREETING_GUESSED = "greeting-guessed"
    SENT_BEFORE_INTERVIEW = "sent-before-interview"
    SENT_IN_FUTURE = "sent-in-future"
    REPLY_BEFORE_INTERVIEW = "reply-before-interview"
    REPLY_IN_FUTURE = "reply-in-future"
    DECISION_BEFORE_INTERVIEW = "decision-before-interview"
    FOLLOW_UP_BEFORE_INTERVIEW = "follow-up-before-interview"
    NO_SENDER_NAME = "no-sender-name"
    NO_PERSONAL_POINT = "no-personal-point"
    POINT_NOT_A_CLAUSE = "point-not-a-clause"
    REASON_NOT_A_CLAUSE = "reason-not-a-clause"
    READER_AS_THIRD_PERSON = "reader-as-third-person"
    WORDS_CHANGED = "words-changed"
    OWN_WORDS_LONG = "own-words-long"
    OWN_WORDS_LEFT_OUT = "own-words-left-out"
    SAME_POINT = "same-point"
    NO_ADDRESS = "no-address"
    NO_TEMPLATE = "no-template"
    BROKEN_TEMPLATE = "broken-template"
    LETTER_NOT_WRITTEN = "letter-not-written"
    LETTER_NOT_READ = "letter-not-read"
    NO_EMAIL = "no-email"
    DRAFT_NOT_WRITTEN = "draft-not-written"
    LETTER_LEFT_OVER = "letter-left-over"
    CANNOT_REMEMBER = "cannot-remember"
    CANNOT_ACCEPT = "cannot-accept"


class FindingCode(StrEnum):
    """The kinds of finding (docs/design.md, section 5), in the order in which a letter is read for them."""

    LEFTOVER = "leftover"
    TITLE_ADDRESSED = "title-addressed"
    GREETING = "greeting"
    NAME_NEAR_MISS = "name-near-miss"
    WRONG_ROW = "wrong-row"
    NO_ASK = "no-ask"
    NO_EITHER_WAY = "no-either-way"
    GIFT = "gift"
    SOCIAL_INVITATION = "social-invitation"
    TOO_LONG = "too-long"
    DOUBLED_WORD = "doubled-word"
    SPACING = "spacing"
    A_AN = "a-an"
    CAPITALS = "capitals"
    PUNCTUATION = "punctuation"
    SPELLING = "spelling"
    GRAMMAR = "grammar"
    CONFUSED_WORD = "confused-word"
    TONE = "tone"
    DIALECT = "dialect"
    EMAIL_NAME = "email-name"
    NEAR_COPY = "near-copy"
