# Builds and tests on Windows. PostgreSQL and SQL Server are used where SUPPLIERESG_TEST_POSTGRES and
# SUPPLIERESG_TEST_SQLSERVER hold connection strings; the browser tests need CHROMIUM to name a Chromium or Edge.
param([string[]] $Suites = @('UnitTests', 'IntegrationTests', 'BrowserTests'))
Set-Location (Join-Path $PSScriptRoot '..')
dotnet build SupplierEsg.sln -v quiet -nologo
if ($LASTEXITCODE -ne 0) { exit 1 }
$failed = 0
foreach ($suite in $Suites) {
  dotnet run --no-build --project "tests/SupplierEsg.$suite" -- --no-progress
  if ($LASTEXITCODE -ne 0) { $failed = 1 }
}
exit $failed
