using System;
using System.Net;
using AzIntegrationRuntime.Native;

namespace Microsoft.Azure.Commands.ResourceManager.Cmdlets.Entities.ErrorResponses;

/// <summary>Represents an error of Resource Manager.</summary>
public class ErrorResponseMessageException : Exception, IServiceException
{
    /// <summary>Creates an exception without a message.</summary>
    public ErrorResponseMessageException()
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">The message.</param>
    public ErrorResponseMessageException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and its cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public ErrorResponseMessageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Gets the status code of the answer.</summary>
    public HttpStatusCode HttpStatus { get; private set; }

    void IServiceException.SetService(ServiceDetails details) => HttpStatus = (HttpStatusCode)(details.Status ?? 0);
}
