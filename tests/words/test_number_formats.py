"""What Excel shows for a number or a date by the code of its format."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from eitherway.words.number_formats import as_shown


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (42, "00000", "00042"),
        (42.0, "00000", "00042"),
        (0, "000", "000"),
        (123456, "000", "123456"),
        (6125550148, "(###) ###-####", "(612) 555-0148"),
        (5550148, "[<=9999999]###-####;(###) ###-####", "555-0148"),
        (6125550148, "[<=9999999]###-####;(###) ###-####", "(612) 555-0148"),
        (16125550148, "(###) ###-####", "(1612) 555-0148"),
        (6125550148, "0##-### ####", "612-555 0148"),
        (31612345678, '"+"##" "#" "########', "+31 6 12345678"),
        (301234567, "0000 000000", "0301 234567"),
        (12, '"REQ-"0000', "REQ-0012"),
        (12, r"\R\E\Q\-0000", "REQ-0012"),
        (12, '0" days"', "12 days"),
        (1234567, "#,##0", "1,234,567"),
        (1234.5, "#,##0.00", "1,234.50"),
        (999, "#,##0", "999"),
        (0.125, "0.0%", "12.5%"),
        (0.5, "0%", "50%"),
        (1234.567, "0.0#", "1234.57"),
        (2.5, "0", "3"),
        (2, "0.##", "2."),
        (-5, "0;(0)", "(5)"),
        (-5, "0.0", "-5.0"),
        (0, '0;-0;"none"', "none"),
        (95000, "[$$-409]#,##0", "$95,000"),
        (95000, "[$€-2] #,##0", "€ 95,000"),
        (95000, '_("$"* #,##0_);_("$"* (#,##0);_("$"* "-"??_);_(@_)', "$95,000"),
        (date(2024, 1, 1), "mmm-yy", "Jan-24"),
        (datetime.fromisoformat("2024-01-01"), "mmm-yy", "Jan-24"),
        (date(2026, 11, 16), "d mmm yyyy", "16 Nov 2026"),
        (date(2026, 3, 2), "dd/mm/yy", "02/03/26"),
        (date(2026, 3, 2), "dddd, mmmm d", "Monday, March 2"),
        (date(2026, 3, 2), "[$-409]mmmm d, yyyy;@", "March 2, 2026"),
        (date(2026, 3, 2), "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "Monday, March 02, 2026"),
        (datetime.fromisoformat("2026-03-02 14:05"), "h:mm AM/PM", "2:05 PM"),
        (time(9, 5), "hh:mm", "09:05"),
        (time(0, 5, 7), "h:mm:ss", "0:05:07"),
        (datetime.fromisoformat("2026-03-02 14:05"), "m/d/yy h:mm", "3/2/26 14:05"),
        (42, "General", None),
        (42, "", None),
        (42, "@", None),
        (0.5, "# ?/?", None),
        (12345, "0.00E+00", None),
    ],
)
def test_a_cell_reads_as_it_is_shown(value: float | date | time, code: str, text: str | None) -> None:
    assert as_shown(value, code) == text
