using System.Collections.Generic;
using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.Profile.Models.Core;

namespace Microsoft.Azure.Commands.Profile;

/// <summary>Saves contexts to a file.</summary>
/// <remarks>
/// <para>
/// Saves the contexts of this process to a JSON file, from which Import-AzContext reads them. The cmdlet asks for
/// confirmation before it replaces a file, unless -Force is given. Only the current user can read the file.
/// </para>
/// <para>
/// The file has no secrets and no tokens, unless -WithCredential is given. Then it also has the credentials of the
/// accounts, which the operating system protects: only the same user on the same computer can use them. Az.Accounts
/// cannot read the file.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $file = Join-Path ([System.IO.Path]::GetTempPath()) 'contexts.json'
/// Save-AzContext -Path $file -Force
/// </code>
/// <para>Saves the contexts of this process.</para>
/// </example>
/// <example>
/// <code>
/// Save-AzContext -Path ./contexts.json -WhatIf
/// </code>
/// <para>Shows what the cmdlet would do.</para>
/// </example>
/// <inputs cref="PSAzureProfile">You can pipe a profile, an object that Connect-AzAccount returns.</inputs>
/// <outputs type="None" />
/// <seealso>Import-AzContext</seealso>
/// <seealso>Connect-AzAccount</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsData.Save, "AzContext", SupportsShouldProcess = true)]
[OutputType(typeof(PSAzureProfile))]
[Alias("Save-AzProfile")]
public sealed class SaveAzureRMContextCommand : NativeCmdlet
{
    /// <summary>The profile to save. The default is all contexts of this process.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSAzureProfile? Profile { get; set; }

    /// <summary>The path of the file.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Replaces an existing file without asking for confirmation.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>
    /// Also saves the credentials of the accounts, protected for the same user on the same computer. Tokens are not saved.
    /// </summary>
    [Parameter]
    public SwitchParameter WithCredential { get; set; }

    /// <inheritdoc />
    protected override string Operation => "context.save";

    /// <inheritdoc />
    protected override IReadOnlyList<string> PathParameters => [nameof(Path)];
}
