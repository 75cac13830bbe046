"""The words that a cell offers in a drop-down, each said once."""

from __future__ import annotations

from eitherway.model.records import Flag

# fmt: off
OK = "OK"
OFFER = "Offer"
REJECTED = "Rejected"
STATUSES = ("Applied", "Interviewing", OFFER, "Accepted", "Withdrawn", REJECTED)
CLOSED_STATUSES = ("Accepted", "Withdrawn", REJECTED)
EMAIL, POST, BOTH = CHANNELS = ("Email", "Post", "Both")
GREETINGS = ("Full name", "First name", "Title and family name")
FORMATS = ("Phone", "Video", "On site")
HOW = ("In person", "Online", "Phone", "Email", "Post")
ALL_STEPS, THANK_YOU_ONLY, NOTHING = FOLLOW_UPS = ("All steps", "Thank-you only", "Nothing")
LANGUAGES = ("en-US", "en-GB")
A_FILE, MAIL_PROGRAM, OUTLOOK = EMAIL_WITH = ("A file", "Mail program", "Outlook")
COUNTRIES = (
    "Australia", "Austria", "Belgium", "Brazil", "Canada", "Denmark", "Finland", "France", "Germany",
    "Hong Kong", "India", "Ireland", "Israel", "Italy", "Japan", "Mexico", "Netherlands", "New Zealand",
    "Nigeria", "Norway", "Poland", "Portugal", "Singapore", "South Africa", "Spain", "Sweden", "Switzerland",
    "United Kingdom", "United States",
)
FLAG_CHOICES = tuple(flag.value for flag in Flag)
# fmt: on
