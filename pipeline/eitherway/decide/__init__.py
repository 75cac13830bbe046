"""Tables and a day in, the plan out: docs/design.md, section 3, pure."""

from eitherway.decide.plan import decide as decide
