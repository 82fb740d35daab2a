@echo off
chcp 936 >nul
rem 本文件为 GBK 编码，第二行让任何语言的 Windows 都按 GBK 读它。
setlocal
rem 本文件夹里的其他程序和 Python 模块一概不运行，变量也不从外面带入。
set "NoDefaultCurrentDirectoryInExePath=1"
set "PYTHONPATH="
set "PYTHONHOME="
set "PYTHONSTARTUP="
title 安装 jxbook
set "VENV=%LOCALAPPDATA%\jxbook\venv"
set "PYTHON="
pushd "%~dp0"
if errorlevel 1 goto no_folder
if not exist wheels\jxbook-*.whl goto no_folder

echo 安装 jxbook 到您自己的文件夹，不需要管理员权限，不需要网络。
echo.

"%SystemRoot%\System32\tasklist.exe" /fi "imagename eq EXCEL.EXE" 2>nul | "%SystemRoot%\System32\find.exe" /i "EXCEL.EXE" >nul
if not errorlevel 1 goto excel_open

echo [1/4] 查找 Python @PYTHON@（64位）
call :find_python
if not defined PYTHON call :set_up_python
if not defined PYTHON goto no_python
echo       %PYTHON%

echo [2/4] 安装程序（约一分钟）
%PYTHON% -I -m venv --clear "%VENV%"
if errorlevel 1 goto failed
"%VENV%\Scripts\python.exe" -I -m pip --isolated --disable-pip-version-check install --quiet --no-index --find-links wheels jxbook
if errorlevel 1 goto failed

echo [3/4] 让 Excel 找到它
"%VENV%\Scripts\python.exe" -I -m jxbook install
if errorlevel 1 goto failed

echo [4/4] 检查
"%VENV%\Scripts\python.exe" -I -m jxbook doctor
if errorlevel 1 goto unhealthy

echo.
echo 安装完成。请打开“模板”文件夹中的 .xlsm 文件开始填报，用法见“说明.txt”。
set "RESULT=0"
goto end

:find_python
call :try py -@PYTHON@
if defined PYTHON exit /b
call :try "%LOCALAPPDATA%\Programs\Python\Python@DIGITS@\python.exe"
if defined PYTHON exit /b
call :try python
exit /b

:try
%* -I -c "import sys; sys.exit(sys.version_info[:2] != (@TUPLE@) or sys.maxsize < 2**32 or 'WindowsApps' in sys.base_prefix)" >nul 2>nul
if not errorlevel 1 set PYTHON=%*
exit /b

:set_up_python
set "SETUP="
for %%F in (python-@PYTHON@.*-amd64.exe) do set "SETUP=%%F"
if not defined SETUP exit /b
echo       没有找到，先安装 %SETUP%（只为您自己安装）
start "" /wait "%CD%\%SETUP%" /passive InstallAllUsers=0 InstallLauncherAllUsers=0
call :find_python
exit /b

:no_folder
echo 没有找到安装文件。请先把压缩包完整解压，再双击解压后的 install.cmd。
goto failed_end

:excel_open
echo Excel 正在运行。请保存并关闭所有 Excel 窗口，再双击 install.cmd。
goto failed_end

:no_python
echo.
echo 这台电脑上没有64位的 Python @PYTHON@（微软应用商店里的 Python 不能用）。请这样做：
echo   1. 在能上网的电脑上打开 https://www.python.org/downloads/windows/
echo   2. 下载 @INSTALLER@
echo   3. 把它复制到本文件夹（install.cmd 旁边），再双击 install.cmd，它会自动安装
goto failed_end

:unhealthy
echo.
echo 程序已经装好，但上面标着“问题”的项目还要处理。处理后请再双击 install.cmd。
goto failed_end

:failed
echo.
echo 安装没有完成。请拍下本窗口发给维护人员；如果杀毒软件有提示，请选择允许后重试。

:failed_end
set "RESULT=1"

:end
popd
echo.
echo 按任意键关闭本窗口。
pause >nul
exit /b %RESULT%
