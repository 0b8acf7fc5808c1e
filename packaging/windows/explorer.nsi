; The installer for Windows: for one user, without an administrator. installers/windows/nsis.py compiles it
; and hands over every name as -D; FILES is the list of files that it writes for this bundle.
;
; Words on the command line:
;   /S          without any window
;   /D=FOLDER   another folder; the last word, never in quotation marks
;   /DESKTOP    a shortcut on the desktop too
;   /LANG=ko    Korean; /LANG=en English; otherwise the language of Windows
; The uninstaller knows /S, /LANG and:
;   /SETTINGS   remove the settings and kept sessions as well
;   _?=FOLDER   stay where it is and wait, so that its exit code can be seen; the last word
;   /UPGRADE    remove only the program's files; the installer of another version asks for it
; Exit codes of both:
;   0  done
;   1  cancelled by the user
;   2  a file could not be written
;   10 the program is running; nothing was changed
;   11 the version that is installed could not be removed
;   12 this Windows is too old, or not one of 64 bits

Unicode true
Target ${TARGET}
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
SetCompressor ${COMPRESSION}
!ifdef DICTIONARY
; Megabytes. Both programs hold the same modules; the second one costs nothing where the first is still seen.
SetCompressorDictSize ${DICTIONARY}
!endif
AllowSkipFiles off
ShowInstDetails hide
ShowUninstDetails hide

!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "MUI2.nsh"
!include "WinVer.nsh"
!include "x64.nsh"
!include "${FILES}"

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${FOLDER}"
!define SUFFIX_KEY "Software\Classes\${SUFFIX}"
!define CLASS_KEY "Software\Classes\${CLASS}"
!define IS_RUNNING 10
!define NOT_REMOVED 11
!define NOT_THIS_WINDOWS 12

Name "${NAME}"
OutFile "${OUT}"
BrandingText "${NAME} ${VERSION}"
InstallDir "$LOCALAPPDATA\Programs\${FOLDER}"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "CompanyName" "${PUBLISHER}"
VIAddVersionKey "FileDescription" "${NAME}: installer"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "Copyright ${PUBLISHER}; MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_RIGHT
!define MUI_HEADERIMAGE_BITMAP "${HEADER}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "$(WELCOME_TITLE)"
!define MUI_WELCOMEPAGE_TEXT "$(WELCOME_TEXT)"
!define MUI_FINISHPAGE_TITLE "$(FINISH_TITLE)"
!define MUI_FINISHPAGE_TEXT "$(FINISH_TEXT)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${FOLDER}.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(START_NOW)"
; The box for a text to read is the only second one that this page has.
!define MUI_FINISHPAGE_SHOWREADME ""
!define MUI_FINISHPAGE_SHOWREADME_NOTCHECKED
!define MUI_FINISHPAGE_SHOWREADME_TEXT "$(DESKTOP_SHORTCUT)"
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION MakeDesktopShortcut

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_COMPONENTSPAGE_NODESC
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Korean"

