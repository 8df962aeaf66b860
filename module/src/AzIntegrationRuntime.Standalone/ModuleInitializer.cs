using System;
using System.Linq;
using System.Management.Automation;
using AzIntegrationRuntime.Compatibility;

namespace AzIntegrationRuntime.Standalone;

/// <summary>Refuses the import of the module beside Az.Accounts.</summary>
/// <remarks>Both modules have the same cmdlets, and the sign-in of one of them means nothing to the other.</remarks>
public sealed class ModuleInitializer : IModuleAssemblyInitializer
{
    private const string AssemblyName = "Microsoft.Azure.PowerShell.Cmdlets.Accounts";

    /// <inheritdoc />
    public void OnImport()
    {
        if (IsLoaded())
        {
            throw new InvalidOperationException(
                "AzIntegrationRuntime.Standalone cannot be imported while Az.Accounts is loaded: both have " +
                "Connect-AzAccount and the related cmdlets. The cmdlets of AzIntegrationRuntime use the sign-in of " +
                "Az.Accounts. To use AzIntegrationRuntime.Standalone, import it in a PowerShell that has not loaded " +
                "Az.Accounts.");
        }
    }

    private static bool IsLoaded()
    {
        // The first command of a process takes a multiple of the import's time: it runs only where the answer is open.
        if (!AppDomain.CurrentDomain.GetAssemblies().Any(assembly => assembly.GetName().Name == AssemblyName))
        {
            return false;
        }

        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        var modules = shell.AddCommand("Get-Module").AddParameter("Name", "Az.Accounts").Invoke<PSModuleInfo>();
        return modules.Any(module => module.CompanyName != StandIn.Company);
    }
}
