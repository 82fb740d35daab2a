"""A line of a money block: its label and its amounts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from jxbook.dataclass import dataclass
from jxbook.form import FundingRow
from jxbook.form import labels as known
from jxbook.form.labels import OF_WHICH
from jxbook.pattern import pattern
from jxbook.recognition.money_planned import NOTHING_SAID, Planned

TOTAL_LABEL = "年度资金总额"
_TOTAL = pattern(
    r"(?:年度|全年|本年度?|项目|财政|预算)*(?:资金|金额|预算)?(?:申请)?(?:总额|总计|合计|总数)"
    r"|.*总金额|预算资金|.*(?:支出|资金|预算|拨款)(?:总额|总计|合计|总数)|项目资金|小计"
)
PART = pattern(
    r"(?:当年|本年|上年|历年|中央|省|市|县|区|州|乡|镇|财政|地方|其他|其它|自筹|自有|单位|社会|债券|专项债|银行|贷款|上级|本级|"
    r"一般公共|政府性基金|国有资本|专户|事业|经营|结转|结余|配套|捐赠|基本支出|项目支出).*"
)
_MONEY = pattern(r"[^,;.]{0,12}(?:资金|拨款|收入|结转|结余|自筹|预算|基金|债券|补助|贷款|经费|配套)")
REST = pattern(r"(?:其他|其它|单位|社会|自筹|自有)(?:资金|收入|来源)?|(?:单位|部门)?自筹(?:资金)?")
"""What is a part of the whole, wherever it stands."""
_YEAR = pattern(r"((?:19|20)\d{2})(?:年度?)?\Z")
AMOUNTS = {"initial_budget": "initial_amount", "budget": "budget_amount", "spent": "spent_amount"}
"""The fields of a row that hold money, each with the property that says what it comes to."""
STATED = ("points", "rate", "earned")
"""The fields that say what came of it."""


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """A line of the block: its label as it is printed, "" without one, the row that it makes, and what is said beside it of
    its budget."""

    name: str
    row: FundingRow
    planned: Planned = NOTHING_SAID

    @property
    def year(self) -> int | None:
        """The year that is its label: 2023年."""
        match = _YEAR.match(self.name)
        return int(match[1]) if match else None


@lru_cache(maxsize=2048)  # every form prints the same labels
def is_total(name: str) -> bool:
    """Does a label name all the money?"""
    return name in known.FUNDING_TOTAL or bool(_TOTAL.fullmatch(name))


@lru_cache(maxsize=2048)
def names_money(name: str) -> bool:
    """Does a label name a line of money at all: 年度资金总额, 其中：…, 上年结转资金?"""
    return is_total(name) or name.startswith(OF_WHICH) or bool(_MONEY.fullmatch(name))


def differ(whole: FundingRow, parts: Sequence[FundingRow], *, less: bool = False) -> int:
    """In how many columns the parts do not add up; with `less` they may come to less."""
    return sum(
        added != stated and not (less and added < stated) for stated, added in _stated_and_added(whole, parts)
    )


def compared(whole: FundingRow, parts: Sequence[FundingRow]) -> int:
    """In how many columns both the whole and a part have an amount."""
    return sum(1 for _ in _stated_and_added(whole, parts))


def _stated_and_added(whole: FundingRow, parts: Sequence[FundingRow]) -> Iterator[tuple[Decimal, Decimal]]:
    for name in AMOUNTS.values():
        amounts = [one for part in parts if (one := getattr(part, name)) is not None]
        stated = getattr(whole, name)
        if stated is not None and amounts:
            yield stated, sum(amounts, Decimal(0))


def amounts_of(row: FundingRow) -> Iterator[Decimal]:
    """The amounts that stand in a row."""
    return (one for name in AMOUNTS.values() if (one := getattr(row, name)) is not None)
