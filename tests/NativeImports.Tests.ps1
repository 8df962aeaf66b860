# The functions of the native library, written down twice: in the C header, which cbindgen makes from the Rust code, and
# in the C# class that binds them. Names, numbers, parameters and results are the same.

BeforeAll {
    . $PSScriptRoot/common.ps1

    $header = Get-Content -LiteralPath (Join-Path $script:Root 'native/ffi/include/azir.h') -Raw
    $class = Get-Content -Raw -LiteralPath (
        Join-Path $script:Root 'module/src/AzIntegrationRuntime/Native/Library.cs')

    # What a C type is in C#, as far as the interface has any.
    $types = @{
        'void' = ''; 'int32_t' = 'int'; 'int64_t' = 'long'; 'int64_t *' = 'long*'; 'uint8_t *' = 'byte*'
        'const uint8_t *' = 'byte*'
    }

    function ConvertTo-Signature {
        # The types of a function of the header as a C# function pointer has them: parameters, then the result.
        param([string]$Result, [string]$Parameters)

        $names = foreach ($parameter in $Parameters -split ',') {
            # The type is all but the name behind it.
            $type = ($parameter -replace '\s+', ' ').Trim() -replace '(\*| )\w+$', '$1' -replace ' +$'
            if ($parameter.Trim() -eq 'void') { $type = 'void' }
            $types.ContainsKey($type) | Should -BeTrue -Because "'$type' is a type of '$parameter'"
            $types[$type]
        }
        @($names | Where-Object { $_ }) + $types[$Result] -join ', '
    }

    $declared = [ordered]@{}
    $pattern = '(?m)^(\w+) (azir_\w+)\(([^)]*)\);'
    foreach ($match in [regex]::Matches($header, $pattern)) {
        $declared[$match.Groups[2].Value] = ConvertTo-Signature $match.Groups[1].Value $match.Groups[3].Value
    }

    # The list of names, and which of them each pointer is bound to, with which types.
    $exports = @([regex]::Matches(
            [regex]::Match($class, '(?s)string\[\] Exports =\s*\[(.*?)\]').Groups[1].Value, '"(\w+)"') |
            ForEach-Object { $_.Groups[1].Value })
    $bound = @{}
    $pointer = '\(\(?delegate\* unmanaged\[Cdecl\]<([^>]*)>\)find\(Exports\[(\d)\]\)'
    foreach ($match in [regex]::Matches($class, $pointer)) {
        $bound[$exports[[int]$match.Groups[2].Value]] = $match.Groups[1].Value
    }
}

Describe 'The functions of the native library' {
    It 'are six in the header' {
        @($declared.Keys) | Should -HaveCount 6
    }

    It 'are the same in C#, under the same names' {
        $exports | Sort-Object | Should -BeExactly (@($declared.Keys) | Sort-Object)
        @($bound.Keys) | Sort-Object | Should -BeExactly (@($declared.Keys) | Sort-Object)
    }

    It 'have the same parameters and results in C#' {
        foreach ($name in $declared.Keys) {
            $bound[$name] | Should -BeExactly $declared[$name] -Because "it is $name"
        }
    }

    It 'have the same numbers in C#: <Constant>' -ForEach @(
        @{ Constant = 'AbiVersion'; Macro = 'AZIR_ABI_VERSION' }
        @{ Constant = 'None'; Macro = 'AZIR_NONE' }
        @{ Constant = 'Message'; Macro = 'AZIR_MESSAGE' }
        @{ Constant = 'Objects'; Macro = 'AZIR_OBJECTS' }
        @{ Constant = 'Finished'; Macro = 'AZIR_FINISHED' }
        @{ Constant = 'HandleError'; Macro = 'AZIR_E_HANDLE' }
        @{ Constant = 'RequestError'; Macro = 'AZIR_E_REQUEST' }
        @{ Constant = 'PanicError'; Macro = 'AZIR_E_PANIC' }
    ) {
        $wanted = [regex]::Match($header, "(?m)^#define $Macro (-?\d+)\s*$").Groups[1].Value
        $wanted | Should -Not -BeNullOrEmpty
        $own = [regex]::Match($class, "internal const int $Constant = (-?\d+);").Groups[1].Value
        $own | Should -BeExactly $wanted
    }

    It 'are exported by the library that was built, and no others' -Skip:(
        -not (Get-Command -Name nm -CommandType Application -ErrorAction Ignore)) {
        $library = Get-ChildItem -Path (Split-Path $script:MainManifest) -Filter libazir_native.so -Recurse -File |
            Select-Object -First 1
        if (-not $library) {
            Set-ItResult -Skipped -Because 'there is no ELF library in output/'
            return
        }
        $symbols = nm --dynamic --defined-only --format=posix $library.FullName | ForEach-Object { ($_ -split ' ')[0] }
        $symbols -match '^azir_' | Sort-Object | Should -BeExactly (@($declared.Keys) | Sort-Object)
    }

    It 'are imported nowhere else in C#' {
        $files = Get-ChildItem -Path (Join-Path $script:Root 'module/src') -Filter *.cs -Recurse -File |
            Where-Object { $_.FullName -notmatch '[\\/](bin|obj)[\\/]' }
        $others = $files | Select-String -CaseSensitive -Pattern 'azir_(?!native)\w+"' |
            Where-Object { $_.Path -notmatch 'Library\.cs$' }
        $others | Should -BeNullOrEmpty
    }
}
