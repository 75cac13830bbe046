"""From a letter to its way out: e-mail drafts, paper, a calendar, a reminder. Nothing is sent."""
