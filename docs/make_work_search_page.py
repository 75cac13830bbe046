"""Write docs/work-search.md, the page on the work-search log, its table of rules from the rules themselves.

Run `python docs/make_work_search_page.py` after a change to a rule; a test holds the page to it.
"""

from __future__ import annotations

from pathlib import Path

from eitherway.decide.insight.rules import Rule, Standing, work_search_rules
from eitherway.decide.insight.work_search import Kind

PAGE = Path(__file__).with_name("work-search.md")

OPENING = """\
# The work-search log

*This page is made by `python docs/make_work_search_page.py`; its table comes from `pipeline/eitherway/decide/insight/rules/`.*

A benefit office wants to know what you did to find work, week by week. Your workbook proves most of it already.

```
eitherway worksearch "Job search.xlsx" --from 2026-11-01 --to 2026-11-28 --state WA --pdf
```

lists it in the terminal and writes a page to print: your name, the weeks, what you did in each, a line to sign.
`--docx` writes the page for Word, `--csv` the rows for any other form; they go into the folder Work search beside the
workbook, or where `--out` says. Nothing is written into the workbook, and nothing is sent. A page that you have
changed in Word is left as it is.

A new workbook has the sheet **Work search** besides: the last 13 weeks and at most 500 rows, made anew by every run. A workbook of an
earlier version does without it, as no sheet is added to what is yours; the command gives the same. `eitherway new
--upgrade` adds the columns.

## What is in it

| kind | what proves it | its day |
| --- | --- | --- |
| Application | a row of Applications with Applied on | Applied on |
| Interview | the rows of Interviews of one application, Date, Time and Round: a panel is one interview | Date |
| Follow-up | each sent date: a letter to each of a panel is a follow-up each | the day it was sent |
| Reply | Reply received | that day |

What is dated after `--as-of` has not happened, and is left out.

| column | where it comes from |
| --- | --- |
| Employer, position and reference | Applications: Company, Role, Reference |
| Person and title | Interviews: Interviewer; Interviewers: Title. Of an application: Contact |
| How | of an application How; of an interview its Format (Video is online, On site is in person); of a thank-you its Channel, as it was planned; every other step is an e-mail |
| Employer contact | Applications: Employer address, Employer phone, Employer web (else Link), and the interviewer's Email |
| Result | the application's Status as it is now; of a letter whether they answered since |
| Proof | of an application CV sent; of a letter its file, as Log tells |

## Weeks and your number

Your number is what your office's letter says. It stands in Settings, "Work-search activities a week", or is given with
`--goal`; without either it is that of your place, if it is known. A week is counted like this:

```
Week ending Sat 14 Nov 2026: 2 of 3 listed as counting, 1 not known
```

*Listed as counting* is what your place's own text names. *Not known* is what that text does not name: it may count, ask
your office. **What is not known is never said to count**, and where nothing is known of a place, only activities are
told.

A week of which the log holds a part says so: "(up to Fri 20 Nov)". Weeks before the first activity are left out. On
which day a claim week begins is known of none of these places: weeks begin on Sunday in the United States and Canada,
elsewhere on Monday, and `--week-begins` says it as your office has it. Germany counts by the month.

## What is known of the rules

The place is that of Settings' Country and Region, or the one that `--state` names. Rules change by letter and by
person: **what your office wrote to you holds.**
"""

HEADER = """\
| place | asks for | listed as counting | listed as not counting | not known | to be kept | source, looked up on |
| --- | --- | --- | --- | --- | --- | --- |"""

ONTARIO = """
## Ontario: an answer within 45 days

Since 1 January 2026 an employer of 25 or more must tell each interviewed applicant for a public posting within 45
calendar days of the last interview whether a decision was made (Employment Standards Act). Where Country and Region are
Ontario's, Why says the day beside its reason: "They must tell you by Thu 31 Dec (45 days, Ontario)." It is said while
an application is open and nobody has answered since its last interview; the workbook does not know how many work there,
nor whether the posting was public. No flag depends on it.
"""


def page() -> str:
    """The whole page as Markdown."""
    rows = "\n".join(map(row, work_search_rules()))
    return f"{OPENING}\n{HEADER}\n{rows}\n{ONTARIO}"


def row(rule: Rule) -> str:
    """What is known of one place."""
    number = rule.number or f"{rule.activities}"
    period = "" if rule.number and rule.activities is None else f" a {rule.per}"
    cells = (
        f"**{rule.place}**",
        f"{number}{period}. {rule.note}".strip(),
        *(kinds(rule, standing) for standing in (Standing.COUNTS, Standing.DOES_NOT, Standing.NOT_KNOWN)),
        rule.keep or "not known",
        f"{rule.source}; {rule.looked_up}",
    )
    return f"| {' | '.join(cells)} |"


def kinds(rule: Rule, standing: Standing) -> str:
    """The kinds of activity of which the place says so; a dash for none."""
    return ", ".join(kind.value.lower() for kind in Kind if rule.standing(kind) is standing) or "-"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
