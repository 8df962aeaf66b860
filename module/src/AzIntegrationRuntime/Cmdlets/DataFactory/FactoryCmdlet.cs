using System.Management.Automation;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Represents a cmdlet for an existing data factory.</summary>
public abstract class FactoryCmdlet : NativeCmdlet
{
    /// <summary>The name of a parameter set.</summary>
    protected const string ByFactoryName = "ByFactoryName";
    /// <summary>The name of a parameter set.</summary>
    protected const string ByFactoryObject = "ByFactoryObject";
    /// <summary>The name of a parameter set.</summary>
    protected const string ByResourceId = "ByResourceId";

    /// <summary>The name of the resource group.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByFactoryName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <summary>The name of the data factory.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ByFactoryName)]
    [Alias("DataFactoryName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FactoryCompleter))]
    public string? Name { get; set; }

    /// <summary>The data factory, an object that Get-AzDataFactoryV2 returns, in place of the names.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByFactoryObject, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSDataFactory? InputObject { get; set; }

    /// <summary>The resource id of the data factory, in place of the names.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByResourceId, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FactoryIdCompleter))]
    public string? ResourceId { get; set; }
}
