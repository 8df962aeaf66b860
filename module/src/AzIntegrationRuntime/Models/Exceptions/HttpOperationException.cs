using System;
using AzIntegrationRuntime.Native;

namespace Microsoft.Rest;

/// <summary>Represents a request to a service that failed, with the body of the answer.</summary>
public class HttpOperationException : RestException
{
    /// <summary>Creates an exception without a message.</summary>
    public HttpOperationException()
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">The message.</param>
    public HttpOperationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and its cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public HttpOperationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Gets the body of the answer.</summary>
    public object? Body { get; private set; }

    internal override void SetError(ServiceDetails details) => Body = details.Body;
}
