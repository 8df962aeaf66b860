using System.IO;
using System.Management.Automation;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Gets the data factory, workspace and account that commands use if they name none.</summary>
/// <remarks>
/// <para>
/// Returns one object for each service that has a default in this session. Source is Session, or the path of the file
/// of the current folder or of a folder above it. The file replaces the default of the session.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzIntegrationRuntimeDefault
/// </code>
/// <para>Shows the defaults that are in force in the current folder.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzIntegrationRuntimeDefault | Where-Object Service -EQ 'DataFactory' | Select-Object Parent, Source
/// </code>
/// <para>Shows the default of Data Factory and where it is set.</para>
/// </example>
/// <inputs type="None" />
/// <outputs cref="ParentDefault">The defaults that are in force, one object for each service.</outputs>
/// <seealso>Set-AzIntegrationRuntimeDefault</seealso>
/// <seealso>Clear-AzIntegrationRuntimeDefault</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzIntegrationRuntimeDefault")]
[OutputType(typeof(ParentDefault))]
public sealed class GetAzIntegrationRuntimeDefaultCommand : PSCmdlet
{
    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        try
        {
            WriteObject(ParentDefaults.InForce(SessionState), enumerateCollection: true);
        }
        catch (System.Exception exception) when (
            exception is InvalidDataException or IOException or System.UnauthorizedAccessException)
        {
            ThrowTerminatingError(new ErrorRecord(
                exception, "InvalidDefault", ErrorCategory.InvalidData, targetObject: null));
        }
    }
}
