"""The bridge between the letters and the proof stage: what is read, what is known of it, and what is told.

Reading loads a spelling and grammar engine, and only reading does.
"""

from eitherway.proof.letters.reading import Proofread as Proofread
from eitherway.proof.letters.reading import proofread as proofread
from eitherway.proof.letters.telling import judged as judged
