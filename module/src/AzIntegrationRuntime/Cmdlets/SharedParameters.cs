namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Holds the descriptions of parameters that cmdlets of different bases have.</summary>
internal static class SharedParameters
{
    /// <summary>Runs the cmdlet without asking for confirmation.</summary>
    public const string Force = nameof(Force);

    /// <summary>Runs the cmdlet as a job, after any question, and returns the job.</summary>
    public const string AsJob = nameof(AsJob);
}
