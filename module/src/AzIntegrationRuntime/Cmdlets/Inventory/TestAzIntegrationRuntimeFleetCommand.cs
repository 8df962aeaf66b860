using System.Collections.Generic;
using System.Management.Automation;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Checks all integration runtimes, and finds what has stopped or will stop.</summary>
/// <remarks>
/// <para>
/// Reads the self-hosted integration runtimes of all data factories, Synapse workspaces and Purview accounts that the
/// current context can see, with their nodes, and writes a finding for each problem: versions that expire, nodes that
/// are offline, credentials that are out of sync, links that lead nowhere. The cmdlet reads only. A finding has a
/// code, a severity, a date where there is one, a message and a fix: a command that can be pasted. The page
/// docs/findings.md explains each code.
/// </para>
/// <para>
/// The role Reader is enough for data factories. Synapse needs a role with the action getStatus. What the identity may
/// not read is a finding, with the missing action and the least role.
/// </para>
/// <para>
/// The findings are written when everything was read, the gravest first. A summary follows in the information stream.
/// With -Baseline, the changes since an earlier run follow the findings.
/// </para>
/// <para>
/// The command does not fail because of a finding, unless -ErrorOnFinding is given. In a scheduled task, pwsh
/// -NoProfile -Command "Test-AzIntegrationRuntimeFleet -ErrorOnFinding Error" then has exit code 1. A script that runs
/// with -File has it if the script begins with $ErrorActionPreference = 'Stop'.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Test-AzIntegrationRuntimeFleet
/// </code>
/// <para>Checks every integration runtime that the current context can see.</para>
/// </example>
/// <example>
/// <code>
/// Test-AzIntegrationRuntimeFleet -ExpiresWithin 120 -Severity Warning |
///     Sort-Object Due |
///     Format-Table Due, Code, Parent, Runtime, Node, Title
/// </code>
/// <para>Lists the warnings and errors by date, with versions that expire within 120 days.</para>
/// </example>
/// <example>
/// <code>
/// Test-AzIntegrationRuntimeFleet -Severity Error | Format-List Message, Fix
/// </code>
/// <para>Shows each error with the command that is the next step.</para>
/// </example>
/// <example>
/// <code>
/// $files = @{ Snapshot = './fleet.json'; Baseline = './fleet.json'; ReportPath = './fleet.html', './fleet.xml' }
/// Test-AzIntegrationRuntimeFleet @files
/// </code>
/// <para>
/// Compares with the run before, keeps what was seen for the next run, and writes a page for people and a file of test
/// results for a pipeline. The first run says that there is no baseline yet.
/// </para>
/// </example>
/// <example>
/// <code>
/// Test-AzIntegrationRuntimeFleet -Service DataFactory -AsVerdict | Group-Object Verdict -NoElement
/// </code>
/// <para>Counts the integration runtimes of data factories by their verdict.</para>
/// </example>
/// <inputs type="None" />
/// <outputs cref="AzIntegrationRuntime.FleetFinding">
/// A finding, with Code, Severity, Service, Parent, Runtime, Node, Due, Message, Fix and Id.
/// </outputs>
/// <outputs cref="AzIntegrationRuntime.FleetChange">A change since the baseline. Needs -Baseline.</outputs>
/// <outputs cref="AzIntegrationRuntime.FleetVerdict">
/// The verdict on one integration runtime. Needs -AsVerdict.
/// </outputs>
/// <seealso>Get-AzIntegrationRuntime</seealso>
/// <seealso>Test-AzIntegrationRuntimePrerequisite</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsDiagnostic.Test, "AzIntegrationRuntimeFleet", DefaultParameterSetName = BySelection)]
[OutputType(typeof(FleetFinding))]
[OutputType(typeof(FleetChange))]
[OutputType(typeof(FleetVerdict))]
public sealed class TestAzIntegrationRuntimeFleetCommand : FleetCmdlet
{
    private const string BySnapshot = "BySnapshot";

