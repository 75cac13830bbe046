"""The plan becomes Word letters: which are owed, what goes into each, and the files themselves.

`eitherway.letters.files.write_letters` is imported where letters are written: it loads docxtpl.
"""

from eitherway.letters.links import existing_links as existing_links
from eitherway.letters.links import link_to as link_to
from eitherway.letters.plan import plan_letters as plan_letters
