using System.Collections.Generic;
using System.ComponentModel;
using AzIntegrationRuntime.Models;
using Microsoft.Azure.Commands.Common.Authentication.Abstractions.Core;
using Microsoft.Azure.Commands.Profile.Models;

namespace Microsoft.Azure.Commands.Profile.Models.Core;

/// <summary>Represents the current context and the clouds that are known.</summary>
[TypeConverter(typeof(ModelConverter))]
public class PSAzureProfile : IAzureContextContainer
{
    /// <summary>Gets or sets the current context.</summary>
    public PSAzureContext? Context { get; set; }

    /// <summary>Gets the clouds by name.</summary>
    public IDictionary<string, PSAzureEnvironment>? Environments { get; internal set; }
}
