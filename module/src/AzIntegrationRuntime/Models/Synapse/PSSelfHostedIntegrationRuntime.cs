using System.ComponentModel;
using AzIntegrationRuntime.Models;

namespace Microsoft.Azure.Commands.Synapse.Models;

/// <summary>Represents an integration runtime of a workspace on machines of its owner.</summary>
[TypeConverter(typeof(ModelConverter))]
public class PSSelfHostedIntegrationRuntime : PSIntegrationRuntime
{
    /// <summary>Gets whether interactive authoring works without a connection to Azure Relay.</summary>
    public bool? SelfContainedInteractiveAuthoringEnabled { get; internal set; }
}
