# Several runspaces of one process: objects that they share, and contexts of their own.

BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-runspaces'
    $null = New-TestRuntime 'adf-runspaces' 'ir-a'
    $assembly = (Get-Command Get-AzDataFactoryV2).ImplementingType.Assembly
}

AfterAll {
    Stop-TestEmulator
}

Describe 'ForEach-Object -Parallel' -Skip:($PSVersionTable.PSVersion.Major -le 5) {
    It 'takes a context of the outer runspace, as the first thing in a process' {
        $path = Join-Path $TestDrive 'first.ps1'
        [IO.File]::WriteAllText($path, @"
`$ErrorActionPreference = 'Stop'
`$env:PSModulePath = '$(Join-Path $script:Root 'output')' + [IO.Path]::PathSeparator + `$env:PSModulePath
Import-Module AzIntegrationRuntime, AzIntegrationRuntime.Standalone
`$null = Start-AzIntegrationRuntimeEmulator -WarningAction SilentlyContinue
`$null = Connect-AzAccount
`$null = New-AzResourceGroup rg -Location eastus
`$null = Set-AzDataFactoryV2 rg adf-first eastus -Force
`$ctx = Get-AzContext
1..16 | ForEach-Object -ThrottleLimit 8 -Parallel {
    Import-Module AzIntegrationRuntime, AzIntegrationRuntime.Standalone
    try { (Get-AzDataFactoryV2 rg adf-first -DefaultProfile `$using:ctx -ErrorAction Stop).DataFactoryName }
    catch { `$_.Exception.Message }
}
"@)
        $said = @(& (Get-PwshPath) -NoProfile -NonInteractive -File $path)
        $said | Should -HaveCount 16
        $said | Sort-Object -Unique | Should -BeExactly 'adf-first'
    }

    It 'gives each runspace a context of its own' {
        $manifests = $script:MainManifest, $script:StandaloneManifest
        $before = (Get-AzContext).Subscription.Id
        $ids = $script:SubscriptionId, $script:SecondSubscriptionId
        $seen = 1..12 | ForEach-Object -ThrottleLimit 4 -Parallel {
            $using:manifests | Import-Module
            $wanted = ($using:ids)[$_ % 2]
            $null = Set-AzContext -Subscription $wanted
            Start-Sleep -Milliseconds (50 * ($_ % 3))
            $id = (Get-AzContext).Subscription.Id
            $refused = $null
            $null = Get-AzDataFactoryV2 rg nope -ErrorAction SilentlyContinue -ErrorVariable refused
            $address = "$($refused[0].Exception.Request.RequestUri)"
            [pscustomobject]@{ Wanted = $wanted; Context = $id; Address = $address }
        }
        $seen | Should -HaveCount 12
        foreach ($one in $seen) {
            $one.Context | Should -BeExactly $one.Wanted
            $one.Address | Should -Match "/subscriptions/$($one.Wanted)/"
        }
        (Get-AzContext).Subscription.Id | Should -BeExactly $before
    }
}

Describe 'A request' {
    It 'has the id of its runspace' {
        $type = $assembly.GetType('AzIntegrationRuntime.Native.NativeRequest', $true)
        $options = [Activator]::CreateInstance($assembly.GetType('AzIntegrationRuntime.Native.RequestOptions', $true),
            $true)
        $flags = [Reflection.BindingFlags]'NonPublic, Instance, Static'
        $id = [guid]::NewGuid()
        $options.GetType().GetProperty('RunspaceId', $flags).SetValue($options, $id)
        $arguments = New-Object 'System.Collections.Generic.Dictionary[string,object]'
        $parts = [object[]]('runtime.get', $arguments.PSObject.BaseObject, $options.PSObject.BaseObject)
        $request = $type.GetMethod('Write', $flags).Invoke($null, $parts)
        $json = $type.GetProperty('Json', $flags).GetValue($request)
        ([Text.Encoding]::UTF8.GetString($json) | ConvertFrom-Json).runspace | Should -BeExactly "$id"
    }
}
