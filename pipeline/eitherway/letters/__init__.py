"""The plan becomes Word letters: which are owed, what goes into each, and the files themselves."""

from eitherway.letters.files import write_letters as write_letters
from eitherway.letters.links import existing_links as existing_links
from eitherway.letters.links import link_to as link_to
from eitherway.letters.plan import plan_letters as plan_letters
