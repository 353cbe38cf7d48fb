; The installer for Windows, made by Inno Setup 6: iscc /DVersion=0.1.0 packaging\windows\kioskifly.iss
; For one person or for all, as whoever installs chooses. The shop's data are in the person's own
; folder, which neither installing nor uninstalling touches.

#ifndef Version
  #error The version is missing: iscc /DVersion=X.Y.Z
#endif
#define Root "..\.."

[Setup]
AppId={{6B0E5C5E-51B1-4E44-9C8C-0B8E6F1B7D10}
AppName=Kioskifly
AppVersion={#Version}
AppVerName=Kioskifly {#Version}
AppPublisher=Kioskifly
AppPublisherURL=https://kioskifly.example
AppSupportURL=https://kioskifly.example
VersionInfoVersion={#Version}
DefaultDirName={autopf}\Kioskifly
DefaultGroupName=Kioskifly
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0
WizardStyle=modern
SetupIconFile={#Root}\build\icons\kioskifly.ico
UninstallDisplayIcon={app}\kioskifly.exe
UninstallDisplayName=Kioskifly
LicenseFile={#Root}\packaging\windows\licencia.txt
OutputDir={#Root}\dist
OutputBaseFilename=kioskifly-{#Version}-instalador
Compression=lzma2/max
SolidCompression=yes
; An open shop is asked to close: its file is never replaced under it.
CloseApplications=yes
RestartApplications=no
#ifdef Signed
SignTool=kioskifly
SignedUninstaller=yes
#endif

[Languages]
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"
Name: "autostart"; Description: "{cm:AutoStartProgram,Kioskifly}"; GroupDescription: "{cm:AutoStartProgramGroupDescription}"; Flags: unchecked

[InstallDelete]
; What an older version had and this one hasn't must not stay on its path.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Root}\dist\kioskifly\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\Kioskifly"; Filename: "{app}\kioskifly.exe"
Name: "{autodesktop}\Kioskifly"; Filename: "{app}\kioskifly.exe"; Tasks: desktopicon
Name: "{autostartup}\Kioskifly"; Filename: "{app}\kioskifly.exe"; Tasks: autostart

[Run]
Filename: "{app}\kioskifly.exe"; Description: "{cm:LaunchProgram,Kioskifly}"; Flags: nowait postinstall skipifsilent
