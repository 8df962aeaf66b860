using System.ComponentModel;
using AzIntegrationRuntime.Models;

namespace AzIntegrationRuntime.Purview;

/// <summary>Represents an integration runtime of Purview on machines of its owner.</summary>
[TypeConverter(typeof(ModelConverter))]
public class SelfHostedIntegrationRuntime : IntegrationRuntime
{
}