LangString WELCOME_TITLE ${LANG_ENGLISH} "Install ${NAME} ${VERSION}"
LangString WELCOME_TITLE ${LANG_KOREAN} "${NAME} ${VERSION} 설치"
LangString WELCOME_TEXT ${LANG_ENGLISH} "Move leverage and red lines, and watch the deal zones of a negotiation open and close.$\r$\n$\r$\nIt is installed for you alone; no administrator is needed. An older version is replaced; your settings and documents stay as they are."
LangString WELCOME_TEXT ${LANG_KOREAN} "협상력과 레드라인을 움직이며 합의 가능 영역이 열리고 닫히는 모습을 살펴보세요.$\r$\n$\r$\n이 사용자에게만 설치되며 관리자 권한이 필요하지 않습니다. 이전 버전은 새 버전으로 바뀌고, 설정과 문서는 그대로 남습니다."
LangString FINISH_TITLE ${LANG_ENGLISH} "${NAME} is ready"
LangString FINISH_TITLE ${LANG_KOREAN} "${NAME}을(를) 사용할 수 있습니다"
LangString FINISH_TEXT ${LANG_ENGLISH} "You find it in the start menu. A double click on a document ending in ${SUFFIX} opens it."
LangString FINISH_TEXT ${LANG_KOREAN} "시작 메뉴에서 열 수 있습니다. 이름이 ${SUFFIX}(으)로 끝나는 문서를 두 번 클릭해도 열립니다."
LangString START_NOW ${LANG_ENGLISH} "Start ${NAME} now"
LangString START_NOW ${LANG_KOREAN} "지금 ${NAME} 시작하기"
LangString DESKTOP_SHORTCUT ${LANG_ENGLISH} "Put a shortcut on the desktop"
LangString DESKTOP_SHORTCUT ${LANG_KOREAN} "바탕 화면에 바로 가기 만들기"
LangString DOCUMENT ${LANG_ENGLISH} "${DOCUMENT_NAME}"
LangString DOCUMENT ${LANG_KOREAN} "합의 영역 문서"
LangString RUNNING ${LANG_ENGLISH} "${NAME} is running. Save your work and close it, then try again."
LangString RUNNING ${LANG_KOREAN} "${NAME}이(가) 실행 중입니다. 작업을 저장하고 프로그램을 닫은 다음 다시 시도하세요."
LangString OLDER_STAYS ${LANG_ENGLISH} "The version that is installed could not be removed. Remove it in the settings of Windows, then try again."
LangString OLDER_STAYS ${LANG_KOREAN} "설치되어 있는 버전을 제거하지 못했습니다. Windows 설정에서 제거한 다음 다시 시도하세요."
LangString WRONG_WINDOWS ${LANG_ENGLISH} "${NAME} needs Windows 10 or 11 with 64 bits."
LangString WRONG_WINDOWS ${LANG_KOREAN} "${NAME}에는 64비트 Windows 10 또는 11이 필요합니다."
LangString PROGRAM ${LANG_ENGLISH} "Program"
LangString PROGRAM ${LANG_KOREAN} "프로그램"
LangString SETTINGS ${LANG_ENGLISH} "Settings and kept sessions"
LangString SETTINGS ${LANG_KOREAN} "설정과 보관된 작업"

!macro CHOOSE_LANGUAGE
  ${GetParameters} $0
  ${GetOptions} $0 "/LANG=" $1
  ${If} $1 == "ko"
    StrCpy $LANGUAGE ${LANG_KOREAN}
  ${ElseIf} $1 == "en"
    StrCpy $LANGUAGE ${LANG_ENGLISH}
  ${EndIf}
!macroend

; $R0: a folder. A program that runs cannot be opened for writing, whoever started it.
!macro REFUSE_WHILE_RUNNING UN
Function ${UN}RefuseWhileRunning
  again:
  StrCpy $1 0
  !insertmacro LOOK_AT "${FOLDER}.exe"
  !insertmacro LOOK_AT "${COMMAND}.exe"
  ${If} $1 = 0
    Return
  ${EndIf}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again
  SetErrorLevel ${IS_RUNNING}
  Quit
FunctionEnd
!macroend

!macro LOOK_AT PROGRAM
  ${If} ${FileExists} "$R0\${PROGRAM}"
    ClearErrors
    FileOpen $0 "$R0\${PROGRAM}" a
    ${If} ${Errors}
      StrCpy $1 1
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
!macroend

!insertmacro REFUSE_WHILE_RUNNING ""
!insertmacro REFUSE_WHILE_RUNNING "un."

Function .onInit
  !insertmacro CHOOSE_LANGUAGE
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(WRONG_WINDOWS)" /SD IDOK
    SetErrorLevel ${NOT_THIS_WINDOWS}
    Quit
  ${EndIf}
