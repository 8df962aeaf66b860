using System;
using System.Linq;
using System.Management.Automation;

namespace AzIntegrationRuntime.Standalone;

/// <summary>Refuses the import of the module beside Az.Accounts.</summary>
/// <remarks>Both modules have the same cmdlets, and the sign-in of one of them means nothing to the other.</remarks>
public sealed class ModuleInitializer : IModuleAssemblyInitializer
{
    private const string Company = "AzIntegrationRuntime contributors";

    /// <inheritdoc />
    public void OnImport()
    {
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        var loaded = shell.AddCommand("Get-Module").AddParameter("Name", "Az.Accounts").Invoke<PSModuleInfo>();
        if (loaded.Any(module => module.CompanyName != Company))
        {
            throw new InvalidOperationException(
                "AzIntegrationRuntime.Standalone cannot be imported while Az.Accounts is loaded: both have " +
                "Connect-AzAccount and the related cmdlets. The cmdlets of AzIntegrationRuntime use the sign-in of " +
                "Az.Accounts. To use AzIntegrationRuntime.Standalone, import it in a PowerShell that has not loaded " +
                "Az.Accounts.");
        }
    }
}
