"""A bureau's run keeps what was reached, with a tenth of room; `python tests/benchmarks/bureau.py` prints the figures."""

import pytest

import bureau

pytestmark = pytest.mark.long

FORMS = 200
"""As many as the routine can afford; of so few a third of the time is the start."""


@pytest.fixture(scope="module")
def found():
    return bureau.measure(FORMS)


def test_it_is_many_times_faster_than_the_usual_way(found):
    assert found["usual"] / found["per file"] > 5


def test_it_takes_few_times_the_floor(found):
    assert found["per file"] / found["floor"] < 14.5


def test_what_has_not_changed_takes_a_fraction(found):
    """More room here: the sooner a form is done, the smaller these are."""
    assert found["first / again"] > 8
    assert found["first / one changed"] > 3


def test_no_process_needs_much_memory(found):
    assert found["parent"] < 100
    assert found["worker"] < 55
