"""A run over a folder: every file has its row, nothing is read twice, nothing is lost, however it ends."""

from __future__ import annotations

import io
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from handed_in import hand_in, sheet
from jxbook.bureau import batch as room
from jxbook.bureau import lock as locks
from jxbook.bureau.tasks import FileReading, FileTask
from jxbook.cli import main
from jxbook.dataclass import replace
from jxbook.finding import Refusal

Batch = Callable[..., tuple[int, str, str]]


def test_every_file_has_its_row_and_a_bad_one_its_reason(folder: Path, tmp_path: Path, batch: Batch) -> None:
    output = tmp_path / "汇总.xlsx"
    status, said, _ = batch(folder, "-o", output, "--reports", tmp_path / "报告")
    assert status == 1 and "文件4个，自评表3份" in said and "没有读出的文件1个" in said
    rows = sheet(output, "项目")
    assert [(row["项目名称"], row["总分"], row["执行率"]) for row in rows] == [
        ("修桥项目", 100, 1),
        ("修路项目", 96, 0.9),
        ("修渠项目", 96, 0.9),
    ]
    [bad] = sheet(output, "未读")
    assert (bad["文件"], bad["代码"]) == ("水利局/坏.xlsx", "JX904")
    assert sorted(path.name for path in (tmp_path / "报告").rglob("*.docx")) == [
        "修桥.docx",
        "修渠.docx",
        "修路.docx",
    ]


def test_promise_1_the_report_is_that_of_the_command_where_amounts_contradict_each_other_too(
    tmp_path: Path, batch: Batch
) -> None:
    form = hand_in(
        tmp_path / "自评表/修路.xlsx", budget=100000, spent=100000
    )  # 10 at first: 元 and 万元 mixed up
    batch(form.parent, "-o", tmp_path / "汇总.xlsx", "--reports", tmp_path / "报告")
    main(["report", str(form), "-o", str(tmp_path / "修路.docx")])
    report = (tmp_path / "修路.docx").read_bytes()
    assert (tmp_path / "报告/修路.docx").read_bytes() == report
    with zipfile.ZipFile(io.BytesIO(report)) as package:
        assert "相差约一万倍" in package.read("word/document.xml").decode()


