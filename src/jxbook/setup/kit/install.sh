#!/bin/sh
# 安装 jxbook @VERSION@：sh install.sh；卸载：sh install.sh --remove。退出码见“说明.txt”。
# 不需要管理员权限，不需要网络。新装的放在一旁，装好才换上；中途断电、磁盘已满，原来的照样能用。
set -u
# 本文件夹里的其他程序和 Python 模块一概不运行，变量也不从外面带入。
PATH=/usr/local/bin:/usr/bin:/bin
export PATH
unset PYTHONPATH PYTHONHOME PYTHONSTARTUP CDPATH
PIP_CONFIG_FILE=/dev/null
export PIP_CONFIG_FILE

if [ -n "${SUDO_USER-}" ]; then
    echo "请不要用 sudo，用填报人自己的账户运行：程序只装给运行它的人。"
    exit 1
fi
if [ ! -d "${HOME-}" ] || [ ! -w "$HOME" ]; then
    echo "用户文件夹“${HOME-}”不存在或不能写入，没有安装。"
    exit 1
fi
case "${XDG_DATA_HOME-}" in
    /*) PLACE=$XDG_DATA_HOME/jxbook ;;
    *) PLACE=$HOME/.local/share/jxbook ;;
esac
VENV=$PLACE/venv
MACHINE=$(uname -m)
NEW=
OLD=
SWAPPED=

main() {
    case "${1-}" in
        "" | --remove) ;;
        *)
            echo "写法：sh install.sh 安装，sh install.sh --remove 卸载"
            return 1
            ;;
    esac
    exec 9>"$PLACE/install.lock" || return 1
    if ! flock -n 9; then
        echo "另一个安装还在进行，没有改动。请等它结束。"
        return 4
    fi
    # 只认安装程序自己放的连接
    if [ -e "$VENV" ] && [ ! -L "$VENV" ]; then
        echo "$VENV 不是安装包装的，没有改动。请把它改名后重试。"
        return 1
    fi
    OLD=$(readlink "$VENV")
    if [ "${1-}" = --remove ]; then
        take_away
        return
    fi
    trap 'failed; exit 1' HUP INT TERM
    sweep
    install_all
}

install_all() {
    echo "安装 jxbook @VERSION@ 到您自己的文件夹，不需要管理员权限，不需要网络。"
    echo
    requirements=requirements-$MACHINE.txt
    if [ ! -f "$requirements" ]; then
        echo "没有供这种处理器（$MACHINE）用的组件，本安装包只供 x86_64 和 aarch64（arm64）。没有安装。"
        return 1
    fi
    NEW=$(mktemp -d "$PLACE/app.XXXXXX") || { failed; return 1; }

    echo "[1/4] 查找 Python @PYTHON@（64位）"
    PYTHON=
    bring_python || { failed; return 1; }
    [ -n "$PYTHON" ] || find_python
    if [ -z "$PYTHON" ]; then
        no_python
        rm -rf "$NEW"
        return 3
    fi
    echo "      $PYTHON"

    echo "[2/4] 安装程序（约一分钟）"
    "$PYTHON" -I -m venv "$NEW/venv" || { failed; return 1; }
    "$NEW/venv/bin/python" -I -m pip --isolated --disable-pip-version-check install --quiet --no-cache-dir --no-index --find-links wheels --require-hashes --requirement "$requirements" || { failed; return 1; }
    "$NEW/venv/bin/python" -I -m jxbook policy >/dev/null || { failed; return 1; }

    echo "[3/4] 换上新的，加入右键菜单和桌面"
    sync
    switch_to "${NEW##*/}/venv" || { failed; return 1; }
    SWAPPED=1
    "$VENV/bin/python" -I -m jxbook install || { failed; return 1; }
    trap '' HUP INT TERM
    for policy in 政策/*.toml; do
        [ -f "$policy" ] || continue
        "$VENV/bin/python" -I -m jxbook policy add "$policy" || echo "      没有登记 $policy，请按上面的提示处理。"
    done
    OLD=$(readlink "$VENV")
    sweep

    echo "[4/4] 检查"
    if ! "$VENV/bin/python" -I -m jxbook doctor; then
        echo
        echo "程序已经装好，但上面标着“问题”的项目还要处理，或检查没有做完。处理后请再运行一次。"
        return 2
    fi
    echo
    echo "安装完成。程序在 $PLACE，记录在 $PLACE/install.log。"
    echo "空表在桌面的“绩效评价”文件夹里，用法见“说明.txt”。"
    echo "命令：$VENV/bin/jxbook"
    return 0
}

# 连接一步换好：任何时候断电，它不是指着旧的，就是指着新的。
switch_to() {
    rm -f "$PLACE/venv.new"
    ln -s "$1" "$PLACE/venv.new" && mv -fT "$PLACE/venv.new" "$VENV"
}

# 删去没有装完的和换下来的。
sweep() {
    for one in "$PLACE"/app.*; do
        [ -d "$one" ] || continue
        [ "${one##*/}/venv" = "$OLD" ] || rm -rf "$one"
    done
}

