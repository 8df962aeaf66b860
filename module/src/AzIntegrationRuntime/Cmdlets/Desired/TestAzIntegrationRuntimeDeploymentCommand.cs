using System.Collections;
using System.Management.Automation;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Tests what a deployment would do to the integration runtimes that are live.</summary>
/// <remarks>
/// <para>
/// Reads the template or Git folder of a deployment and the live integration runtimes, and writes an object for each
/// integration runtime: the action, whether it is destructive, and what it affects: linked services that use the
/// integration runtime, integration runtimes of other data factories that are linked to it, and nodes that are online.
/// Run it in a release pipeline before the step that deploys. The parameters of the template have the names of
/// New-AzResourceGroupDeployment.
/// </para>
/// <para>
/// The actions are Create, Change and NoChange, and the destructive ones: ReplaceLinked (a linked integration runtime
/// becomes a self-hosted one without nodes), ReplaceShared (a self-hosted one that others are linked to becomes a link),
/// CutNodes (a self-hosted one with nodes becomes a link), Relink (it is linked to another integration runtime),
/// ReplaceType, Remove, and Unknown.
/// </para>
/// <para>
/// Unknown means that the files cannot be read, or that a value which decides the name, type or link cannot be
/// evaluated. Another value that cannot be evaluated cuts off no nodes and no link: the action is Change, and Changes
/// has the member with the words "not evaluated" and the reason.
/// </para>
/// <para>
/// After all objects, a destructive action ends the command with a terminating error, so that a pipeline stops. -Allow
/// names the integration runtimes for which it is intended.
/// </para>
/// <para>
/// The cmdlet changes nothing. It needs the role Reader for a data factory. If it may not read nodes, links or linked
/// services, an object with the action Unknown names the missing action and the least role.
/// </para>
/// <para>
/// -ReportPath writes the effects to files: a page, JUnit test results for a pipeline, SARIF with the file and line of
/// each effect, and others.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Test-AzIntegrationRuntimeDeployment -ResourceGroupName 'rg-data' `
///     -TemplateFile './adf_publish/adf-dev/ARMTemplateForFactory.json' `
///     -TemplateParameterFile './parameters/prod.json'
/// </code>
/// <para>Tests the deployment of an exported template. The template names the data factory.</para>
/// </example>
/// <example>
/// <code>
/// $release = @{
///     ResourceGroupName       = 'rg-data'
///     TemplateFile            = './adf_publish/adf-dev/ARMTemplateForFactory.json'
///     TemplateParameterFile   = './parameters/prod.json'
///     TemplateParameterObject = @{ factoryName = 'adf-prod' }
/// }
/// Test-AzIntegrationRuntimeDeployment @release -DeleteUnlisted -Allow 'ir-*' |
///     Where-Object Destructive |
///     Format-List Name, Action, Message, LinkedServices, Links, OnlineNodes
/// </code>
/// <para>
/// Tests the deployment together with Microsoft's script that removes integration runtimes that are not in the template,
/// and accepts that for some names.
/// </para>
/// </example>
/// <example>
/// <code>
/// Test-AzIntegrationRuntimeDeployment -Path './adf' -DataFactoryName 'adf-prod'
/// </code>
/// <para>Tests a tool that deploys the files of a Git folder.</para>
/// </example>
/// <inputs cref="PSObject">
/// You can pipe a data factory, a Synapse workspace, their names and resource ids.
/// </inputs>
/// <outputs cref="AzIntegrationRuntime.DeploymentEffect">
/// An object for each integration runtime, with Name, Action, Destructive, Allowed, Message, Changes, LinkedServices,
/// Links, OnlineNodes, Fix, File and Line.
/// </outputs>
/// <seealso>Compare-AzIntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsDiagnostic.Test, "AzIntegrationRuntimeDeployment", DefaultParameterSetName = ByResourceGroup)]
[OutputType(typeof(DeploymentEffect))]
public sealed class TestAzIntegrationRuntimeDeploymentCommand : DesiredStateCmdlet
{
    private const string ByResourceGroup = "ByResourceGroup";

    /// <summary>
    /// The template of the deployment. It can also be a folder with an exported template, or the folder of a Git
    /// repository.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("Path")]
    [ValidateNotNullOrEmpty]
    public string? TemplateFile { get; set; }

    /// <summary>
    /// The resource group of the deployment. Without the name of a data factory or workspace, the template names it.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ByResourceGroup)]
    [Parameter(ParameterSetName = ByDataFactory)]
    [Parameter(ParameterSetName = ByWorkspace)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <summary>The parameter file of the template.</summary>
    [Parameter]
    [Alias("ParameterFile")]
    [ValidateNotNullOrEmpty]
    public string? TemplateParameterFile { get; set; }

    /// <summary>
    /// The values of parameters of the template by name. They come before those of the parameter file.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public Hashtable? TemplateParameterObject { get; set; }

    /// <summary>
    /// The mode of the deployment. Complete removes the data factory or workspace with all its integration runtimes,
    /// unless the template deploys it. The default is Incremental.
    /// </summary>
    [Parameter]
    [ValidateSet("Incremental", "Complete")]
    public string? Mode { get; set; }

    /// <summary>
    /// States that a script removes the integration runtimes that are not in the files after the deployment, as
    /// PrePostDeploymentScript.ps1 of Data Factory does with -deleteDeployment $true.
    /// </summary>
    [Parameter]
    public SwitchParameter DeleteUnlisted { get; set; }

    /// <summary>
    /// The names of the integration runtimes for which a destructive action is intended. Wildcards are allowed.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? Allow { get; set; }

    /// <summary>
    /// The files that get a report. The ending is the form: .html, .json, .csv, .md, .xml (JUnit) or .sarif. An
    /// earlier report of a deployment check in the same form is replaced, as long as nobody changed it, and no other
    /// file.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? ReportPath { get; set; }

    /// <inheritdoc />
    protected override string Operation => "desired.deployment";
}
