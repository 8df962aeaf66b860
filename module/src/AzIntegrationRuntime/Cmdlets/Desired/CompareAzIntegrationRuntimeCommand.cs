using System.Management.Automation;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Compares integration runtimes in a Git folder or a template with those that are live.</summary>
/// <remarks>
/// <para>
/// Reads the files of a data factory or Synapse workspace and the live integration runtimes, and writes an object for
/// each difference: the integration runtime, the path of the member, the value in the file, the live value, the
/// severity, the linked services in the files that use the integration runtime, and the next step. Without differences
/// it writes nothing.
/// </para>
/// <para>
/// -Path is the folder of a Git repository (with a folder integrationRuntime), an Azure Resource Manager template, or a
/// folder with an exported one. Linked templates are read from the folder of ArmTemplate_master.json. Template functions
/// are evaluated. A value that cannot be evaluated, such as a parameter in a key vault, is an object with the severity
/// NotCompared.
/// </para>
/// <para>
/// The severity Destructive means that deploying the file cuts an integration runtime off from its nodes: linkedInfo is
/// on one side only or names another integration runtime, or the type differs. The others are Difference, NotCompared
/// and Information.
/// </para>
/// <para>
/// Casing of names, resource ids and words does not count, nor do blanks in regions. What is absent equals null and
/// empty. Members that the service fills in count only if the file names them. Secrets are not compared. An integration
/// runtime AutoResolveIntegrationRuntime without a file is not a difference.
/// </para>
/// <para>
/// -ReportPath writes the differences to files: a page, JUnit test results for a pipeline, SARIF with the file and line
/// of each difference, and others.
/// </para>
/// <para>The cmdlet reads two resources, and needs the role Reader.</para>
/// </remarks>
/// <example>
/// <code>
/// Compare-AzIntegrationRuntime -Path './adf' -DataFactoryName 'adf-prod'
/// </code>
/// <para>Compares the Git folder of a data factory with the data factory.</para>
/// </example>
/// <example>
/// <code>
/// Compare-AzIntegrationRuntime -Path './adf_publish/adf-dev/ARMTemplateForFactory.json' `
///     -ParameterFile './parameters/prod.json' `
///     -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' |
///     Format-List Name, Member, InFile, Live, LinkedServices, Fix
/// </code>
/// <para>Compares an exported template, with the values of its parameters.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-test' |
///     Compare-AzIntegrationRuntime -Path './adf' -Mapping './environments.json' -Environment 'test' |
///     Where-Object Severity -EQ 'Destructive'
/// </code>
/// <para>
/// Compares the files with another environment. The mapping file has the names and links that differ there, for
/// instance { "test": { "ir-shared": { "name": "ir-linked", "linkedTo": "&lt;resource id&gt;" } } }.
/// </para>
/// </example>
/// <inputs cref="PSObject">
/// You can pipe a data factory, a Synapse workspace, their names and resource ids.
/// </inputs>
/// <outputs cref="AzIntegrationRuntime.Difference">
/// An object for each difference, with Name, Severity, Member, InFile, Live, Message, LinkedServices, Fix, File and Line.
/// </outputs>
/// <seealso>Test-AzIntegrationRuntimeDeployment</seealso>
/// <seealso>Get-AzIntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsData.Compare, "AzIntegrationRuntime", DefaultParameterSetName = ByDataFactory)]
[OutputType(typeof(Difference))]
public sealed class CompareAzIntegrationRuntimeCommand : TemplateStateCmdlet
{
    /// <summary>
    /// Ends with a terminating error after all objects: Destructive if a difference is destructive or may hide a
    /// destructive one, Any if there is a difference at all.
    /// </summary>
    [Parameter]
    [ValidateSet("Destructive", "Any")]
    public string? ErrorOnDifference { get; set; }

    /// <summary>
    /// The files that get a report. The ending is the form: .html, .json, .csv, .md, .xml (JUnit) or .sarif. An
    /// earlier report of a comparison in the same form is replaced, as long as nobody changed it, and no other file.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? ReportPath { get; set; }

    /// <inheritdoc />
    protected override string Operation => "desired.compare";
}
