"""The plan becomes Word letters: which are owed, what goes into each, and the files themselves.

`eitherway.letters.merging.merge_letters` is imported where letters are merged: it loads docxtpl.
"""

from eitherway.letters.doubts import doubts as doubts
from eitherway.letters.files import Merged as Merged
from eitherway.letters.files import problems_of as problems_of
from eitherway.letters.files import write_merged as write_merged
from eitherway.letters.left_over import left_over as left_over
from eitherway.letters.links import existing_links as existing_links
from eitherway.letters.links import link_to as link_to
from eitherway.letters.plan import letter_paths as letter_paths
from eitherway.letters.plan import plan_letters as plan_letters
