"""What a text admits in passing: that something came late, was not done, broke or went to the wrong people."""

from __future__ import annotations

from jxbook.pattern import pattern

_DONE = (
    r"(?:能|能够|按[期时质计划要求]{1,3}|及时|如期|完全|全部|正常|有效|正式|得到|逐一|按月)?"
    r"(?:完成|完工|开工|竣工|建成|通车|通水|通电|通过|验收|投入|投用|启用|启动|出台|印发|落实|到位|达到|达标|发放|拨付|接通|安装|交付|上线|"
    r"使用|利用|实施|执行|覆盖|建立|开展|实现|结业|上电|取得|办理|办结|配备|招到|招满|换证|更换|解决|移交|供货|到货|运行|履行|响应|修复|回收|核销|入库|登记|对接|公开|公示|"
    r"开业|营业|开放|运营|入住|签订|复核|核对|整改|补种|播种)"
)
_SHORT = r"[^，。；]{0,4}(?:不足|不够|短缺|缺乏|不高|不强|有限)"
_STILL = r"(?:未|没有)(?!发[生现]|出现|接到|收到)"
_STRONG = (
    pattern(  # every branch begins with a character of its own, so that a search skips to the next of them
        "|".join(
            (
                *(f"{one}{_DONE}" for one in ("未", "没有?", "未能", "不能", "无法")),
                *(f"{one}{_STILL}" for one in ("尚", "仍", "还", "暂")),
            )
        )
    )
)
"""That something was not done: no remedy beside it makes it good."""
_TOO_LITTLE = "|".join(
    f"{one}{_SHORT}"
    for one in "人员 资金 力量 经验 经费 技术 设备 场地 积极性 力度 意识 数量 覆盖面? 深度 能力".split()
)
_WEAK = pattern(
    rf"{_TOO_LITTLE}|推迟|延期|延误|延迟|滞后|逾期|超期|停工|停滞|中断|暂停|搁置|流标|废标|闲置|空置|损坏|破损|脱落|渗漏|塌陷|开裂|"
    r"重复(?:享受|发放|领取|计算|申报|补贴)|不符合(?:条件|要求|规定|标准)|不合格|不达标|违规|违约|挪用|截留|挤占|虚报|冒领|错发|漏发|多发|误发|多付|错付|"
    r"事故|受伤|死亡|故障|宕机|瘫痪|偏少|偏低|偏高|偏慢|较慢|缓慢|流失|返黑|返臭|反弹|冲毁|损毁|枯死|坍塌|垮塌|超支|超出(?:预算|概算|批复)"
)
"""That something is amiss, where nothing beside it says that it was the task to mend it."""
_SUPPOSED = pattern(
    r"未(?:发生|发现|出现|接到|收到|造成|产生)|没有(?:发生|发现|出现|接到|收到)|不(?:发生|出现|影响|再)|避免|防止|防范|杜绝|预防|严防|确保|保证|力争|"
    r"为了|旨在|根据|依据|按照|如有|如果|若|凡|对于?.{0,12}的|可能|不得|不予|严禁|应当"
)
"""That it did not happen, or is not to, or what is done if it does."""
_REMEDY = pattern(
    r"(?:无|零|0起|0次|0件)(?:重大|安全|责任|质量|一般)*(?:投诉|事故|故障|违规|上访|纠纷)|(?:事故|故障|投诉)[^，]{0,4}(?:为零|为0|率|起数|次数|处理|处置|响应|隐患)|"
    r"减少|降低|下降|缩短|缓解|解决|治理|消除|盘活|修缮|改造|应对|针对|克服|更换|修补|维修|整治|清理|翻新|加固|查处|查纠|打击|纠正|清查|督促|"
    r"制度|办法|预案|培训|演练|排查|抢修|保险|报修|接到|受理|排除|救助|救治|抚恤|赔偿|慰问|利用|流转|租用|整合|自筹|(?:处置|处理|应急).{0,6}(?:事故|故障)|"
    r"(?:已|均|全部)(?:经|全部)?(?:修复|整改|恢复|处理)"
)
"""That to mend it, or to be ready for it, was the work."""
_SETTLED = pattern(
    r"(?:已|均已?|现已|全部)(?:经|全部|按规定)?(?:追回|退回|收回|上缴|整改|修复|更换|解决|处理|补发|纠正|重新|返工|恢复|完成|通车|完工|清退|核销|核减|扣回|剔除|运行|投用|交付|恢复|启用|重[装建修做铺]|补[种栽植])|"
    r"(?:均|全部|及时|已)(?:整改|修复|更换|解决|处理)|重新(?:招标|采购|安装|施工|组织|实施)"
)
_NOT_YET = pattern(
    r"(?:推迟|延期|延迟|暂缓|(?:尚|仍|还|暂)?(?:未能?|没有)(?:按[期时计划]{1,2}|如期|及时)?)"
    r"(通车|通水|通电|接通|完工|竣工|开工|建成|启动|验收|投用|投入使用|启用|上线|交付|移交|出台|印发|建立|落实|到位|拨付|发放|"
    r"安装|换证|运行|开放|(?:开展|完成|办理|办结|签订|取得)[^，。；]{0,8})$"
)
"""That it is still to be done, and what that is."""


def may_admit(text: str) -> bool:
    """Can a clause of a text be `adverse`? None of it has to be cut where this says no, as of nearly every text."""
    return bool(_WEAK.search(text) or _STRONG.search(text))


def adverse(clause: str) -> bool:
    """Does a clause admit that something went wrong? 其中1座小桥推迟通车; not 未发生安全事故, 解决设施破损问题."""
    if _SUPPOSED.search(clause):
        return False
    return bool(_STRONG.search(clause) or (_WEAK.search(clause) and not _REMEDY.search(clause)))


def befell(clause: str) -> tuple[str, str]:
    """An adverse clause cut before the word for what happened: 1座小桥 and 推迟通车; ("", clause) of another."""
    found = [one for one in (_STRONG.search(clause), _WEAK.search(clause)) if one]
    at = min((one.start() for one in found), default=0)
    return clause[:at].removesuffix("发生"), clause[at:]


def settles(clause: str) -> bool:
    """Does a clause say that it was put right? 已追回0.9万元."""
    return bool(_SETTLED.search(clause))


def still_to_do(clause: str) -> str:
    """What is left to do of what came late or not at all: 1座小桥推迟通车 → 推动1座小桥尽快通车; "" of another."""
    found = _NOT_YET.search(clause)
    if found is None or not found.start() or clause[found.end() :].strip():
        return ""
    return f"推动{clause[: found.start()]}尽快{found[1]}"
