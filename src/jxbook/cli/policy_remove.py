"""`jxbook policy remove`: an office's policy taken away from where `policy add` put it."""

from __future__ import annotations

import argparse

from jxbook.cli import FINE
from jxbook.cli.policy_add import registered_outlines
from jxbook.policy import user_policies
from jxbook.policy.places import shipped_names
from jxbook.refusals.policies import not_registered, shipped_stays
from jxbook.refusals.writing import cannot_register


def run(options: argparse.Namespace) -> int:
    """Remove the registered file of this name; the office's own copy, wherever it lies, stays."""
    name = options.id.removesuffix(".toml")
    if name in shipped_names():
        raise shipped_stays(name)
    registered = {path.stem: path for path in user_policies()}
    if name not in registered:
        raise not_registered(name, tuple(registered))
    outlines = registered_outlines()
    own = outlines.pop(name, None)
    try:
        registered[name].unlink()
        if own is not None and own not in outlines.values():
            own.unlink(missing_ok=True)
    except OSError as error:
        raise cannot_register(str(registered[name])) from error
    print(f"已取走：{name}\n文件：{registered[name]}")
    print("用它的工作簿以后在本机显示“待核对”；要再用，请重新运行 jxbook policy add。")
    return FINE
