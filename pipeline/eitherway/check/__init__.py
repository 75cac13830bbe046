"""Typed tables in, problems out: what no single cell shows by itself."""

from eitherway.check.checks import check as check
