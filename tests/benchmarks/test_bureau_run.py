"""A bureau's run keeps its aims, with room for a busy machine; `python tests/benchmarks/bureau.py` prints the figures."""

import pytest

import bureau

pytestmark = pytest.mark.long

FORMS = 200
"""As many as the routine can afford; of so few a good part of the time is the start, so the room is wider."""


@pytest.fixture(scope="module")
def found():
    return bureau.measure(FORMS)


def test_it_is_many_times_faster_than_the_usual_way(found):
    assert found["usual"] / found["per file"] > 2


def test_it_takes_few_times_the_floor(found):
    assert found["per file"] / found["floor"] < 20


def test_what_has_not_changed_takes_a_fraction(found):
    assert found["first / again"] > 3
    assert found["first / one changed"] > 1.5


def test_no_process_needs_much_memory(found):
    assert found["parent"] < 500
    assert found["worker"] < 300
