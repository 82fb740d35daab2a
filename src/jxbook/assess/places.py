"""The place of a unit whose name does not say it: 海淀区某局 is in 北京, 绵阳市某局 in 四川.

Only places that have a policy are listed, with their cities and 市辖区. A name that another place has as well tells nothing,
unless the file names the city too.
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.pattern import pattern

_CITIES = {
    "四川": "成都市 自贡市 攀枝花市 泸州市 德阳市 绵阳市 广元市 遂宁市 内江市 乐山市 南充市 眉山市 宜宾市 广安市 达州市 雅安市 "
    "巴中市 资阳市 阿坝州 甘孜州 凉山州 都江堰市 彭州市 邛崃市 崇州市 简阳市 广汉市 什邡市 绵竹市 江油市 射洪市 隆昌市 峨眉山市 "
    "阆中市 华蓥市 万源市 马尔康市 康定市 会理市 西昌市",
    "湖北": "武汉市 黄石市 十堰市 宜昌市 襄阳市 鄂州市 荆门市 孝感市 荆州市 黄冈市 咸宁市 随州市 恩施州 恩施市 大冶市 丹江口市 "
    "宜都市 当阳市 枝江市 老河口市 枣阳市 宜城市 钟祥市 京山市 应城市 安陆市 汉川市 石首市 洪湖市 松滋市 监利市 麻城市 武穴市 "
    "赤壁市 广水市 利川市 仙桃市 潜江市 天门市",
    "云南": "昆明市 曲靖市 玉溪市 保山市 昭通市 丽江市 普洱市 临沧市 楚雄州 红河州 文山州 大理州 德宏州 怒江州 迪庆州 安宁市 "
    "宣威市 澄江市 腾冲市 水富市 楚雄市 禄丰市 个旧市 开远市 蒙自市 弥勒市 文山市 景洪市 大理市 瑞丽市 芒市 泸水市 香格里拉市",
    "河南": "郑州市 开封市 洛阳市 平顶山市 安阳市 鹤壁市 新乡市 焦作市 濮阳市 许昌市 漯河市 三门峡市 南阳市 商丘市 信阳市 周口市 "
    "驻马店市 济源市 巩义市 荥阳市 新密市 新郑市 登封市 舞钢市 汝州市 林州市 卫辉市 辉县市 长垣市 沁阳市 孟州市 禹州市 长葛市 "
    "义马市 灵宝市 邓州市 永城市 项城市",
}
_DISTRICTS = {
    "北京": "东城区 西城区 丰台区 石景山区 海淀区 门头沟区 房山区 顺义区 昌平区 大兴区 怀柔区 平谷区 密云区 延庆区",
    "上海": "黄浦区 徐汇区 长宁区 静安区 虹口区 杨浦区 闵行区 嘉定区 浦东新区 金山区 松江区 青浦区 奉贤区 崇明区",
    "四川": "锦江区 青羊区 金牛区 武侯区 成华区 龙泉驿区 青白江区 新都区 温江区 双流区 郫都区 新津区 自流井区 贡井区 大安区 沿滩区 "
    "仁和区 江阳区 纳溪区 龙马潭区 旌阳区 罗江区 涪城区 游仙区 安州区 利州区 昭化区 朝天区 船山区 安居区 东兴区 沙湾区 五通桥区 "
    "金口河区 顺庆区 高坪区 嘉陵区 东坡区 彭山区 翠屏区 南溪区 叙州区 广安区 前锋区 通川区 达川区 雨城区 名山区 巴州区 恩阳区 "
    "雁江区",
    "湖北": "江岸区 江汉区 硚口区 汉阳区 武昌区 洪山区 东西湖区 汉南区 蔡甸区 江夏区 黄陂区 新洲区 黄石港区 西塞山区 下陆区 铁山区 "
    "茅箭区 张湾区 郧阳区 西陵区 伍家岗区 点军区 猇亭区 夷陵区 襄城区 樊城区 襄州区 梁子湖区 华容区 鄂城区 东宝区 掇刀区 孝南区 "
    "沙市区 荆州区 黄州区 咸安区 曾都区",
    "云南": "五华区 盘龙区 官渡区 西山区 东川区 呈贡区 晋宁区 麒麟区 沾益区 马龙区 红塔区 江川区 隆阳区 昭阳区 思茅区 临翔区",
    "河南": "中原区 二七区 管城回族区 管城区 金水区 上街区 惠济区 龙亭区 顺河回族区 禹王台区 祥符区 西工区 瀍河回族区 瀍河区 涧西区 "
    "洛龙区 偃师区 孟津区 卫东区 石龙区 湛河区 文峰区 北关区 殷都区 龙安区 鹤山区 淇滨区 红旗区 卫滨区 凤泉区 牧野区 "
    "中站区 马村区 山阳区 华龙区 魏都区 建安区 源汇区 郾城区 召陵区 湖滨区 陕州区 宛城区 卧龙区 梁园区 睢阳区 浉河区 平桥区 "
    "川汇区 淮阳区 驿城区",
}
_SEVERAL = {
    "朝阳区": {"北京": "北京", "长春": ""},
    "通州区": {"北京": "北京", "南通": ""},
    "宝山区": {"上海": "上海", "双鸭山": ""},
    "普陀区": {"上海": "上海", "舟山": ""},
    "市中区": {"乐山": "四川", "内江": "四川", "济南": "", "枣庄": "", "广元": "四川"},
    "青山区": {"武汉": "湖北", "包头": ""},
    "鼓楼区": {"开封": "河南", "南京": "", "徐州": "", "福州": ""},
    "新华区": {"平顶山": "河南", "石家庄": "", "沧州": ""},
    "老城区": {"洛阳": "河南"},
    "解放区": {"焦作": "河南"},
    "山城区": {"鹤壁": "河南"},
    "古城区": {"丽江": "云南"},
    "东区": {"攀枝花": "四川", "中山": ""},
    "西区": {"攀枝花": "四川", "中山": ""},
}
"""市辖区 of which there are several, or whose name is a common word: city → place, "" for one without a policy."""
_PROVINCES = tuple(
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 "
    "台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门".split()
)
_BY_NAME = {
    name: place for table in (_CITIES, _DISTRICTS) for place, names in table.items() for name in names.split()
}
_ENDS = pattern("[市区州](?!域)")
_LONGEST = 6
_OFFICIAL = pattern(r"(阿坝|甘孜|凉山|恩施|楚雄|红河|文山|大理|德宏|怒江|迪庆)[\u4e00-\u9fff]{1,9}?自治州")


def place_of(unit: str, text: str) -> tuple[str, str] | None:
    """The place of a unit, 北京 or 四川, and the name that tells it; None where none does, or two do.

    `unit` is folded, what the unit is called, or the title of its form; `text` all that the file says, which tells one
    鼓楼区 from another. What names its province needs no city.
    """
    if provinces := [one for one in _PROVINCES if one in unit]:
        return (provinces[0], provinces[0]) if len(provinces) == 1 else None
    found: dict[str, str] = {}
    for name in _names_in(_OFFICIAL.sub(r"\1州", unit)):
        if place := _BY_NAME.get(name) or _by_city(name, text):
            found.setdefault(place, name)
    return next(iter(found.items())) if len(found) == 1 else None


def _names_in(text: str) -> Iterator[str]:
    """The cities and districts that a text names, of two that end together the longer one."""
    for end in _ENDS.finditer(text):
        tails = (text[max(0, end.end() - length) : end.end()] for length in range(_LONGEST, 1, -1))
        if name := next((one for one in tails if one in _BY_NAME or one in _SEVERAL), ""):
            yield name


def _by_city(name: str, text: str) -> str:
    """The place of one of several districts of a name: that of the only one of their cities which the file names."""
    cities = {city: place for city, place in _SEVERAL[name].items() if city in text}
    return next(iter(cities.values())) if len(cities) == 1 else ""
