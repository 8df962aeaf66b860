using System.Collections.Generic;
using System.Management.Automation;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Represents a cmdlet that reads files as they are in an environment.</summary>
public abstract class MappedStateCmdlet : DesiredStateCmdlet
{
    /// <summary>
    /// The mapping file: a JSON object with an object for each environment. In it, the name of an integration runtime
    /// in the files has an object with name (its name in the environment), linkedTo (the resource id of the shared
    /// integration runtime, or null for none) or skip (true if the environment does not have it).
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Mapping { get; set; }

    /// <summary>The environment in the mapping file. The default is its only one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Environment { get; set; }

    /// <inheritdoc />
    protected override IReadOnlyList<string> PathParameters =>
        ["Path", "ParameterFile", "TemplateFile", "TemplateParameterFile", nameof(Mapping)];
}
