@echo off
chcp 936 >nul
rem 本文件为 GBK 编码，第二行让任何语言的 Windows 都按 GBK 读它。
rem 无人值守：install.cmd /quiet 不提问、不等待；install.cmd /remove 卸载。退出码见“说明.txt”。
setlocal
rem 本文件夹里的其他程序和 Python 模块一概不运行，变量也不从外面带入。
set "NoDefaultCurrentDirectoryInExePath=1"
set "PYTHONPATH="
set "PYTHONHOME="
set "PYTHONSTARTUP="
title 安装 jxbook
set "HOME_FOLDER=%LOCALAPPDATA%\jxbook"
set "VENV=%HOME_FOLDER%\venv"
set "OLD=%HOME_FOLDER%\venv.old"
set "UNPACKED=%HOME_FOLDER%\python.new"
set "PIP=%~dp0wheels\@PIP@"
set "PYTHON="
set "QUIET="
if /i "%~1"=="/quiet" set "QUIET=1"
if /i "%~2"=="/quiet" set "QUIET=1"
if not exist "%HOME_FOLDER%" md "%HOME_FOLDER%"
if not defined QUIET goto begin
if defined JXBOOK_LOG goto begin
set "JXBOOK_LOG=%HOME_FOLDER%\install.log"
"%SystemRoot%\System32\cmd.exe" /d /c ""%~f0" %* >"%JXBOOK_LOG%" 2>&1"
exit /b %errorlevel%

:begin
pushd "%~dp0"
if not "%errorlevel%"=="0" goto no_folder
if not exist wheels\jxbook-*.whl goto no_folder

"%SystemRoot%\System32\tasklist.exe" /fi "imagename eq EXCEL.EXE" 2>nul | "%SystemRoot%\System32\find.exe" /i "EXCEL.EXE" >nul
if "%errorlevel%"=="0" goto excel_open
if /i "%~1"=="/remove" goto remove

echo 安装 jxbook @VERSION@ 到您自己的文件夹，不需要管理员权限，不需要网络。
echo.
echo [1/4] 查找 Python @PYTHON@（64位）
call :bring_python
if not defined PYTHON call :find_python
if not defined PYTHON call :set_up_python
if not defined PYTHON goto no_python
echo       %PYTHON%

echo [2/4] 安装程序（约一分钟）
if exist "%OLD%" rd /s /q "%OLD%"
if exist "%VENV%" ren "%VENV%" venv.old
if exist "%VENV%" goto in_use
call :make_place
if not exist "%VENV%\Scripts\pythonw.exe" goto failed
"%VENV%\Scripts\python.exe" -I -c "import hashlib, sys; sys.exit(hashlib.sha256(open(sys.argv[1], 'rb').read()).hexdigest() != sys.argv[2])" "%PIP%" @PIPSUM@
if not "%errorlevel%"=="0" goto failed
"%VENV%\Scripts\python.exe" -I "%PIP%\pip" --isolated --disable-pip-version-check install --quiet --no-index --find-links wheels --require-hashes --requirement requirements.txt
if not "%errorlevel%"=="0" goto failed

echo [3/4] 让 Excel 找到它
"%VENV%\Scripts\python.exe" -I -m jxbook install
if not "%errorlevel%"=="0" goto failed
for %%F in (政策\*.toml) do call :add_policy "%%F"
if exist "%OLD%" rd /s /q "%OLD%"
if exist "%UNPACKED%" rd /s /q "%UNPACKED%"

echo [4/4] 检查
"%VENV%\Scripts\python.exe" -I -m jxbook doctor
if not "%errorlevel%"=="0" goto unhealthy

echo.
echo 安装完成。请打开桌面上的“绩效评价”文件夹开始填报，用法见“说明.txt”。
set "RESULT=0"
goto end

:add_policy
"%VENV%\Scripts\python.exe" -I -m jxbook policy add %1
if not "%errorlevel%"=="0" echo       没有登记 %1，请按上面的提示处理。
exit /b

rem 管理员放在旁边的 python.org 压缩包，或已解压的同名文件夹，先于本机的 Python。
:bring_python
if exist "%UNPACKED%" rd /s /q "%UNPACKED%"
for %%F in (python-@PYTHON@.*-amd64.zip) do if not exist "%%~nF\python.exe" call :unpack "%%F"
for /d %%D in (python-@PYTHON@.*-amd64) do if not exist "%UNPACKED%" call :copy_python "%%D"
if exist "%UNPACKED%\python.exe" call :try "%UNPACKED%\python.exe"
exit /b

:unpack
if exist "%UNPACKED%" exit /b
if not exist "%SystemRoot%\System32\tar.exe" goto cannot_unpack
echo       解开 %~1
md "%UNPACKED%"
"%SystemRoot%\System32\tar.exe" -xf %1 -C "%UNPACKED%"
if "%errorlevel%"=="0" exit /b
rd /s /q "%UNPACKED%"
:cannot_unpack
echo       解不开 %~1：请右键单击它，选“全部解压缩”，再双击 install.cmd
exit /b

