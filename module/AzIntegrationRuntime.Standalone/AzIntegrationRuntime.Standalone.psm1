# Functions hide cmdlets of the same name: with Az.Accounts loaded, its Connect-AzAccount has to stay the one that is found.
if ($null -ne (Get-Module -Name Az.Accounts)) {
    throw 'AzIntegrationRuntime.Standalone cannot be imported while Az.Accounts is loaded: both have Connect-AzAccount and its kin, ' +
    'and a function would hide a cmdlet. Import it in a PowerShell that has not loaded Az.Accounts.'
}

#region load
foreach ($folder in 'private', 'public') {
    foreach ($file in Get-ChildItem -LiteralPath (Join-Path $PSScriptRoot $folder) -Filter *.ps1 -Recurse -File) {
        . $file.FullName
    }
}
#endregion load
