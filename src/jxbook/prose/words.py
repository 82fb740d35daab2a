"""The words by which the readers of this room know a measure, a cause, and what says nothing. Data, not code."""

from __future__ import annotations

VAGUE = frozenset(
    "管理不到位 重视不够 进度较慢 进度缓慢 执行进度慢 执行进度较慢 监管不力 监管不到位 沟通不畅 沟通不够 协调不够 "
    "协调不到位 客观原因 工作原因 其他原因 统筹不够 统筹不足 经验不足 落实不到位 认识不足 认识不到位 力度不够 "
    "预算执行慢 支出进度慢 支付进度慢 工作滞后 准备不足 加强管理 加快进度".split()
)
"""Clauses that name no cause: when, what and how much is missing in them."""

BEGINNINGS = (
    "已经",
    "拟",
    "将",
    "计划",
    "正在",
    *(f"正{one}" for one in "与 由 会同 组织 协调 协商 积极 抓紧 办理 推进".split()),
    "下步",
    "下一步",
    "下一阶段",
    "下阶段",
    "下一年",
    "下年",
    "明年",
    "今后",
    "争取",
    "力争",
    "预计",
    "确保",
    "尽快",
    "建议",
)
"""How a clause begins that says what is done about it; 已 as well, but 已经 is part of many causes."""

CAUSES = tuple(
    "消防 产权 用地 土地 拆迁 征收 征地 审批 招标 采购 验收 证书 汛期 降雨 疫情 材料供应 材料短缺 涨价 "
    "设计变更 变更 运输 停工 结算 审计 报名 生源 核查 名单 送餐 气候 管线".split()
)
"""Words that show two reasons to be one, the more telling ones first."""

GENERIC = tuple("服务 项目 情况 管理 工作 建设 机构 老年人 居民 群众 社区 人员 指标 满意度 完成".split())
"""Words that stand in so many names that to share them says nothing."""

WORKS = tuple(
    "新建 改建 扩建 建设 建成 改造 修建 修缮 维修 购置 采购 开展 组织 培育 扶持 培训 整治 治理".split()
)
MEASURES = tuple("面积 里程 长度 数量 总数 个数 座数 台数 户数 人数 人次 场次 期数 株数 项数 数".split())
"""What stands around the thing in a name: 新建茶园面积, 茶园建设."""

OWED = ("质保", "保证金", "尾款", "待付", "待支付", "未付款", "后支付")
"""Words by which money left is not left for good, but still to be paid."""

PRAISE = tuple(
    "及时 缩短 改善 方便 便利 满意 提高 提升 良好 较好 很好 周到 规范 热情 有效 好转 明显 认可 放心 翔实 详实 扎实 清晰 实用 充分 到位 准确 全面 完整 专业 好用 顺畅 整洁 耐心 响应快 修复快 办理快 办得快 速度快 处理快 见效快 到账快".split()
)
"""Words of approval; behind a word of denial they are none."""
DENIALS = tuple("不 未 没 无 难 欠 差 偏 太 过 慢 晚 少 满意度低 满意度较低".split())
ASKING = ("建议", "希望", "盼")
"""How a clause begins that says itself that it asks."""
WISHES = tuple("希望 建议 应当 应该 盼 尽快 尽早 进一步 增加 增设 延长 再".split())
"""Words by which something is asked for."""
