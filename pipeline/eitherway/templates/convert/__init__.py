"""A letter of Word's mail merge made a template: its merge fields become ours."""
