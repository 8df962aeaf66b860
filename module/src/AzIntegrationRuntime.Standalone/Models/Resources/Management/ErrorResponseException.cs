using System;
using AzIntegrationRuntime.Native;
using Microsoft.Rest;

namespace Microsoft.Azure.Management.Authorization.Models;

/// <summary>Represents an error of the service.</summary>
public class ErrorResponseException : RestException
{
    /// <summary>Creates an exception without a message.</summary>
    public ErrorResponseException()
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">The message.</param>
    public ErrorResponseException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and its cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public ErrorResponseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Gets or sets the body of the answer; null where there was none.</summary>
    public ErrorResponse? Body { get; set; }

    internal override void SetError(ServiceDetails details)
    {
        if (details.Status is null)
        {
            return;
        }

        Body = new ErrorResponse
        {
            Error = new ErrorDetail { Code = details.Code, Message = details.Message, Target = details.Target },
        };
    }
}
