"""A cell's call as Basic hands it over."""

import math
import struct

from jxbook.libreoffice.cells import VALUE_ERROR, answer


def test_a_number_comes_back():
    assert answer("JX_SCORE", ("≥200人次", "150人次", 10.0, None, None, None)) == 7.5


def test_every_failure_is_the_nan_that_calc_shows_as_value():
    for call in [("JX_NO", ()), ("JX_SCORE", ()), ("JX_POLICY", ("没有这一项", None))]:
        assert math.isnan(answer(*call))
    assert struct.unpack("<Q", struct.pack("<d", VALUE_ERROR))[0] & 0xFFFFFFFF == 519


def test_a_text_argument_that_is_zero_was_skipped_and_a_number_was_not():
    assert answer("JX_GRADE", (95.0, 0.0)) == answer("JX_GRADE", (95.0, None)) == "优"
    assert answer("JX_EXECUTION", (100.0, 100.0, 0.0, None, None)) == 0


def test_labels_in_one_text_are_three_though_basic_makes_an_area_of_it():
    """An adopted form hands its labels over so; without them ≥ under 造价, which is better low, would be scored."""
    labels = "成本指标（20分）|经济成本|单位造价"
    assert answer("JX_SCORE", ("≥200元", "150元", 10.0, labels, "mof-2020-10", 2024.0)) == "待核对"


def test_an_area_of_one_cell_is_an_area():
    assert answer("JX_SATISFACTION", (8.0, None)) == answer("JX_SATISFACTION", (((8.0,),), None))