    /// <summary>
    /// The file of a snapshot to check in place of Azure. Expiry is checked against today; states are those of the
    /// snapshot.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = BySnapshot)]
    [ValidateNotNullOrEmpty]
    public string? FromSnapshot { get; set; }

    /// <summary>
    /// The file that gets a snapshot: what was seen, as JSON without secrets. It is also written when the command is
    /// stopped. An existing file must be a snapshot.
    /// </summary>
    [Parameter(ParameterSetName = BySelection)]
    [ValidateNotNullOrEmpty]
    public string? Snapshot { get; set; }

    /// <summary>
    /// Continues the run whose snapshot is in the file of -Snapshot: one that was interrupted, or one in which the
    /// network or a service failed in between. What was read is not read again.
    /// </summary>
    [Parameter(ParameterSetName = BySelection)]
    public SwitchParameter Resume { get; set; }

    /// <summary>
    /// Also reads the monitoring data, which takes one more request for each self-hosted integration runtime, and
    /// finds nodes at their limit of concurrent jobs.
    /// </summary>
    [Parameter(ParameterSetName = BySelection)]
    public SwitchParameter Metric { get; set; }

    /// <summary>
    /// The snapshot of an earlier run to compare with. It can be the file of -Snapshot, which is written afterwards.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Baseline { get; set; }

    /// <summary>
    /// The time before the expiry of a version from which on it is a finding: a number of days or a TimeSpan. The
    /// default is 60 days.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object? ExpiresWithin { get; set; }

    /// <summary>
    /// The time from which on a node that is offline is a finding: a number of hours or a TimeSpan. The default is one
    /// hour.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object? OfflineLongerThan { get; set; }

    /// <summary>The codes of findings to leave out. Wildcards are allowed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(FindingCompleter))]
    public string[]? Skip { get; set; }

    /// <summary>
    /// The least severity of the findings that are shown. The default is Information. Verdicts and -ErrorOnFinding
    /// count the others too.
    /// </summary>
    [Parameter]
    [ValidateSet("Information", "Warning", "Error")]
    public string? Severity { get; set; }

    /// <summary>
    /// The file with rules: findings that do not count until a date, with a reason, and other severities. The file
    /// schemas/fleet-rules.schema.json of the module describes it.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? RulesFile { get; set; }

    /// <summary>Also writes the findings that the rules file silences.</summary>
    [Parameter]
    public SwitchParameter IncludeSilenced { get; set; }

    /// <summary>
    /// The files that get a report. The ending is the form: .html, .json, .csv, .md, .xml (JUnit) or .sarif. An
    /// earlier report of a fleet in the same form is replaced, as long as nobody changed it, and no other file.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? ReportPath { get; set; }

    /// <summary>
    /// The address that gets a message with the summary, a string or a SecureString. It must begin with https://.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object? Webhook { get; set; }

    /// <summary>
    /// The form of the message. The default is Teams for the domains of Teams and Power Automate, and Json for all
    /// others.
    /// </summary>
    [Parameter]
    [ValidateSet("Teams", "Json")]
    public string? WebhookFormat { get; set; }

    /// <summary>
    /// Ends with a terminating error if there is a finding of this severity or a graver one, also one that -Severity
    /// does not show. The error comes when everything was written.
    /// </summary>
    [Parameter]
    [ValidateSet("Warning", "Error")]
    public string? ErrorOnFinding { get; set; }

    /// <summary>
    /// Writes the verdict on each integration runtime in place of the findings and changes. It counts all findings but
    /// those of -Skip and the rules file. That of a linked one includes the findings about the shared one.
    /// </summary>
    [Parameter]
    public SwitchParameter AsVerdict { get; set; }

    /// <inheritdoc />
    protected override string Operation => "fleet.test";

    /// <inheritdoc />
    protected override IReadOnlyList<string> PathParameters { get; } =
        [nameof(FromSnapshot), nameof(Snapshot), nameof(Baseline), nameof(RulesFile), nameof(ReportPath)];
}
