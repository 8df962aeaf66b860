using System;

namespace Microsoft.Azure.Commands.Profile.Models;

/// <summary>Represents an access token as a text.</summary>
/// <remarks>The text form is the name of the class, so that no log gets the token.</remarks>
public class PSAccessToken
{
    /// <summary>Gets or sets the token.</summary>
    public string? Token { get; set; }

    /// <summary>Gets or sets when the token expires.</summary>
    public DateTimeOffset ExpiresOn { get; set; }

    /// <summary>Gets or sets the tenant that issued the token.</summary>
    public string? TenantId { get; set; }

    /// <summary>Gets or sets the account that the token is for.</summary>
    public string? UserId { get; set; }

    /// <summary>Gets or sets the type: <c>Bearer</c>.</summary>
    public string? Type { get; set; }
}