FunctionEnd

Function MakeDesktopShortcut
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${FOLDER}.exe"
FunctionEnd

; The version that is installed removes its own files: it alone knows which those are.
Function RemoveOlder
  ReadRegStr $R1 HKCU "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $R1 == ""
  ${OrIfNot} ${FileExists} "$R1\uninstall.exe"
    Return
  ${EndIf}
  StrCpy $R0 $R1
  Call RefuseWhileRunning
  ExecWait '"$R1\uninstall.exe" /S /UPGRADE _?=$R1' $0
  ${If} $0 <> 0
    MessageBox MB_OK|MB_ICONSTOP "$(OLDER_STAYS)" /SD IDOK
    SetErrorLevel ${NOT_REMOVED}
    Quit
  ${EndIf}
  Delete "$R1\uninstall.exe"
  RMDir "$R1"
FunctionEnd

Section
  StrCpy $R0 $INSTDIR
  Call RefuseWhileRunning
  Call RemoveOlder
  !insertmacro INSTALL_FILES
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${FOLDER}.exe"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/DESKTOP" $1
  ${IfNot} ${Errors}
  ${OrIf} ${FileExists} "$DESKTOP\${NAME}.lnk"
    Call MakeDesktopShortcut
  ${EndIf}

  ; Documents: another program that has taken them over keeps them.
  ReadRegStr $0 HKCU "${SUFFIX_KEY}" ""
  ${If} $0 == ""
    WriteRegStr HKCU "${SUFFIX_KEY}" "" "${CLASS}"
  ${EndIf}
  WriteRegStr HKCU "${SUFFIX_KEY}\OpenWithProgids" "${CLASS}" ""
  WriteRegStr HKCU "${CLASS_KEY}" "" "$(DOCUMENT)"
  WriteRegStr HKCU "${CLASS_KEY}\DefaultIcon" "" "$INSTDIR\${FOLDER}.exe,1"
  WriteRegStr HKCU "${CLASS_KEY}\shell\open\command" "" '"$INSTDIR\${FOLDER}.exe" "%1"'

  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${FOLDER}.exe,0"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ${RefreshShellIcons}
SectionEnd

Section "un.$(PROGRAM)"
  SectionIn RO
  StrCpy $R0 $INSTDIR
  Call un.RefuseWhileRunning
  SetOutPath "$TEMP"
  !insertmacro REMOVE_FILES
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/UPGRADE" $1
  ${IfNot} ${Errors}
    Return
  ${EndIf}

  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  ReadRegStr $0 HKCU "${SUFFIX_KEY}" ""
  ${If} $0 == "${CLASS}"
    DeleteRegValue HKCU "${SUFFIX_KEY}" ""
    StrCpy $0 ""
  ${EndIf}
  DeleteRegValue HKCU "${SUFFIX_KEY}\OpenWithProgids" "${CLASS}"
  EnumRegValue $1 HKCU "${SUFFIX_KEY}\OpenWithProgids" 0
  ${If} $1 == ""
    DeleteRegKey /ifempty HKCU "${SUFFIX_KEY}\OpenWithProgids"
  ${EndIf}
  EnumRegValue $1 HKCU "${SUFFIX_KEY}" 0
  ${If} "$0$1" == ""
    DeleteRegKey /ifempty HKCU "${SUFFIX_KEY}"
  ${EndIf}
  DeleteRegKey HKCU "${CLASS_KEY}"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  ${RefreshShellIcons}
SectionEnd

Section /o "un.$(SETTINGS)" SECTION_SETTINGS
  RMDir /r "$LOCALAPPDATA\${COMMAND}"
SectionEnd

Function un.onInit
  !insertmacro CHOOSE_LANGUAGE
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/SETTINGS" $1
  ${IfNot} ${Errors}
    SectionSetFlags ${SECTION_SETTINGS} ${SF_SELECTED}
  ${EndIf}
FunctionEnd
