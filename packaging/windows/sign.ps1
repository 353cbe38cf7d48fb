# Signs files with the certificate in CERTIFICATE (a .pfx in base64). Usage: sign.ps1 FILE...
$ErrorActionPreference = "Stop"
$pfx = Join-Path $env:RUNNER_TEMP "kioskifly.pfx"
[IO.File]::WriteAllBytes($pfx, [Convert]::FromBase64String($env:CERTIFICATE))
try {
    $signtool = Get-ChildItem "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe" |
        Sort-Object FullName | Select-Object -Last 1
    foreach ($file in $args) {
        & $signtool.FullName sign /f $pfx /p $env:CERTIFICATE_PASSWORD /fd SHA256 `
            /tr http://timestamp.digicert.com /td SHA256 /d Kioskifly $file
        if ($LASTEXITCODE) { throw "$file was not signed" }
    }
} finally {
    Remove-Item $pfx
}
