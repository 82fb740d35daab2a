"""What a text admits in passing: that something came late, was not done, broke or went to the wrong people."""

from __future__ import annotations

from jxbook.pattern import pattern

_DONE = (
    r"(?:能|能够|按[期时质计划要求]{1,3}|及时|如期|完全|全部|正常|有效|正式|得到)?"
    r"(?:完成|完工|开工|竣工|建成|通车|通水|通电|通过|验收|投入|投用|启用|启动|出台|印发|落实|到位|达到|达标|发放|拨付|接通|安装|交付|上线|"
    r"使用|利用|实施|执行|覆盖|建立|开展|取得|办理|办结|配备|招到|招满|换证|更换|解决|移交|供货|到货|运行|履行|响应|修复|回收|核销|入库|登记|对接|公开|公示)"
)
_SHORT = r"[^，。；]{0,4}(?:不足|不够|短缺|缺乏|不高|不强|有限)"
_NOT_DONE = "|".join(f"{one}{_DONE}" for one in ("未", "没有?", "未能", "不能", "无法"))
_TOO_LITTLE = "|".join(
    f"{one}{_SHORT}"
    for one in "人员 资金 力量 经验 经费 技术 设备 场地 积极性 力度 意识 数量 覆盖面? 深度 能力".split()
)
_ADVERSE = pattern(  # every branch begins with a character of its own, so that a search skips to the next of them
    rf"{_NOT_DONE}|{_TOO_LITTLE}|推迟|延期|延误|延迟|滞后|逾期|超期|停工|停滞|中断|暂停|搁置|流标|废标|闲置|空置|损坏|破损|脱落|渗漏|塌陷|开裂|"
    r"重复(?:享受|发放|领取|计算|申报|补贴)|不符合(?:条件|要求|规定|标准)|不合格|不达标|违规|违约|挪用|截留|挤占|虚报|冒领|错发|漏发|多发|误发|多付|错付|"
    r"追回|事故|受伤|死亡|故障|宕机|瘫痪|偏少|偏低|偏高|偏慢|较慢|缓慢|流失|超支|超出(?:预算|概算|批复)"
)
_HARMLESS = pattern(
    r"未(?:发生|发现|出现|接到|收到|造成|产生)|没有(?:发生|发现|出现|接到|收到)|(?:无|零|0起|0次|0件)(?:重大|安全|责任|质量|一般)*(?:投诉|事故|故障|违规|上访|纠纷)|"
    r"避免|防止|防范|杜绝|预防|减少|降低|下降|缩短|缓解|解决|治理|消除|盘活|修缮|改造|应对|针对|克服|为了|旨在|根据|依据|按照|如有|如果|若|凡|对于?.{0,12}的|"
    r"可能|报修|接到|受理|排除|不得|不予|严禁|制度|办法|预案|培训|演练|排查|抢修|保险|处置.{0,4}(?:事故|故障)|(?:事故|故障)(?:率|起数|次数|处理|处置|响应|隐患)"
)
_STILL_NOT = pattern(r"(?:尚|仍|还|暂)(?:未|没有)(?!发[生现]|出现|接到|收到)")
"""What no word beside it makes harmless."""
_TIMELY = pattern(r"(?:均|全部|及时|已)(?:整改|修复|更换|解决|处理)(?:到位|完毕|完成)?")
_SETTLED = pattern(
    r"(?:已|均已?|现已|全部)(?:经|全部|按规定)?(?:追回|退回|收回|上缴|整改|修复|更换|解决|处理|补发|纠正|重新|返工|恢复|完成|通车|完工|清退|核销|核减|扣回|剔除)|重新(?:招标|采购|安装|施工|组织|实施)"
)


_MENDED = pattern(r"(?:已|均|全部)(?:经|全部)?(?:修复|整改|更换|恢复|解决|修缮|改造|处理)")


def may_admit(text: str) -> bool:
    """Can a clause of a text be `adverse`? None of it has to be cut where this says no, as of nearly every text."""
    return bool(_ADVERSE.search(text) or _STILL_NOT.search(text))


def adverse(clause: str) -> bool:
    """Does a clause admit that something went wrong? 其中1座小桥推迟通车; not 未发生安全事故, 解决设施破损问题."""
    return bool(
        _STILL_NOT.search(clause)
        or (_ADVERSE.search(clause) and not _HARMLESS.search(clause) and not _MENDED.search(clause))
    )


def befell(clause: str) -> tuple[str, str]:
    """An adverse clause cut before the word for what happened: 1座小桥 and 推迟通车; ("", clause) of another."""
    found = [one for one in (_STILL_NOT.search(clause), _ADVERSE.search(clause)) if one]
    at = min((one.start() for one in found), default=0)
    return clause[:at].removesuffix("发生"), clause[at:]


def settles(clause: str) -> bool:
    """Does a clause say that it was put right? 已追回0.9万元."""
    return bool(_SETTLED.search(clause) or _TIMELY.match(clause))
