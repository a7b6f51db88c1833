; The setup program: per user, no administrator. Files come from two generated lists
; (build/install_lists.py), so that only what was installed is ever removed.
;
;   makensis -DVERSION=… -DSOURCE=bundle -DLISTS=folder -DOUT=setup.exe [-DQUICK] setup.nsi
;
; Exit codes with /S: 0 done, 2 stopped, 4 the program was still running after a minute,
; 5 a newer version is installed.

Unicode true
; A 64-bit setup program, as the program itself is.
Target amd64-unicode

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include Win\COM.nsh
!include Win\Propkey.nsh

!define TITLE "TTHC Desktop – Kế hoạch và tiến độ"
!define ID "TTHCDesktop"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define DATA "$LOCALAPPDATA\${ID}"
!define MENU_LINK "$SMPROGRAMS\${TITLE}.lnk"
!define DESKTOP_LINK "$DESKTOP\${TITLE}.lnk"
!define EXIT_RUNNING 4
!define EXIT_NEWER 5
!define VT_TEXT 31

Name "${TITLE}"
OutFile "${OUT}"
BrandingText "TTHC Desktop ${VERSION}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${ID}"
InstallDirRegKey HKCU "Software\${ID}" "InstallDir"
ManifestDPIAware true
ManifestLongPathAware true
!ifdef QUICK
SetCompressor zlib
!else
SetCompressor /SOLID lzma
!endif

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEFINISHPAGE_BITMAP "${NSISDIR}\Contrib\Graphics\Wizard\nsis3-metro.bmp"
!define MUI_WELCOMEPAGE_TITLE "Cài đặt TTHC Desktop"
!define MUI_WELCOMEPAGE_TEXT "Chương trình theo dõi kế hoạch và tiến độ của Văn phòng Sở.$\r$\n$\r$\nCài cho riêng tài khoản đang dùng, không cần quyền quản trị. Khi nâng cấp, dữ liệu đã có được giữ nguyên.$\r$\n$\r$\nNhấn Tiến để cài đặt."
!define MUI_FINISHPAGE_TITLE "Đã cài xong TTHC Desktop"
!define MUI_FINISHPAGE_TEXT "Biểu tượng nằm trên màn hình và trong menu Start.$\r$\n$\r$\nNhấn Hoàn thành để đóng."
!define MUI_FINISHPAGE_RUN "$INSTDIR\tthc.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Mở TTHC Desktop"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "TTHC Desktop sẽ được gỡ khỏi máy này. Dữ liệu của bạn (tệp dữ liệu, bản sao lưu) được giữ lại, trừ khi bạn chọn xóa ở câu hỏi tiếp theo."

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"

VIAddVersionKey /LANG=${LANG_VIETNAMESE} "ProductName" "${TITLE}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "FileDescription" "Cài đặt ${TITLE}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "CompanyName" "TTHC Desktop"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "LegalCopyright" "TTHC Desktop"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "ProductVersion" "${VERSION}"

Var IsUpgrade
Var HadDesktopLink
Var Rounds

; A running program's files cannot be opened for writing: that is how it is found, whoever started it.
!macro FIND_RUNNING FILE
  ${If} ${FileExists} "$INSTDIR\${FILE}"
    ClearErrors
    FileOpen $1 "$INSTDIR\${FILE}" a
    ${If} ${Errors}
      StrCpy $0 "${FILE}"
    ${Else}
      FileClose $1
    ${EndIf}
  ${EndIf}
!macroend

!macro WAITING UN
; Names the program that runs and waits until it is closed; silent, for a minute.
Function ${UN}WaitForProgram
  StrCpy $Rounds 0
  again:
  StrCpy $0 ""
  !insertmacro FIND_RUNNING "_internal\python311.dll"
  !insertmacro FIND_RUNNING "tthc-cli.exe"
  !insertmacro FIND_RUNNING "tthc.exe"
  ${If} $0 == ""
    Return
  ${EndIf}
  ${If} ${Silent}
    IntOp $Rounds $Rounds + 1
    ${If} $Rounds > 120
      SetErrorLevel ${EXIT_RUNNING}
      Quit
    ${EndIf}
    Sleep 500
    Goto again
  ${EndIf}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "TTHC Desktop ($0) đang chạy.$\r$\n$\r$\nHãy đóng cửa sổ chương trình rồi nhấn Thử lại (Retry). Chưa thay đổi gì trên máy." IDRETRY again
  SetErrorLevel 2
  Quit
FunctionEnd
!macroend
!insertmacro WAITING ""
!insertmacro WAITING "un."

