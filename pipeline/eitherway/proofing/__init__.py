"""The bridge between the letters and the proof stage: what is read, what is known of it, and what is told.

Reading loads a spelling and grammar engine, and only reading does.
"""

from eitherway.proofing.reading import Proofread as Proofread
from eitherway.proofing.reading import proofread as proofread
from eitherway.proofing.telling import judged as judged
