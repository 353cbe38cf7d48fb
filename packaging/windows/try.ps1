# Installs what was made, makes a shop, proves it, uninstalls, and looks that the shop stays.
$ErrorActionPreference = "Stop"
$place = Join-Path $env:RUNNER_TEMP "kioskifly-try"
$shop = Join-Path $env:RUNNER_TEMP "kioskifly-shop"
function Run($program, $arguments) {
    $done = Start-Process $program -ArgumentList $arguments -Wait -PassThru -NoNewWindow
    if ($done.ExitCode) { throw "$program $arguments ended with $($done.ExitCode)" }
}
$setup = (Get-ChildItem "$PSScriptRoot\..\..\dist\*-instalador.exe").FullName
Run $setup @("/VERYSILENT", "/SUPPRESSMSGBOXES", "/CURRENTUSER", "/DIR=$place")
Run "$place\kioskifly-cli.exe" @("demo", $shop, "--clients", "20", "--months", "1")
Run "$place\kioskifly-cli.exe" @("--data", $shop, "check")
$before = (Get-FileHash "$shop\shop.db").Hash
Run "$place\unins000.exe" @("/VERYSILENT", "/SUPPRESSMSGBOXES")
# The uninstaller goes on in a copy of itself.
for ($tries = 0; (Test-Path "$place\kioskifly.exe") -and $tries -lt 60; $tries++) { Start-Sleep 1 }
if (Test-Path "$place\kioskifly.exe") { throw "The program stays behind" }
if ($before -ne (Get-FileHash "$shop\shop.db").Hash) { throw "The shop's data were touched" }
