using System;
using System.Collections.Generic;
using System.Management.Automation;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Represents a cmdlet on the files of a data factory or workspace, as they are in an environment.</summary>
public abstract class DesiredStateCmdlet : NativeCmdlet
{
    /// <summary>The parameter set in which a data factory is named.</summary>
    protected const string ByDataFactory = "ByDataFactory";

    /// <summary>The parameter set in which a workspace is named.</summary>
    protected const string ByWorkspace = "ByWorkspace";

    /// <summary>The parameter set with a resource id.</summary>
    protected const string ByResourceId = "ByResourceId";

    /// <summary>The parameter set with an object.</summary>
    protected const string ByInputObject = "ByInputObject";

    private bool processed;

    /// <summary>The name of the data factory.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByDataFactory)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FactoryCompleter))]
    public string? DataFactoryName { get; set; }

    /// <summary>The name of the Synapse workspace.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByWorkspace)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WorkspaceCompleter))]
    public string? WorkspaceName { get; set; }

    /// <summary>The resource id of the data factory or workspace. The cmdlet uses the subscription in the id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByResourceId)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ResourceId { get; set; }

    /// <summary>The data factory or workspace: an object that a Get cmdlet returns, a name or a resource id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByInputObject, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSObject? InputObject { get; set; }

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
    protected override void ProcessRecord()
    {
        // The report of the second one would take the place of the first one's.
        if (processed && MyInvocation.BoundParameters.ContainsKey("ReportPath"))
        {
            ThrowTerminatingError(new ErrorRecord(
                new InvalidOperationException(
                    "-ReportPath is for one data factory or workspace, and more than one was piped. Give each its own " +
                    "files with ForEach-Object, for instance -ReportPath \"./$($_.DataFactoryName).html\"."),
                "OneParent",
                ErrorCategory.InvalidArgument,
                InputObject));
        }

        processed = true;
        base.ProcessRecord();
    }

    /// <inheritdoc />
    protected override IReadOnlyList<string> PathParameters =>
        ["Path", "ParameterFile", "TemplateFile", "TemplateParameterFile", "ReportPath", nameof(Mapping)];
}
