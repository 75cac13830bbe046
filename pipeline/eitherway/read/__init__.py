"""Raw cells in, typed tables and problems out."""

from eitherway.read.workbook import read_tables as read_tables
from eitherway.read.workbook import take_in as take_in
