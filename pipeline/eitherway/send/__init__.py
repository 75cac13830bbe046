"""From a letter to its way out: e-mail drafts, paper for the post, a calendar, a reminder. Nothing is sent."""
