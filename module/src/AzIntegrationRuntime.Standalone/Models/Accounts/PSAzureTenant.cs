using System;
using System.Collections.Generic;
using System.ComponentModel;
using AzIntegrationRuntime.Models;
using Microsoft.Azure.Commands.Common.Authentication.Abstractions;

namespace Microsoft.Azure.Commands.Profile.Models;

/// <summary>Represents a tenant.</summary>
[TypeConverter(typeof(ModelConverter))]
public class PSAzureTenant : IAzureTenant
{
    /// <summary>Gets or sets the id.</summary>
    public string? Id { get; set; }

    /// <summary>Gets the id.</summary>
    public string? TenantId
    {
        get => Id;
        internal set => Id ??= value;
    }

    /// <summary>Gets further properties by name.</summary>
    public IDictionary<string, string> ExtendedProperties { get; internal set; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the category.</summary>
    public string? TenantCategory { get; internal set; }

    /// <summary>Gets the country.</summary>
    public string? Country { get; internal set; }

    /// <summary>Gets the code of the country.</summary>
    public string? CountryCode { get; internal set; }

    /// <summary>Gets the display name.</summary>
    public string? Name { get; internal set; }

    /// <summary>Gets the domains.</summary>
    public string[]? Domains { get; internal set; }

    /// <summary>Gets the default domain.</summary>
    public string? DefaultDomain { get; internal set; }

    /// <summary>Gets the type.</summary>
    public string? TenantType { get; internal set; }

    /// <summary>Gets the address of the logo.</summary>
    public string? TenantBrandingLogoUrl { get; internal set; }

    /// <inheritdoc />
    public override string ToString() => Id ?? string.Empty;
}
