using System.IO;
using System.Management.Automation;
using AzIntegrationRuntime.Defaults;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Removes the defaults of the session or of the current folder.</summary>
/// <remarks>
/// <para>
/// Removes the entries of Set-AzIntegrationRuntimeDefault from $PSDefaultParameterValues; entries of others stay. The
/// session then reads no file of defaults. With -Scope Folder, the cmdlet removes the file of defaults of the current
/// folder, and leaves the session as it is. It never removes the file of a folder above; a warning names that file.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Clear-AzIntegrationRuntimeDefault
/// </code>
/// <para>Removes the defaults of this session.</para>
/// </example>
/// <example>
/// <code>
/// Clear-AzIntegrationRuntimeDefault -Scope Folder -WhatIf
/// </code>
/// <para>Shows which file the cmdlet would remove.</para>
/// </example>
/// <inputs type="None" />
/// <outputs type="None">The cmdlet returns nothing.</outputs>
/// <seealso>Set-AzIntegrationRuntimeDefault</seealso>
/// <seealso>Get-AzIntegrationRuntimeDefault</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Clear, "AzIntegrationRuntimeDefault", SupportsShouldProcess = true)]
public sealed class ClearAzIntegrationRuntimeDefaultCommand : PSCmdlet
{
    /// <summary>The scope of the defaults: Session or Folder. The default is Session.</summary>
    [Parameter(Position = 0)]
    [ValidateSet("Session", "Folder")]
    public string Scope { get; set; } = "Session";

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (string.Equals(Scope, "Session", System.StringComparison.OrdinalIgnoreCase))
        {
            if (ShouldProcess("this session", "Remove the defaults"))
            {
                ParentDefaults.Clear(SessionState);
            }

            return;
        }

        string? path = null;
        try
        {
            ParentDefaults.RefuseOtherLocation(SessionState);
            var folder = ParentDefaults.FolderOf(SessionState);
            path = Path.Combine(folder, DefaultsFile.Name);
            if (File.Exists(path))
            {
                if (ShouldProcess(path, "Remove the file of defaults"))
                {
                    File.Delete(path);
                }
            }
            else if (DefaultsFile.Find(folder) is { } above)
            {
                WriteWarning(
                    $"The folder '{folder}' has no file of defaults; '{above}' applies to it and stays. To remove " +
                    "that file, run the command in its folder.");
            }
        }
        catch (InvalidDataException exception)
        {
            ThrowTerminatingError(new ErrorRecord(
                exception, "InvalidDefault", ErrorCategory.InvalidOperation, targetObject: null));
        }
        catch (System.Exception exception) when (exception is IOException or System.UnauthorizedAccessException)
        {
            ThrowTerminatingError(new ErrorRecord(exception, "FileNotRemoved", ErrorCategory.WriteError, path));
        }
    }
}
