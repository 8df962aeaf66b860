using System;
using System.Collections.Generic;
using System.ComponentModel;
using AzIntegrationRuntime.Models;
using Microsoft.Azure.Commands.Common.Authentication.Abstractions;

namespace Microsoft.Azure.Commands.Profile.Models;

/// <summary>Represents an account that signed in.</summary>
[TypeConverter(typeof(ModelConverter))]
public class PSAzureRmAccount : IAzureAccount
{
    /// <summary>Gets or sets the name of the user, or the id of the application.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets the type, such as <c>User</c> or <c>ServicePrincipal</c>.</summary>
    public string? Type { get; set; }

    /// <summary>Gets or sets the ids of the tenants.</summary>
    public List<string>? Tenants { get; set; }

    /// <summary>Gets or sets always null: tokens are kept elsewhere.</summary>
    public string? AccessToken { get; set; }

    /// <summary>Gets or sets always null: credentials are kept elsewhere.</summary>
    public string? Credential { get; set; }

    /// <summary>Gets the accounts by tenant.</summary>
    public IDictionary<string, string> TenantMap { get; internal set; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets or sets the thumbprint of the certificate.</summary>
    public string? CertificateThumbprint { get; set; }

    /// <summary>Gets further properties by name.</summary>
    public IDictionary<string, string> ExtendedProperties { get; internal set; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override string ToString() => Id ?? string.Empty;
}
