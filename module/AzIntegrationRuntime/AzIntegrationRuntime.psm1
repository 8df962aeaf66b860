# Development loader: the build puts the text of the files here, so that the built module is one file.

#region load
foreach ($folder in 'private', 'public') {
    foreach ($file in Get-ChildItem -LiteralPath (Join-Path $PSScriptRoot $folder) -Filter *.ps1 -Recurse -File) {
        . $file.FullName
    }
}
#endregion load
