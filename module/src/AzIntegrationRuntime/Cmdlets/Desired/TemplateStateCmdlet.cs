using System.Collections;
using System.Management.Automation;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Represents a cmdlet that reads a Git folder or a template with its parameters.</summary>
public abstract class TemplateStateCmdlet : LiveStateCmdlet
{
    /// <summary>
    /// The path of the files: the root folder of the Git repository or its folder integrationRuntime, a template, or a
    /// folder with an exported template.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("TemplateFile")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The parameter file of the template.</summary>
    [Parameter]
    [Alias("TemplateParameterFile")]
    [ValidateNotNullOrEmpty]
    public string? ParameterFile { get; set; }

    /// <summary>
    /// The values of parameters of the template by name. They come before those of the parameter file.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public Hashtable? TemplateParameterObject { get; set; }
}
