# Makes dist\kioskifly-VERSION-instalador.exe of dist\kioskifly, signed where CERTIFICATE is given.
$ErrorActionPreference = "Stop"
$root = Resolve-Path "$PSScriptRoot\..\.."
$found = Select-String -Path "$root\kioskifly_desktop\__init__.py" -Pattern '^__version__ = "(.+)"'
$version = $found.Matches[0].Groups[1].Value
$iscc = "${env:ProgramFiles(x86)}\Inno Setup 6\ISCC.exe"
if (-not (Test-Path $iscc)) { choco install innosetup --no-progress --yes }
$options = @("/Qp", "/DVersion=$version")
if ($env:CERTIFICATE) {
    $sign = "powershell -ExecutionPolicy Bypass -File `$q$PSScriptRoot\sign.ps1`$q `$f"
    $options += "/DSigned", "/Skioskifly=$sign"
}
& $iscc @options "$PSScriptRoot\kioskifly.iss"
if ($LASTEXITCODE) { throw "The installer was not made" }
