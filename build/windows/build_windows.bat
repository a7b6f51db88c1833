@echo off
rem The reference build: a PC with Windows 10 or 11, Python 3.11 of python.org (64 bit, with
rem the launcher py) and NSIS 3. Makes dist\TTHCDesktop and dist\windows\TTHC-Desktop-VERSION.exe.
rem
rem     build\windows\build_windows.bat
setlocal enableextensions
cd /d "%~dp0..\.."
set "ROOT=%CD%"
set "CLEAN=%ROOT%\.pyinstaller\environment"
set "PYTHON=%CLEAN%\Scripts\python.exe"
set "BUNDLE=%ROOT%\dist\TTHCDesktop"
set "LISTS=%ROOT%\.pyinstaller\lists"
set "OUT=%ROOT%\dist\windows"
set "PYTHONUTF8=1"
set "PYTHONPATH="
set "PYTHONHOME="
set "PYINSTALLER_CONFIG_DIR=%ROOT%\.pyinstaller\cache"

py -3.11 -c "import struct, sys; sys.exit(struct.calcsize('P') != 8)"
if errorlevel 1 (
    echo Python 3.11, 64 bit, of python.org is needed.
    exit /b 1
)
set "MAKENSIS=%ProgramFiles(x86)%\NSIS\makensis.exe"
if not exist "%MAKENSIS%" set "MAKENSIS=%ProgramFiles%\NSIS\makensis.exe"
if not exist "%MAKENSIS%" (
    echo NSIS 3 is needed.
    exit /b 1
)

echo == environment
if exist "%CLEAN%" rmdir /s /q "%CLEAN%"
py -3.11 -m venv "%CLEAN%" || exit /b 1
"%PYTHON%" -m pip install -q --only-binary=:all: --require-hashes -r build\locks\bundle.txt || exit /b 1

echo == PyInstaller
"%PYTHON%" -m PyInstaller --noconfirm --clean --log-level WARN --workpath .pyinstaller --distpath dist installer.spec || exit /b 1

echo == self-test
if not exist "%OUT%" mkdir "%OUT%"
if exist "%OUT%\bao-cao.json" del "%OUT%\bao-cao.json"
start "" /wait "%BUNDLE%\tthc.exe" --self-test "%OUT%\bao-cao.json"
"%PYTHON%" -c "import sys; sys.path.insert(0, 'build'); import pathlib, self_test_report as r; r.require_passed(pathlib.Path(sys.argv[1]))" "%OUT%\bao-cao.json" || exit /b 1

echo == setup program
for /f %%v in ('^""%PYTHON%" -c "import tthc_desktop; print(tthc_desktop.VERSION)"^"') do set "VERSION=%%v"
for /f %%s in ('^""%PYTHON%" build\install_lists.py "%BUNDLE%" "%LISTS%"^"') do set "SIZE_KB=%%s"
"%MAKENSIS%" /V2 /INPUTCHARSET UTF8 "/DVERSION=%VERSION%" "/DSOURCE=%BUNDLE%" "/DLISTS=%LISTS%" "/DICON=%ROOT%\resources\app.ico" "/DSIZE_KB=%SIZE_KB%" "/DOUT=%OUT%\TTHC-Desktop-%VERSION%.exe" build\windows\setup.nsi || exit /b 1
echo Made: dist\windows\TTHC-Desktop-%VERSION%.exe
