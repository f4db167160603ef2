# Starts the program with invented data: scripts/demo.ps1 [more arguments for the program]
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')
dotnet run --project src/SupplierEsg.Web -- --demo @args
exit $LASTEXITCODE