:copy_python
if not exist "%~1\python.exe" exit /b
echo       使用文件夹 %~1
"%SystemRoot%\System32\xcopy.exe" %1 "%UNPACKED%" /e /i /q /y >nul
if not "%errorlevel%"=="0" rd /s /q "%UNPACKED%"
exit /b

rem 完整的 Python 建一个虚拟环境；python.org 的 embeddable 没有 venv，整个放进去，它自己就是。
:make_place
if not exist "%UNPACKED%\python.exe" goto make_venv
md "%VENV%\Lib\site-packages"
"%SystemRoot%\System32\xcopy.exe" "%UNPACKED%" "%VENV%\Scripts" /e /i /q /y >nul
if not "%errorlevel%"=="0" exit /b
"%VENV%\Scripts\python.exe" -I -c "import pathlib, sys; here = pathlib.Path(sys.executable).parent; here.with_name('pyvenv.cfg').write_text(f'home = {here}\n', 'utf-8'); [one.unlink() for one in here.glob('python*._pth')]"
exit /b

:make_venv
%PYTHON% -I -m venv --without-pip "%VENV%"
exit /b

:find_python
call :try py -@PYTHON@
if defined PYTHON exit /b
call :try "%LOCALAPPDATA%\Programs\Python\Python@DIGITS@\python.exe"
if defined PYTHON exit /b
call :try "%ProgramFiles%\Python@DIGITS@\python.exe"
if defined PYTHON exit /b
call :try python
exit /b

:try
%* -I -c "import sys; sys.exit(sys.version_info[:2] != (@TUPLE@) or sys.maxsize < 2**32 or 'WindowsApps' in sys.base_prefix)" >nul 2>nul
if "%errorlevel%"=="0" set PYTHON=%*
if defined PYTHON exit /b
%* -I -c "import sys; store = 'WindowsApps' in sys.base_prefix; print('      不能用：', sys.version.split()[0], '64位' if sys.maxsize > 2**32 else '32位', '微软应用商店版' if store else '', sys.executable)" 2>nul
exit /b

:set_up_python
set "SETUP="
for %%F in (python-@PYTHON@.*-amd64.exe) do set "SETUP=%%F"
if not defined SETUP exit /b
echo       没有合用的，先安装 %SETUP%（只为您自己安装，不提问）
start "" /wait "%CD%\%SETUP%" /quiet InstallAllUsers=0 InstallLauncherAllUsers=0
call :find_python
exit /b

:remove
echo 卸载 jxbook。自评表、登记的政策不受影响。
if exist "%VENV%\Scripts\python.exe" "%VENV%\Scripts\python.exe" -I -m jxbook install --remove
if exist "%VENV%" rd /s /q "%VENV%"
if exist "%OLD%" rd /s /q "%OLD%"
if exist "%UNPACKED%" rd /s /q "%UNPACKED%"
if exist "%VENV%" goto in_use
echo 卸载完成。
set "RESULT=0"
goto end

:no_folder
echo 没有找到安装文件。请先把压缩包完整解压，再双击解压后的 install.cmd。
set "RESULT=1"
goto end

:excel_open
echo Excel 正在运行。请保存并关闭所有 Excel 窗口，再双击 install.cmd。
set "RESULT=4"
goto end

:in_use
echo 原来的程序正在使用，没有改动。请关闭所有 Excel 窗口（或注销一次），再双击 install.cmd。
set "RESULT=4"
goto end

:no_python
echo.
echo 这台电脑上没有64位的 Python @PYTHON@（微软应用商店里的 Python 不能用）。请这样做：
echo   1. 在能上网的电脑上打开 https://www.python.org/downloads/windows/
echo   2. 下载 @INSTALLER@
echo   3. 把它复制到本文件夹（install.cmd 旁边），再双击 install.cmd，它会自动安装
echo   不许运行安装程序的电脑，改用同一网页的压缩包 @ARCHIVE@，也放在旁边，不用解压
set "RESULT=3"
goto end

:unhealthy
echo.
echo 程序已经装好，但上面标着“问题”的项目还要处理，或检查没有做完。处理后请再双击 install.cmd。
set "RESULT=2"
goto end

:failed
if exist "%VENV%" rd /s /q "%VENV%"
if exist "%OLD%" ren "%OLD%" venv
if exist "%UNPACKED%" rd /s /q "%UNPACKED%"
echo.
echo 安装没有完成，原来装好的没有改动。请拍下本窗口发给维护人员；如果杀毒软件有提示，请选择允许后重试。
set "RESULT=1"

:end
popd
if defined QUIET exit /b %RESULT%
echo.
echo 按任意键关闭本窗口。
pause >nul
exit /b %RESULT%
