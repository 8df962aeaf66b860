namespace Microsoft.Azure.Management.Synapse.Models;

/// <summary>Represents an environment variable as a step of an express custom setup.</summary>
public class EnvironmentVariableSetup : CustomSetupBase
{
    /// <summary>Creates an empty object.</summary>
    public EnvironmentVariableSetup()
    {
    }

    /// <summary>Creates an object of its values.</summary>
    /// <param name="variableName">The name of the variable.</param>
    /// <param name="variableValue">The value of the variable.</param>
    public EnvironmentVariableSetup(string variableName, string variableValue)
    {
        VariableName = variableName;
        VariableValue = variableValue;
    }

    /// <summary>Gets or sets the name of the variable.</summary>
    public string? VariableName { get; set; }

    /// <summary>Gets or sets the value of the variable.</summary>
    public string? VariableValue { get; set; }
}