failed() {
    trap '' HUP INT TERM
    if [ -n "$SWAPPED" ]; then
        if [ -n "$OLD" ]; then switch_to "$OLD"; else rm -f "$VENV"; fi
    fi
    [ -z "$NEW" ] || rm -rf "$NEW"
    echo
    echo "安装没有完成，原来装好的没有改动。磁盘已满的，请腾出 500 MB 后重试；其他的请把 $PLACE/install.log 发给维护人员。"
}

# 放在本文件夹里的 Python，连同程序一起装到用户文件夹。
bring_python() {
    for one in cpython-@PYTHON@.*-"$MACHINE"-*-install_only*.tar.gz; do
        [ -f "$one" ] || continue
        echo "      解开 $one"
        tar -xzf "$one" -C "$NEW" || return 1
        try "$NEW/python/bin/python@PYTHON@"
        [ -z "$PYTHON" ] || return 0
    done
    return 0
}

find_python() {
    for one in "/opt/python@PYTHON@/bin/python@PYTHON@" /opt/python-@PYTHON@*/bin/python@PYTHON@ \
        /usr/local/bin/python@PYTHON@ /usr/bin/python@PYTHON@ /usr/bin/python3; do
        [ -n "$PYTHON" ] || try "$one"
    done
}

try() {
    [ -x "$1" ] || return 0
    if "$1" -I -c 'import sys; sys.exit(sys.version_info[:2] != (@TUPLE@) or sys.maxsize < 2**32)' 2>/dev/null; then
        if "$1" -I -c 'import ensurepip, pyexpat, venv, zlib' 2>/dev/null; then
            PYTHON=$1
        else
            echo "      不能用：$1 缺少 venv、ensurepip、zlib 或 pyexpat（Debian 上是 python@PYTHON@-venv）"
        fi
    else
        "$1" -I -c 'import sys; print("      不能用：", sys.version.split()[0], sys.executable)' 2>/dev/null ||
            echo "      不能用：$1 运行不了"
    fi
}

no_python() {
    echo
    echo "这台电脑上没有能用的 Python @PYTHON@，没有安装，原来的没有改动。请管理员任选一种："
    echo "  1. 从 https://github.com/astral-sh/python-build-standalone/releases 下载"
    echo "     cpython-@PYTHON@.数字+日期-$MACHINE-unknown-linux-gnu-install_only.tar.gz，放到本文件夹，再运行一次"
    echo "  2. 把 Python @PYTHON@ 装到 /opt/python@PYTHON@（要带 venv 和 ensurepip）"
}

take_away() {
    echo "卸载 jxbook。自评表、登记的政策不受影响。"
    if [ -x "$VENV/bin/python" ]; then
        "$VENV/bin/python" -I -m jxbook install --remove || echo "右键菜单和桌面上的图标没有全部撤销，见上。"
    fi
    rm -f "$VENV" "$PLACE/venv.new"
    OLD=
    sweep
    for one in "$VENV" "$PLACE"/app.*; do
        if [ -e "$one" ]; then
            echo "$one 没有删除干净，请检查权限后再运行一次。"
            return 1
        fi
    done
    rm -f "$PLACE/install.lock"
    echo "卸载完成。"
    return 0
}

cd "$(dirname "$0")" || exit 1
if ! ls wheels/jxbook-*.whl >/dev/null 2>&1; then
    echo "没有找到安装文件。请先把压缩包完整解压，再运行解压后的 install.sh。"
    exit 1
fi
mkdir -p "$PLACE" || exit 1
# 屏幕上和记录里一样；退出码是 main 的，不是 tee 的。
{
    status=$({ { main "$@" 3>&- 4>&-; echo $? >&4; } 2>&1 4>&4 | tee "$PLACE/install.log" >&3 2>/dev/null; } 4>&1)
} 3>&1
exit "${status:-1}"
