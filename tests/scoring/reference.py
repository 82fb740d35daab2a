"""A second scorer, written from 财预〔2020〕10号, 财预〔2021〕101号 and the rules of reading alone.

It knows nothing of jxbook: a row is made from what it means, written in one of the forms that people use, and its
points follow from the meaning by fractions. Whoever reads the written row has to come to the same points.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

POINTS = (5, 8, 10, 12, 15, 20, 30)
FULL_WIDTH = str.maketrans({chr(n): chr(n + 0xFEE0) for n in range(0x21, 0x7F)})
LEAST = (
    "≥{}",
    ">={}",
    "≧{}",
    "＞＝{}",
    "不少于{}",
    "不低于{}",
    "不小于{}",
    "大于等于{}",
    "至少{}",
    "{}以上",
    "{}及以上",
    "{}（含）以上",
    "≮{}",
)
MOST = (
    "≤{}",
    "<={}",
    "≦{}",
    "不超过{}",
    "不高于{}",
    "不多于{}",
    "不大于{}",
    "小于等于{}",
    "至多{}",
    "{}以内",
    "{}以下",
    "{}及以下",
    "≯{}",
    "控制在{}以内",
)
MORE = (">{}", "＞{}", "大于{}", "高于{}", "多于{}", "超过{}")
LESS = ("<{}", "＜{}", "小于{}", "低于{}", "少于{}")
EQUAL = ("{}", "={}", "＝{}", "等于{}")
DONE = ("{}", "={}", "已完成{}", "完成{}", "实际完成{}", "共{}", "完成了{}", "{}（含线上）")
DIGITS = "零一二三四五六七八九"
KINDS: dict[str, tuple[tuple[str, Fraction], ...]] = {
    "count": (("场", Fraction(1)),),
    "people": (("人次", Fraction(1)), ("万人次", Fraction(10_000))),
    "heads": (("人", Fraction(1)), ("名", Fraction(1)), ("位", Fraction(1))),
    "money": (
        ("元", Fraction(1)),
        ("万元", Fraction(10_000)),
        ("千元", Fraction(1000)),
        ("亿元", Fraction(10**8)),
    ),
    "percent": (("%", Fraction(1, 100)), ("％", Fraction(1, 100)), ("‰", Fraction(1, 1000))),
    "area": (("平方米", Fraction(1)), ("㎡", Fraction(1)), ("公顷", Fraction(10_000))),
    "length": (("米", Fraction(1)), ("公里", Fraction(1000)), ("千米", Fraction(1000))),
    "mass": (("吨", Fraction(1000)), ("公斤", Fraction(1)), ("千克", Fraction(1))),
}
SPANS = (
    (("分钟", Fraction(60)), ("小时", Fraction(3600)), ("个小时", Fraction(3600)), ("天", Fraction(86_400))),
    (("天", Fraction(1)), ("日", Fraction(1)), ("周", Fraction(7)), ("个星期", Fraction(7))),
    (("个月", Fraction(1)), ("个季度", Fraction(3)), ("年", Fraction(12))),
    (("个工作日", Fraction(1)), ("工作日", Fraction(1))),
)
UP = ("增长", "增加", "提升", "提高", "上升", "同比增长", "较上年提高", "比上年增加")
DOWN = ("下降", "降低", "减少", "压减", "缩短", "节约", "同比下降", "较2023年减少")


@dataclass(frozen=True)
class Case:
    """A written row, and what it earns: None where a person has to settle it."""

    policy: str
    labels: tuple[str, ...]
    target: str
    actual: str
    points: int
    earned: Fraction | None


def half_up(number: Fraction) -> Fraction:
    return Fraction(int(number * 100 + Fraction(1, 2)), 100)


def by_ratio(policy: str, ratio: Fraction) -> Fraction:
    """The share for a missed quantity: the ratio (10号 第十六条), or above 60 % as 101号 三（七）2 has it."""
    if policy == "101":
        return Fraction(0) if ratio < Fraction(3, 5) else (ratio - Fraction(3, 5)) / Fraction(2, 5)
    return ratio


def least(policy: str, low: Fraction, actual: Fraction, *, strict: bool = False) -> Fraction:
    met = actual > low if strict else actual >= low
    return Fraction(1) if met else by_ratio(policy, min(Fraction(1), max(actual, Fraction(0)) / low))


def most(policy: str, limit: Fraction, actual: Fraction, *, strict: bool = False) -> Fraction:
    met = actual < limit if strict else actual <= limit
    if met:
        return Fraction(1)
    return Fraction(0) if not limit else by_ratio(policy, min(Fraction(1), limit / actual))


def written(rng: random.Random, number: Fraction) -> str:
    """A number as somebody types it."""
    whole = number.denominator == 1
    text = str(number.numerator) if whole else f"{float(number):.6f}".rstrip("0").rstrip(".")
    assert Fraction(text) == number
    way = rng.random()
    if whole and 1 <= number <= 9 and way < 0.15:
        return DIGITS[int(number)] if number != 2 else "两"
    if whole and number >= 1000 and way < 0.3:
        return f"{int(number):,}"
    return f"{text}.0" if whole and way > 0.95 else text


def dressed(rng: random.Random, text: str) -> str:
    way = rng.random()
    if way < 0.1:
        return text.translate(FULL_WIDTH)
    return f" {text} " if way < 0.15 else text


def amount(rng: random.Random) -> Fraction:
    """A number as targets have them."""
    return rng.choice(
        (Fraction(rng.randint(1, 30)), Fraction(rng.randint(31, 999)), Fraction(rng.randint(10, 999), 10))
    )


def near(rng: random.Random, target: Fraction) -> Fraction:
    """An actual around a target, to a hundredth."""
    way = rng.random()
    if way < 0.15:
        return target
    return max(Fraction(0), Fraction(round(target * rng.randint(5, 220)), 100))


def pair(
    rng: random.Random, units: tuple[tuple[str, Fraction], ...], low: Fraction
) -> tuple[str, str, Fraction, Fraction]:
    """Target and actual in units of one kind: their texts, and their values in the first unit."""
    (first, factor), (second, other) = rng.choice(units), rng.choice(units)
    actual = near(rng, low)
    in_other = actual * factor / other
    if in_other.denominator not in (1, 2, 4, 5, 10, 20, 25, 50, 100, 1000, 10_000):
        second, in_other = first, actual
    target_text = f"{written(rng, low)}{first}"
    return target_text, f"{written(rng, in_other)}{second}", low, actual


def quantity(rng: random.Random, policy: str) -> tuple[tuple[str, str], str, str, Fraction | None]:
    target, actual, low, value = pair(rng, KINDS[rng.choice(list(KINDS))], amount(rng))
    form, rule = rng.choice(
        (
            (LEAST, lambda: least(policy, low, value)),
            (MORE, lambda: least(policy, low, value, strict=True)),
            (EQUAL, lambda: least(policy, low, value)),
            (MOST, lambda: most(policy, low, value)),
            (LESS, lambda: most(policy, low, value, strict=True)),
        )
    )
    labels = ("产出指标", rng.choice(("数量指标", "质量指标")))
    return labels, rng.choice(form).format(target), rng.choice(DONE).format(actual), rule()


def cost(rng: random.Random, policy: str) -> tuple[tuple[str, str], str, str, Fraction | None]:
    target, actual, limit, value = pair(rng, KINDS["money"], amount(rng))
    labels = rng.choice(
        (("产出指标", "成本指标"), ("成本指标", ""), ("产出", "产出成本"), ("成本指标", "经济成本指标"))
    )
    return labels, rng.choice(EQUAL).format(target), actual, most(policy, limit, value)


def duration(rng: random.Random, policy: str) -> tuple[tuple[str, str], str, str, Fraction | None]:
    target, actual, limit, value = pair(rng, rng.choice(SPANS), Fraction(rng.randint(1, 60)))
    form = rng.choice((EQUAL, MOST))
    return ("产出指标", "时效指标"), rng.choice(form).format(target), actual, most(policy, limit, value)


def span(rng: random.Random, policy: str) -> tuple[tuple[str, str], str, str, Fraction | None]:
    low, high = sorted((Fraction(rng.randint(1, 60)), Fraction(rng.randint(1, 60))))
    value = near(rng, rng.choice((low, high)))
    unit = rng.choice(("%", "人", "天"))
    joint = rng.choice(("-", "~", "～", "至"))
    share = least(policy, low, value) if value < low else most(policy, high, value)
    return ("产出指标", "数量指标"), f"{low}{unit}{joint}{high}{unit}", f"{written(rng, value)}{unit}", share


def change(rng: random.Random, policy: str) -> tuple[tuple[str, str], str, str, Fraction | None]:
    words, against = rng.choice(((UP, DOWN), (DOWN, UP)))
    low, unit = Fraction(rng.randint(2, 40)), rng.choice(("%", "个百分点", "起", "万元"))
    value = near(rng, low)
    form = rng.choice(("{}{}", "{}{}以上", "{}≥{}", "≥{}{}", "{}不低于{}", "不少于{}{}", "{}了{}"))
    target = form.format(rng.choice(words), f"{low}{unit}")
    said = f"{written(rng, value)}{unit}"
    way = rng.random()
    if way < 0.4:
        return ("效益指标", "经济效益指标"), target, f"{rng.choice(words)}{said}", least(policy, low, value)
    if way < 0.6:
        return (
            ("效益指标", "经济效益指标"),
            target,
            f"{rng.choice(against)}{said}",
            least(policy, low, -value),
        )
    share: Fraction | None = least(policy, low, value)
    if unit in ("%", "个百分点") and value >= 80:
        share = None
    return ("效益指标", "经济效益指标"), target, said, share


def deadline(rng: random.Random, policy: str) -> tuple[tuple[str, str], str, str, Fraction | None]:
    month, day = rng.randint(1, 12), rng.random() < 0.3
    last = (date(2024 + month // 12, month % 12 + 1, 1) - date(2024, 1, 1)).days
    forms = ("≤{}月", "{}月底前", "{}月", "{}月底前完成", "2024年{}月", "2024年{}月底前", "不晚于{}月")
    target = rng.choice(forms).format(month)
    done = date.fromordinal(date(2024, 1, 1).toordinal() + rng.randint(0, 500))
    if day or done.year != 2024:
        text = rng.choice(
            (f"{done:%Y-%m-%d}", f"{done.year}年{done.month}月{done.day}日", f"{done:%Y/%m/%d}")
        )
        taken = (done - date(2024, 1, 1)).days + 1
    else:
        text, after = f"{done.month}月", date(2024 + done.month // 12, done.month % 12 + 1, 1)
        taken = (after - date(2024, 1, 1)).days
        if done.month + 12 - month <= 2:
            return ("产出指标", "时效指标"), target, text, None
    return ("产出指标", "时效指标"), target, text, most(policy, Fraction(last), Fraction(taken))


def bare(rng: random.Random, policy: str) -> tuple[tuple[str, str], str, str, Fraction | None]:
    """A percentage whose sign was left out, as a fraction or in per cent."""
    target, forms, rule = rng.choice(
        (
            (Fraction(rng.randint(50, 150), 100), LEAST, least),
            (Fraction(rng.randint(1, 40), 100), MOST, most),
        )
    )
    number = Fraction(rng.choice((rng.randint(1, 200), rng.randint(100, 20_000))), 100)
    readings = sorted((number, number / 100), key=lambda one: max(one / target, target / one))
    shares = [rule(policy, target, one) for one in readings]
    far = [max(one / target, target / one) for one in readings]
    first, second = sorted(range(2), key=far.__getitem__)
    slip = rule is least and Fraction(4, 5) <= 100 * readings[first] / target <= Fraction(5, 4)
    settled = not slip and (far[second] >= 4 * far[first] or shares[0] == shares[1])
    share = shares[first] if settled else None
    text = f"{written(rng, target * 100)}%"
    actual = str(float(number)).removesuffix(".0")
    return ("产出指标", "质量指标"), rng.choice(forms).format(text), actual, share


def tier(rng: random.Random, policy: str) -> tuple[tuple[str, str], str, str, Fraction | None]:
    words, low, high, closed = rng.choice(
        (
            (("达成年度指标", "已完成", "达成预期目标", "基本达成目标"), 80, 100, True),
            (("部分达成年度指标并具有一定效果", "部分完成", "部分实现目标"), 60, 80, False),
            (("未达成年度指标且效果较差", "未完成", "实现目标程度较低"), 0, 60, False),
        )
    )
    share = Fraction(rng.randint(0, 1100), 10)
    inside = low <= share and (share <= high if closed else share < high)
    text = f"{rng.choice(words)}（{written(rng, share)}%）"
    return ("效益指标", "社会效益指标"), "效果明显", text, share / 100 if inside else None


def satisfaction(rng: random.Random, policy: str) -> tuple[tuple[str, str], str, str, Fraction | None]:
    labels = ("满意度指标", "服务对象满意度指标")
    unit = rng.choice(("%", "分"))
    if rng.random() < 0.4:
        limit, value = Fraction(rng.randint(1, 20)), Fraction(rng.randint(0, 400), 10)
        return (
            labels,
            rng.choice(MOST).format(f"{limit}%"),
            f"{written(rng, value)}%",
            most(policy, limit, value),
        )
    low, value = Fraction(rng.randint(60, 98)), Fraction(rng.randint(110, 1000), 10)
    share = least(policy, low, value)
    if policy == "101":
        steps = ((90, Fraction(1)), (80, Fraction(4, 5)), (60, Fraction(1, 2)), (0, Fraction(0)))
        share = next(part for bound, part in steps if value >= bound)
    return labels, rng.choice(LEAST).format(f"{low}{unit}"), f"{written(rng, value)}{unit}", share


def nothing(rng: random.Random, policy: str) -> tuple[tuple[str, str], str, str, Fraction | None]:
    count = rng.choice((0, 0, 1, 3))
    text = (
        rng.choice(("零", "无", "未发生", "0起", "零起", "0", "未发生安全事故"))
        if not count
        else f"{count}起"
    )
    return (
        ("产出指标", "质量指标"),
        rng.choice(("0起", "=0起", "≤0起", "零起")),
        text,
        Fraction(int(not count)),
    )


def yes_or_no(rng: random.Random, policy: str) -> tuple[tuple[str, str], str, str, Fraction | None]:
    good, bad = ("是", "达标", "合格", "已达标"), ("否", "未达标", "不合格", "不达标")
    met = rng.random() < 0.5
    return (
        ("产出指标", "质量指标"),
        rng.choice(("是", "达标", "合格")),
        rng.choice(good if met else bad),
        Fraction(int(met)),
    )


UNWANTED = (
    "差错率",
    "空置率",
    "返修率",
    "漏报率",
    "事故发生率",
    "学生辍学率",
    "群众投诉率",
    "设备故障率",
    "培训流失率",
)
WAITS = ("应急响应时间", "平均等候时间", "群众等待时长", "业务办理时限")
WANTED = (
    "资金使用合规率",
    "预算执行率",
    "资金到位率",
    "专款专用率",
    "政府采购率",
    "支出合规率",
    "任务完成率",
)
LASTING = (
    "设备正常运行天数",
    "全年保障天数",
    "服务时长",
    "值班时间",
    "无故障运行时间",
    "网络可用时间",
    "培训时长",
)


def by_name(rng: random.Random, policy: str) -> tuple[tuple[str, ...], str, str, Fraction | None]:
    """A target without a sign whose name alone tells which way is better."""
    limit = Fraction(rng.randint(2, 90))
    value = min(Fraction(100), near(rng, limit))
    sort = rng.choice(("unwanted", "waits", "wanted", "lasting", "impossible", "reversed"))
    anywhere = ("产出指标", rng.choice(("数量指标", "质量指标"))), ("效益指标", "社会效益指标")
    if sort == "unwanted":
        labels, share = rng.choice(anywhere), most(policy, limit, value)
        return (*labels, rng.choice(UNWANTED)), f"{limit}%", f"{written(rng, value)}%", share
    if sort == "waits":
        labels, unit = rng.choice((*anywhere, ("产出指标", "时效指标"))), rng.choice(("小时", "分钟", "天"))
        share = most(policy, limit, value)
        return (*labels, rng.choice(WAITS)), f"{limit}{unit}", f"{written(rng, value)}{unit}", share
    if sort == "wanted":
        labels, share = ("产出指标", "成本指标"), least(policy, limit, value)
        return (*labels, rng.choice(WANTED)), f"{limit}%", f"{written(rng, value)}%", share
    if sort == "lasting":
        labels, unit = ("产出指标", "时效指标"), rng.choice(("小时", "天"))
        share = least(policy, limit, value)
        return (*labels, rng.choice(LASTING)), f"{limit}{unit}", f"{written(rng, value)}{unit}", share
    if sort == "impossible":
        name, over = (
            rng.choice(("验收合格率", "水质达标率", "群众满意度")),
            100 + Fraction(rng.randint(1, 900), 10),
        )
        return (*anywhere[0], name), rng.choice(LEAST).format(f"{limit}%"), f"{written(rng, over)}%", None
    name = rng.choice((*UNWANTED, "差错次数"))
    return (
        (*rng.choice(anywhere), name),
        rng.choice(LEAST).format(f"{limit}%"),
        f"{written(rng, value)}%",
        None,
    )


Maker = Callable[[random.Random, str], tuple[tuple[str, ...], str, str, Fraction | None]]
MAKERS: tuple[Maker, ...] = (
    quantity,
    quantity,
    cost,
    duration,
    span,
    change,
    deadline,
    bare,
    tier,
    satisfaction,
    nothing,
    yes_or_no,
    by_name,
)


def cases(seed: int, number: int) -> list[Case]:
    """So many rows of all kinds."""
    rng, found = random.Random(seed), []
    for turn in range(number):
        policy, points = rng.choice(("10", "101")), rng.choice(POINTS)
        labels, target, actual, share = MAKERS[turn % len(MAKERS)](rng, policy)
        earned = None if share is None else half_up(share * points)
        found.append(Case(policy, labels, dressed(rng, target), dressed(rng, actual), points, earned))
    return found
