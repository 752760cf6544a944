; Offers Wirebench for captures under "Open with". The person's default program for them stays.
; The extensions are those of CAPTURES in electron-builder.ts.

!macro wirebenchForEachCapture DO
  !insertmacro ${DO} "pcapng"
  !insertmacro ${DO} "pcap"
  !insertmacro ${DO} "cap"
!macroend

!macro wirebenchOffer EXT
  WriteRegNone SHELL_CONTEXT "Software\Classes\.${EXT}\OpenWithProgids" "Wirebench.Capture"
!macroend

!macro wirebenchWithdraw EXT
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.${EXT}\OpenWithProgids" "Wirebench.Capture"
!macroend

; SHChangeNotify with SHCNE_ASSOCCHANGED and SHCNF_FLUSH: Explorer reads the associations again.
!macro wirebenchNotifyExplorer
  System::Call "shell32::SHChangeNotify(i, i, p, p) (0x08000000, 0x1000, 0, 0)"
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\Wirebench.Capture" "" "Network capture"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Wirebench.Capture\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Wirebench.Capture\shell\open\command" "" '"$appExe" "%1"'
  !insertmacro wirebenchForEachCapture wirebenchOffer
  !insertmacro wirebenchNotifyExplorer
!macroend

!macro customUnInstall
  !insertmacro wirebenchForEachCapture wirebenchWithdraw
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Wirebench.Capture"
  !insertmacro wirebenchNotifyExplorer
!macroend
