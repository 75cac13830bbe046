"""The subject of an e-mail: short, with the role, and never empty."""

from __future__ import annotations

from collections.abc import Mapping


def subject(step: str, template: str, fields: Mapping[str, object]) -> str:
    """What the e-mail is about, by the letter's template; a step of the user's own goes by its name."""
    role, company = str(fields["role"]), str(fields["company"])
    about = role or company
    kinds = {
        "thank-you": f"Thank you for our conversation about the {role} role",
        "check-in": f"Following up on the {role} role",
        "last-note": f"The {role} role: a last note from me",
        "after-no": f"Thank you, and all the best with the {role} role",
    }
    return kinds.get(template, f"{step}: {about}")
