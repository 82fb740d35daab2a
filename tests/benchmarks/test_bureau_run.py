"""A bureau's run keeps what was reached, with a seventh of room on a busy machine.

`python tests/benchmarks/bureau.py` prints the figures."""

import pytest

import bureau

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def found():
    return bureau.measure(bureau.COUNT)


def test_it_is_many_times_faster_than_the_usual_way(found):
    assert found["usual"] / found["per file"] > 6


def test_it_takes_few_times_the_floor(found):
    assert found["per file"] / found["floor"] < 11


def test_what_has_not_changed_takes_a_fraction(found):
    """The sooner a form is done, the smaller these are."""
    assert found["first / again"] > 20
    assert found["first / one changed"] > 8


def test_no_process_needs_much_memory(found):
    assert found["parent"] < 95
    assert found["worker"] < 55
