using System.Collections.Generic;
using System.Management.Automation;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Standalone.Cmdlets;
using Microsoft.Azure.Commands.Profile.Models.Core;

namespace Microsoft.Azure.Commands.Profile;

/// <summary>Reads contexts from a file.</summary>
/// <remarks>
/// <para>
/// Adds the contexts of a file that Save-AzContext wrote to the contexts of this process, and makes the current context
/// of the file the current context of this process. An account whose credential is not in the file has to be signed in
/// in this process; for other contexts the cmdlet writes a warning with the command that signs in, or an error if no
/// context is left.
/// </para>
/// <para>
/// From a file that Save-AzContext of Az.Accounts wrote, the cmdlet takes the contexts of accounts that are signed in
/// in this process. It does not use the tokens and secrets of such a file.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $file = Join-Path ([System.IO.Path]::GetTempPath()) 'contexts.json'
/// Save-AzContext -Path $file -Force
/// Import-AzContext -Path $file
/// </code>
/// <para>Saves the contexts of this process, and reads them; the last line can run in another process.</para>
/// </example>
/// <example>
/// <code>
/// Import-AzContext -Path ./contexts.json -WhatIf
/// </code>
/// <para>Shows what the cmdlet would do.</para>
/// </example>
/// <inputs cref="PSObject">You can pipe objects with the properties AzureContext (or Profile) or Path.</inputs>
/// <outputs cref="PSAzureProfile">The profile with the current context.</outputs>
/// <seealso>Save-AzContext</seealso>
/// <seealso>Get-AzContext</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsData.Import, "AzContext", DefaultParameterSetName = ProfileFromDiskSet, SupportsShouldProcess = true)]
[OutputType(typeof(PSAzureProfile))]
public sealed class ImportAzureRMContextCommand : ContextScopeCmdlet
{
    private const string InMemoryProfileSet = "InMemoryProfile";
    private const string ProfileFromDiskSet = "ProfileFromDisk";

    /// <summary>The profile, an object that Connect-AzAccount returns.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = InMemoryProfileSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Profile")]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSAzureProfile? AzureContext { get; set; }

    /// <summary>The path of the file.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = ProfileFromDiskSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <inheritdoc />
    protected override string Operation => "context.import";

    /// <inheritdoc />
    protected override IReadOnlyList<string> PathParameters => [nameof(Path)];
}