; Gives a shortcut the name under which the task bar gathers the program's windows.
!macro NAME_FOR_TASK_BAR LINK
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
  ${If} $0 P<> 0
    ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}",.r1)'
    ${If} $1 P<> 0
      ${IPersistFile::Load} $1 '("${LINK}",${STGM_READWRITE})'
      ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}",.r2)'
      ${If} $2 P<> 0
        System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r3'
        System::Call '*(&w64 "${ID}")p.r4'
        System::Call '*${SYSSTRUCT_PROPVARIANT}(${VT_TEXT},,p r4)p.r5'
        ${IPropertyStore::SetValue} $2 '($3,$5)'
        ${IPropertyStore::Commit} $2 ""
        System::Free $5
        System::Free $4
        System::Free $3
        ${IUnknown::Release} $2 ""
        ${IPersistFile::Save} $1 '("${LINK}",1)'
      ${EndIf}
      ${IUnknown::Release} $1 ""
    ${EndIf}
    ${IUnknown::Release} $0 ""
  ${EndIf}
!macroend

Function .onInit
  SetShellVarContext current
  ReadRegStr $0 HKCU "${KEY}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 == 1
      ${If} ${Silent}
        SetErrorLevel ${EXIT_NEWER}
        Quit
      ${EndIf}
      MessageBox MB_OK|MB_ICONEXCLAMATION "Máy này đã có TTHC Desktop $0, mới hơn bản ${VERSION} đang cài. Chưa thay đổi gì trên máy."
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

Section
  SetShellVarContext current
  Call WaitForProgram
  StrCpy $IsUpgrade 0
  StrCpy $HadDesktopLink 0
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    StrCpy $IsUpgrade 1
    ${If} ${FileExists} "${DESKTOP_LINK}"
      StrCpy $HadDesktopLink 1
    ${EndIf}
    ; The older version takes away its own files by its own list.
    DetailPrint "Gỡ các tệp của bản cũ…"
    ExecWait '"$INSTDIR\uninstall.exe" /S /UPGRADE _?=$INSTDIR' $0
    ${If} $0 != 0
      SetErrorLevel 2
      Abort "Không gỡ được bản cũ (mã $0). Hãy đóng chương trình rồi cài lại; dữ liệu còn nguyên."
    ${EndIf}
  ${EndIf}
  !include "${LISTS}\install_list.nsh"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "${MENU_LINK}" "$INSTDIR\tthc.exe" "" "$INSTDIR\tthc.exe" 0 SW_SHOWNORMAL "" "Kế hoạch, nhiệm vụ, tiến độ và báo cáo"
  !insertmacro NAME_FOR_TASK_BAR "${MENU_LINK}"
  ${If} $IsUpgrade = 0
  ${OrIf} $HadDesktopLink = 1
    CreateShortcut "${DESKTOP_LINK}" "$INSTDIR\tthc.exe" "" "$INSTDIR\tthc.exe" 0 SW_SHOWNORMAL "" "Kế hoạch, nhiệm vụ, tiến độ và báo cáo"
    !insertmacro NAME_FOR_TASK_BAR "${DESKTOP_LINK}"
  ${EndIf}
  WriteRegStr HKCU "Software\${ID}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "DisplayName" "${TITLE}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\tthc.exe,0"
  WriteRegStr HKCU "${KEY}" "Publisher" "TTHC Desktop"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
SectionEnd

Function un.onInit
  SetShellVarContext current
  StrCpy $IsUpgrade 0
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/UPGRADE" $1
  ${IfNot} ${Errors}
    StrCpy $IsUpgrade 1
  ${EndIf}
FunctionEnd

; Only what the program itself makes, name by name; anything else in the folder stays.
Function un.RemoveData
  Delete "${DATA}\du-lieu.tthc"
  Delete "${DATA}\du-lieu.tthc-journal"
  Delete "${DATA}\du-lieu.tthc.lock"
  Delete "${DATA}\cua-so.ini"
  Delete "${DATA}\TTHCDesktop-*.mo"
  Delete "${DATA}\backups\du-lieu-*.tthc"
  Delete "${DATA}\backups\du-lieu-*.json"
  Delete "${DATA}\logs\tthc.log*"
  Delete "${DATA}\logs\su-co*.txt"
  RMDir "${DATA}\backups"
  RMDir "${DATA}\logs"
  RMDir "${DATA}"
FunctionEnd

Section "Uninstall"
  SetShellVarContext current
  Call un.WaitForProgram
  !include "${LISTS}\uninstall_list.nsh"
  ${If} $IsUpgrade = 1
    Return
  ${EndIf}
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "${MENU_LINK}"
  Delete "${DESKTOP_LINK}"
  DeleteRegKey HKCU "${KEY}"
  DeleteRegKey HKCU "Software\${ID}"
  MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "Đã gỡ chương trình.$\r$\n$\r$\nXóa luôn dữ liệu (kế hoạch, tiến độ, mọi bản sao lưu) trong ${DATA}?$\r$\n$\r$\nNhấn Không (No) để giữ lại; cài lại chương trình là dùng tiếp được." /SD IDNO IDNO keep
  MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "Dữ liệu đã xóa thì không lấy lại được. Vẫn xóa?" /SD IDNO IDNO keep
  Call un.RemoveData
  keep:
SectionEnd
