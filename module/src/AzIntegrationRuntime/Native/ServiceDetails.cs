using System;
using System.Collections.Generic;

namespace AzIntegrationRuntime.Native;

/// <summary>Represents an exception class that keeps what a service answered.</summary>
/// <remarks>
/// The class needs a constructor with one text, the message. It is found by the full name that an error frame has.
/// </remarks>
internal interface IServiceException
{
    /// <summary>Takes over what the service answered. Called once, before the exception is written.</summary>
    /// <param name="details">The request and the answer.</param>
    void SetService(ServiceDetails details);
}

/// <summary>Represents a request that failed and what the service answered.</summary>
internal sealed class ServiceDetails
{
    /// <summary>Gets or sets the status code of HTTP; null where there was no answer.</summary>
    public int? Status { get; set; }

    /// <summary>Gets or sets the service's error code, such as <c>ResourceNotFound</c>.</summary>
    public string? Code { get; set; }

    /// <summary>Gets or sets the service's own error message.</summary>
    public string? Message { get; set; }

    /// <summary>Gets or sets the request's id at the service.</summary>
    public string? RequestId { get; set; }

    /// <summary>Gets or sets what the service's error is about.</summary>
    public string? Target { get; set; }

    /// <summary>Gets or sets the method of the request, such as <c>GET</c>.</summary>
    public string? RequestMethod { get; set; }

    /// <summary>Gets or sets the address of the request.</summary>
    public Uri? RequestUri { get; set; }

    /// <summary>Gets or sets the reason phrase of the answer.</summary>
    public string? Reason { get; set; }

    /// <summary>Gets the headers of the answer.</summary>
    public IDictionary<string, string> Headers { get; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets or sets the body of the answer as it was sent.</summary>
    public string? Body { get; set; }
}