def test_the_score_is_that_of_the_command_for_one_file(
    sunhe: Path, tmp_path: Path, batch: Batch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Promise 1: the same file gives the same answer at every door."""
    from jxbook.assess import assess

    shutil.copy(sunhe, tmp_path / "自评表.xlsx")
    (tmp_path / "表").mkdir()
    shutil.move(tmp_path / "自评表.xlsx", tmp_path / "表/自评表.xlsx")
    batch(tmp_path / "表", "-o", tmp_path / "汇总.xlsx")
    one = assess(sunhe)
    [row] = sheet(tmp_path / "汇总.xlsx", "项目")
    assert (row["总分"], row["等级"], row["错误"]) == (one.scoring.total, one.scoring.grade, one.errors)
    assert [found["代码"] for found in sheet(tmp_path / "汇总.xlsx", "问题")] == [
        f.code for f in one.findings
    ]


def test_lock_files_links_and_what_a_run_writes_are_not_read(
    folder: Path, tmp_path: Path, batch: Batch
) -> None:
    (folder / "~$修路.xlsx").write_bytes(b"lock")
    (folder / ".~lock.修路.xlsx#").write_bytes(b"lock")
    hand_in(tmp_path / "外面/别处.xlsx", project="别处的项目")
    (folder / "链接").symlink_to(tmp_path / "外面")
    (folder / "链接.xlsx").symlink_to(tmp_path / "外面/别处.xlsx")
    arguments = (folder, "-o", folder / "汇总.xlsx", "--reports", folder / "报告")
    batch(*arguments)
    _, said, _ = batch(*arguments)
    assert "文件4个（其中4个没有变化" in said
    assert len(sheet(folder / "汇总.xlsx", "项目")) == 3


def test_our_own_papers_are_no_submissions_where_the_form_lies_beside_them(
    tmp_path: Path, batch: Batch
) -> None:
    """As `jxbook demo` writes them side by side: a report without a form, one without the project's name, one without
    the total."""
    from jxbook.cli import main

    home = tmp_path / "表"
    names = ("dongchuan-2020", "laiguangying-2024", "jichang-2024")
    for name in names:
        main(["demo", name, "-o", str(home / name)])
    slip = home / names[0] / "绩效评价报告_核对单.docx"
    shutil.copy(slip, slip.with_stem("绩效评价报告_核对单（2）"))
    _, said, _ = batch(home, "-o", tmp_path / "汇总.xlsx", "--reports", tmp_path / "报告")
    assert f"自评表{len(names)}份" in said and "没有读出的文件0个" in said
    assert f"另有{2 * len(names) + 1}个文件是 jxbook 生成的报告、核对单" in said
    assert {row["状态"] for row in sheet(tmp_path / "汇总.xlsx", "项目")} <= {"已计分", "不计分"}
    assert [row for row in sheet(tmp_path / "汇总.xlsx", "跨表") if row["代码"] == "JX801"] == []
    assert "没有变化" in batch(home, "-o", tmp_path / "汇总.xlsx", "--reports", tmp_path / "报告")[1]


def test_a_report_of_ours_that_came_alone_is_a_submission(sunhe: Path, tmp_path: Path, batch: Batch) -> None:
    from jxbook.cli import main

    home = tmp_path / "表"
    home.mkdir()
    hand_in(home / "别的.xlsx", project="别的项目")
    main(["report", str(sunhe), "-o", str(home / "报告.docx")])
    _, said, _ = batch(home, "-o", tmp_path / "汇总.xlsx")
    assert "自评表2份" in said and "另有1个文件" in said, "the 核对单 alone is passed over"


def test_several_forms_in_a_file_are_several_rows(tmp_path: Path, batch: Batch) -> None:
    import openpyxl

    home = tmp_path / "表"
    first = openpyxl.load_workbook(hand_in(home / "两张.xlsx"))
    other = first.copy_worksheet(first.worksheets[0])
    other.title = "第二张"
    other["B3"] = "修桥项目"
    first.save(home / "两张.xlsx")
    batch(home, "-o", tmp_path / "汇总.xlsx", "--reports", tmp_path / "报告")
    rows = sheet(tmp_path / "汇总.xlsx", "项目")
    assert [(row["项目名称"], row["表"]) for row in rows] == [("修路项目", "Sheet"), ("修桥项目", "第二张")]
    assert sorted(path.name for path in (tmp_path / "报告").iterdir()) == [
        "两张-Sheet.docx",
        "两张-第二张.docx",
    ]


def test_what_is_unchanged_is_not_read_again_and_what_changed_is(
    folder: Path, tmp_path: Path, batch: Batch, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "汇总.xlsx"
    batch(folder, "-o", output)
    before = output.stat().st_mtime_ns
    assert "没有变化" in batch(folder, "-o", output)[1]
    assert output.stat().st_mtime_ns == before
    hand_in(folder / "交通局/修路.xlsx", actual=10)
    (folder / "水利局/坏.xlsx").unlink()
    _, said, _ = batch(folder, "-o", output)
    assert "文件3个（其中2个没有变化" in said and "没有读出的文件0个" in said
    assert {row["项目名称"]: row["总分"] for row in sheet(output, "项目")}["修路项目"] == 99
    assert "其中" not in batch(folder, "-o", output, "--fresh")[1]


def test_another_policy_is_another_result(folder: Path, tmp_path: Path, batch: Batch) -> None:
    output = tmp_path / "汇总.xlsx"
    batch(folder, "-o", output)
    assert "其中" not in batch(folder, "-o", output, "--policy", "mof-2021-101")[1]
    assert sheet(output, "项目")[0]["评价政策"] != "财政部项目支出绩效自评"


def test_a_run_that_is_stopped_goes_on_where_it_was(folder: Path, tmp_path: Path) -> None:
    """What had come in is in the store when Ctrl+C ends the run, which says so; the next one reads only the rest."""
    order = room.Order((str(folder),), tmp_path / "汇总.xlsx", jobs=2)

    def stopped(coming, _):  # type: ignore[no-untyped-def]
        for count, reading in enumerate(coming):
            if count == 2:
                raise KeyboardInterrupt
            yield reading

    with pytest.raises(Refusal) as told:
        room.run(order, stopped)
    assert told.value.finding.what == "已停止" and "2份" in told.value.finding.why
    assert not order.output.exists()
    done = room.run(order)
    assert (done.files, done.again) == (4, 2)


def test_a_report_that_somebody_changed_is_kept(folder: Path, tmp_path: Path, batch: Batch) -> None:
    arguments = (folder, "-o", tmp_path / "汇总.xlsx", "--reports", tmp_path / "报告")
    batch(*arguments)
    report = tmp_path / "报告/交通局/修路.docx"
    report.write_bytes(b"a person's words")
    hand_in(folder / "交通局/修路.xlsx", actual=10)
    batch(*arguments)
    assert report.with_stem("修路_修改稿").read_bytes() == b"a person's words"
    assert report.read_bytes().startswith(b"PK")


def test_a_paper_that_was_deleted_is_written_again(folder: Path, tmp_path: Path, batch: Batch) -> None:
    """Though nothing has changed in what it is made from."""
    arguments = (folder, "-o", tmp_path / "汇总.xlsx", "--notice", tmp_path / "通报.docx")
    arguments = (*arguments, "--reports", tmp_path / "报告", "--returns", tmp_path / "退回")
    batch(*arguments)
    papers = sorted(path for path in tmp_path.rglob("*.docx"))
    report = tmp_path / "报告/交通局/修路.docx"
    other = max(one for one in papers if tmp_path / "退回" in one.parents)
    for deleted in ((report, other), (tmp_path / "通报.docx",)):
        for one in deleted:
            one.unlink()
        assert batch(*arguments)[0] == 1
        assert sorted(tmp_path.rglob("*.docx")) == papers, deleted


def test_so_is_one_that_a_loss_of_power_emptied(folder: Path, tmp_path: Path, batch: Batch) -> None:
    arguments = (folder, "-o", tmp_path / "汇总.xlsx", "--notice", tmp_path / "通报.docx")
    arguments = (*arguments, "--reports", tmp_path / "报告", "--returns", tmp_path / "退回")
    batch(*arguments)
    papers = sorted(path for path in tmp_path.rglob("*.docx"))
    for one in papers:
        one.write_bytes(b"")
    batch(*arguments)
    assert [path for path in papers if not path.stat().st_size] == []


def test_a_form_counts_though_its_report_could_not_be_written(
    folder: Path, tmp_path: Path, batch: Batch
) -> None:
    """As when somebody has the report open; the next run writes it."""
    arguments = (folder, "-o", tmp_path / "汇总.xlsx", "--reports", tmp_path / "报告")
    batch(*arguments)
    report = tmp_path / "报告/交通局/修路.docx"
    before = report.read_bytes()
    hand_in(folder / "交通局/修路.xlsx", actual=10)
    report.chmod(0o444)
    said = batch(*arguments)[1]
    assert "自评表3份" in said and "没有读出的文件1个" in said and f"没有写出 {report}：JX911 它已在" in said
    assert "汇总照常完成。请关闭它、取消只读，再运行一次同样的命令，会补写。" in said
    assert report.read_bytes() == before
    report.chmod(0o644)
    assert "没有写出" not in batch(*arguments)[1] and report.read_bytes() != before


def test_a_folder_in_the_place_of_a_report_stops_no_run(folder: Path, tmp_path: Path, batch: Batch) -> None:
    """It is told, with why; all other reports are written, and that one with the next run after it is gone."""
    report = tmp_path / "报告/交通局/修路.docx"
    report.mkdir(parents=True)
    arguments = (folder, "-o", tmp_path / "汇总.xlsx", "--reports", tmp_path / "报告")
    said = batch(*arguments)[1]
    assert f"文件未能保存 {report}：JX914 这个位置有一个同名的文件夹" in said and "自评表3份" in said
    assert len([*(tmp_path / "报告").rglob("*.docx")]) == 3
    report.rmdir()
    assert "未能保存" not in batch(*arguments)[1] and report.is_file()


def test_a_folder_that_takes_nothing_is_told_before_the_work_begins(
    folder: Path, tmp_path: Path, batch: Batch
) -> None:
    (tmp_path / "报告").write_bytes(b"a file")
    status, _, complaint = batch(folder, "-o", tmp_path / "汇总.xlsx", "--reports", tmp_path / "报告")
    assert status == 2 and f"JX914 [{tmp_path / '报告'}] 文件夹不能建立" in complaint
    assert not (tmp_path / "汇总.xlsx").exists()


@pytest.mark.parametrize("paper", ["汇总.xlsx", "通报.docx"])
def test_a_paper_that_is_opened_during_a_run_is_not_written_over(
    paper: str, folder: Path, tmp_path: Path
) -> None:
    """What was read is kept, and counts when the run is started again."""
    order = room.Order((str(folder),), tmp_path / "汇总.xlsx", notice=tmp_path / "通报.docx", jobs=1)
    room.run(order)
    hand_in(folder / "交通局/修路.xlsx", actual=10)
    before = (tmp_path / paper).read_bytes()
    lock = tmp_path / f".~lock.{paper}#"

    def opened(coming, _):  # type: ignore[no-untyped-def]
        yield from coming
        lock.touch()

    with pytest.raises(Refusal, match=r"JX985") as told:
        room.run(order, opened)
    assert "本次读完的1份保存在结果库里，再运行一次" in told.value.finding.fix
    assert (tmp_path / paper).read_bytes() == before
    lock.unlink()
    assert room.run(order).again == 4 and (tmp_path / paper).read_bytes() != before


def test_a_return_that_somebody_has_open_is_told_and_written_the_next_time(
    folder: Path, tmp_path: Path, batch: Batch
) -> None:
    arguments = (folder, "-o", tmp_path / "汇总.xlsx", "--returns", tmp_path / "退回")
    batch(*arguments)
    paper = max(one for one in (tmp_path / "退回").rglob("*.docx"))
    before = paper.read_bytes()
    lock = paper.with_name(f".~lock.{paper.name}#")
    lock.touch()
    said = batch(*arguments, "--deadline", "2025-03-31")[1]
    assert f"没有写出 {paper}：JX911" in said and paper.read_bytes() == before
    lock.unlink()
    assert "没有写出" not in batch(*arguments, "--deadline", "2025-03-31")[1]
    assert paper.read_bytes() != before and not [*(tmp_path / "退回").rglob("*修改稿*")]


def test_a_fresh_run_that_is_stopped_goes_on_where_it_was_without_being_fresh(
    folder: Path, tmp_path: Path
) -> None:
    """As JX988 says: what it had not yet reached counts as unread, not as it was before."""
    order = room.Order((str(folder),), tmp_path / "汇总.xlsx", jobs=1)
    room.run(order)

    def stopped(coming, _):  # type: ignore[no-untyped-def]
        for count, reading in enumerate(coming):
            if count == 1:
                raise KeyboardInterrupt
            yield reading

    with pytest.raises(Refusal, match="不带 --fresh"):
        room.run(replace(order, fresh=True), stopped)
    assert room.run(order).again == 1


def test_two_names_that_windows_takes_for_one_are_two_reports(tmp_path: Path, batch: Batch) -> None:
    for name in ("A.xlsm", "a.xlsx"):
        hand_in(tmp_path / "表" / name, project=f"{name}项目")
    batch(tmp_path / "表", "-o", tmp_path / "汇总.xlsx", "--reports", tmp_path / "报告")
    assert sorted(one.name for one in (tmp_path / "报告").iterdir()) == ["A（xlsm）.docx", "a.docx"]


def test_a_form_of_a_file_and_a_file_of_that_name_are_two_reports(tmp_path: Path, batch: Batch) -> None:
    """修路.xlsx holds 表一 and 表二, and beside it lies 修路-表二.xlsx."""
    import openpyxl

    home = tmp_path / "表"
    book = openpyxl.load_workbook(hand_in(home / "修路.xlsx"))
    book.worksheets[0].title = "表一"
    book.copy_worksheet(book.worksheets[0]).title = "表二"
    book.worksheets[1]["B3"] = "修桥项目"
    book.save(home / "修路.xlsx")
    hand_in(home / "修路-表二.xlsx", project="修渠项目")
    arguments = (home, "-o", tmp_path / "汇总.xlsx", "--reports", tmp_path / "报告")
    batch(*arguments)
    names = ["修路-表一.docx", "修路-表二.docx", "修路-表二（2）.docx"]
    assert sorted(one.name for one in (tmp_path / "报告").iterdir()) == names
    assert "其中2个没有变化" in batch(*arguments)[1]


def test_a_report_is_called_as_every_system_allows(folder: Path, tmp_path: Path, batch: Batch) -> None:
    """A name that turns its direction, breaks its line or names a device is no name of ours."""
    for name in ("CON.xlsx", "\u202e修桥.xlsx", "修\n渠.xlsx"):
        hand_in(folder / "交通局" / name)
    batch(folder, "-o", tmp_path / "汇总.xlsx", "--reports", tmp_path / "报告")
    written = {one.name for one in (tmp_path / "报告/交通局").iterdir()}
    assert {"CON_.docx", "_修桥.docx", "修 渠.docx"} <= written


def test_every_form_has_a_report_of_its_own(folder: Path, tmp_path: Path, batch: Batch) -> None:
    """Two forms of one name wrote the same report, one of them beside it as a changed one."""
    other = hand_in(tmp_path / "另一份.xlsx")
    (folder / "交通局/修路.xlsm").write_bytes(other.read_bytes())
    arguments = (folder, "-o", tmp_path / "汇总.xlsx", "--reports", tmp_path / "报告")
    batch(*arguments)
    written = {one.name: one.read_bytes() for one in (tmp_path / "报告/交通局").iterdir()}
    assert {"修路.docx", "修路（xlsm）.docx"} <= written.keys() and not any(
        "修改稿" in one for one in written
    )
    assert "没有变化" in batch(*arguments)[1]


def test_also_where_the_second_comes_later(folder: Path, tmp_path: Path, batch: Batch) -> None:
    """The first was unchanged, and its report gone under that of the second."""
    (folder / "交通局/修路.xlsx").rename(folder / "交通局/修路.xlsm")
    arguments = (folder, "-o", tmp_path / "汇总.xlsx", "--reports", tmp_path / "报告")
    batch(*arguments)
    first = (tmp_path / "报告/交通局/修路.docx").read_bytes()
    hand_in(folder / "交通局/修路.xlsx", actual=10)
    batch(*arguments)
    written = {one.name: one.read_bytes() for one in (tmp_path / "报告/交通局").iterdir()}
    assert written["修路（xlsm）.docx"] == first != written["修路.docx"]
    assert not any("修改稿" in one for one in written)
    assert "没有变化" in batch(*arguments)[1]


def test_a_file_of_somebody_else_is_not_written_over(folder: Path, tmp_path: Path, batch: Batch) -> None:
    other = hand_in(tmp_path / "汇总.xlsx")
    before = other.read_bytes()
    status, _, complaint = batch(folder, "-o", other)
    assert status == 2 and complaint.startswith("JX987")
    assert other.read_bytes() == before


@pytest.mark.parametrize("lock", ["~$汇总.xlsx", ".~lock.汇总.xlsx#", "~$绩效自评情况的通报.docx"])
def test_a_rollup_that_is_open_is_said_before_anything_is_read(
    folder: Path, tmp_path: Path, batch: Batch, lock: str
) -> None:
    (tmp_path / lock).write_bytes(b"")
    status, _, complaint = batch(
        folder, "-o", tmp_path / "汇总.xlsx", "--notice", tmp_path / "关于绩效自评情况的通报.docx"
    )
    assert status == 2 and complaint.startswith("JX985")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("汇总")] == []


def test_of_two_runs_with_one_output_the_second_fails(folder: Path, tmp_path: Path) -> None:
    order = room.Order((str(folder),), tmp_path / "汇总.xlsx", jobs=2)

    def meanwhile(coming, _):  # type: ignore[no-untyped-def]
        with pytest.raises(Refusal) as told:
            room.run(order)
        assert told.value.finding.code == "JX986"
        return coming

    (tmp_path / "也是.xlsx").symlink_to(order.output)

    def by_another_way(coming, _):  # type: ignore[no-untyped-def]
        with pytest.raises(Refusal) as told:
            room.run(room.Order((str(folder),), tmp_path / "也是.xlsx", jobs=2))
        assert told.value.finding.code == "JX986"
        return coming

    room.run(order, meanwhile)
    room.run(room.Order(order.folders, order.output, jobs=2, fresh=True), by_another_way)
    room.run(order)  # and afterwards the way is free


def test_a_lock_that_its_owner_removes_while_we_come_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """We would hold a file that is gone, and the next one a new one: two would write."""
    output = tmp_path / "汇总.xlsx"
    place = tmp_path / ".~汇总.xlsx.jxbook"

    def removed(handle: int) -> None:
        monkeypatch.setattr(locks, "_lock", real)
        place.unlink()
        real(handle)

    real = locks._lock
    monkeypatch.setattr(locks, "_lock", removed)
    with locks.alone(output):
        assert place.exists()
        with pytest.raises(Refusal), locks.alone(output):
            pass
    assert not place.exists()


def test_a_run_that_is_refused_leaves_nothing(tmp_path: Path, batch: Batch) -> None:
    assert batch(tmp_path / "没有", "-o", tmp_path / "汇总.xlsx")[0] == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "code"),
    [("没有", "JX980"), ("修路.xlsx", "JX980"), ("空的", "JX980")],
    ids=["none", "file", "empty"],
)
def test_a_folder_that_is_none_is_one_clear_message(
    tmp_path: Path, batch: Batch, name: str, code: str
) -> None:
    hand_in(tmp_path / "修路.xlsx")
    (tmp_path / "空的").mkdir()
    status, said, complaint = batch(tmp_path / name, "-o", tmp_path / "汇总.xlsx")
    assert (status, said) == (2, "") and complaint.startswith(f"{code} [")


def test_a_full_disk_ends_in_one_message_and_what_was_finished_is_kept(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The third report cannot be written; the next run, with room again, reads only what is missing."""
    order = room.Order((str(folder),), tmp_path / "汇总.xlsx", reports=tmp_path / "报告", jobs=2)

    def full(tasks, pool):  # type: ignore[no-untyped-def]
        for count, reading in enumerate(real(tasks, pool)):
            yield FileReading(reading.path, reading.name, stopped=True) if count == 2 else reading

    real = room.readings
    monkeypatch.setattr(room, "readings", full)
    with pytest.raises(Refusal) as told:
        room.run(order)
    assert told.value.finding.code == "JX988" and "2份" in told.value.finding.why
    monkeypatch.setattr(room, "readings", real)
    assert room.run(order).again == 2


def test_names_that_are_no_text_and_long_paths_are_read(tmp_path: Path, batch: Batch) -> None:
    home = tmp_path / "表"
    deep = home.joinpath(*["很长的部门名称" * 5] * 6)
    hand_in(deep / "修路#50%20.xlsx")
    if os.name != "nt":
        broken = os.fsdecode("修".encode() + b"\xff\xfe.xlsx")
        shutil.move(hand_in(home / "a.xlsx", project="修桥项目"), home / broken)
    _, said, _ = batch(home, "-o", tmp_path / "汇总.xlsx")
    assert "没有读出的文件0个" in said
    assert {row["项目名称"] for row in sheet(tmp_path / "汇总.xlsx", "项目")} >= {"修路项目"}


def test_a_worker_reads_on_after_a_file_that_it_cannot_foresee(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jxbook.bureau import reading

    def surprised(*_: object) -> None:
        raise ZeroDivisionError("nobody thought of this")

    monkeypatch.setattr(reading, "submission_of", surprised)
    path = hand_in(tmp_path / "修路.xlsx")
    found = reading.read(FileTask(str(path), path.name))
    assert found.refusal is not None and found.refusal.code == "JX999"
