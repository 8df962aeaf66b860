function Get-NativePlatform {
    # The name of this process's platform: the folder below bin/ and the endings of what lies in it. Found out once.
    if ($script:NativePlatform) {
        return $script:NativePlatform
    }
    if ($PSVersionTable.PSEdition -eq 'Desktop' -or $IsWindows) {
        $system = 'win'
        $library = 'azir_native.dll'
        $program = 'azir-emulator.exe'
    } elseif ($IsMacOS) {
        $system = 'osx'
        $library = 'libazir_native.dylib'
        $program = 'azir-emulator'
    } else {
        $system = 'linux'
        $library = 'libazir_native.so'
        $program = 'azir-emulator'
    }
    $name = "$system-$([System.Runtime.InteropServices.RuntimeInformation]::ProcessArchitecture)".ToLowerInvariant()
    $separator = [System.IO.Path]::DirectorySeparatorChar
    $folder = $ExecutionContext.SessionState.Module.ModuleBase + $separator + 'bin' + $separator + $name + $separator
    $script:NativePlatform = @{
        Name    = $name
        Folder  = $folder
        Library = $folder + $library
        Interop = $folder + 'AzIntegrationRuntime.Interop.dll'
        Models  = @{
            DataFactory = $folder + 'AzIntegrationRuntime.Models.dll'
            Synapse     = $folder + 'AzIntegrationRuntime.SynapseModels.dll'
        }
        Program = $folder + $program
    }
    $script:NativePlatform
}

# What Get-NativePlatform found out, and whether the library answered in this session. $null until the first call.
$script:NativePlatform = $null
$script:NativeReady = $null

function Initialize-NativeLibrary {
    # Loads the interop assembly and, with its first call, the library: by absolute path, once per process.
    param($Cmdlet)

    $platform = Get-NativePlatform
    $problem = $null
    try {
        if (-not ([System.IO.File]::Exists($platform.Library) -and [System.IO.File]::Exists($platform.Interop))) {
            $problem = "AzIntegrationRuntime has no native library for this platform ($($platform.Name)): '$($platform.Library)' " +
                'or the assembly beside it does not exist. Install a package that was made for it, or build one with build.ps1.'
        } else {
            # The same file again is the same assembly; that of another version is refused.
            $null = [System.Reflection.Assembly]::LoadFrom($platform.Interop)
            # Scripts make the objects for -ExpressCustomSetup with New-Object. Where Az.DataFactory or Az.Synapse is loaded its types are there.
            foreach ($service in 'DataFactory', 'Synapse') {
                $file = $platform.Models[$service]
                if ($null -eq ("Microsoft.Azure.Management.$service.Models.CmdkeySetup" -as [type]) -and [System.IO.File]::Exists($file)) {
                    $null = [System.Reflection.Assembly]::LoadFrom($file)
                }
            }
            # The interop assembly names the library without a path: it is looked for beside the assembly.
            $version = [AzIntegrationRuntime.Native]::azir_abi_version()
            if ($version -ne 1) {
                $problem = "Another version of AzIntegrationRuntime is loaded in this process (interface $version, expected 1). " +
                    'A native library cannot be unloaded: restart PowerShell.'
            }
        }
    } catch {
        $cause = $_.Exception
        while ($null -ne $cause.InnerException) {
            $cause = $cause.InnerException
        }
        $problem = "The native library '$($platform.Library)' cannot be loaded: $($cause.Message)"
        $loaded = 'AzIntegrationRuntime.Native' -as [type]
        if ($null -ne $loaded -and $loaded.Assembly.Location -ne $platform.Interop) {
            $problem = "Another version of AzIntegrationRuntime than that in '$($platform.Folder)' is loaded in this process. " +
                'A native library cannot be unloaded: restart PowerShell.'
        }
    }
    if ($null -ne $problem) {
        $exception = New-Object System.InvalidOperationException $problem
        $Cmdlet.ThrowTerminatingError(
            (New-Object System.Management.Automation.ErrorRecord $exception, 'NativeLibraryNotLoaded', 'NotInstalled', $platform.Library))
    }
    Initialize-NativeTable
    $script:NativeReady = $true
}
