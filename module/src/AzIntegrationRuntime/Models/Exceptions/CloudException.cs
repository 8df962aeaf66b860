using System;
using AzIntegrationRuntime.Native;

namespace Microsoft.Rest.Azure;

/// <summary>Represents an error of a service of Azure.</summary>
public class CloudException : RestException
{
    /// <summary>Creates an exception without a message.</summary>
    public CloudException()
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">The message.</param>
    public CloudException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and its cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public CloudException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Gets the error that the service described; null where there was no answer.</summary>
    public CloudError? Body { get; private set; }

    /// <summary>Gets the id of the request at the service.</summary>
    public string? RequestId { get; private set; }

    internal override void SetError(ServiceDetails details)
    {
        RequestId = details.RequestId;
        Body = details.Status is null
            ? null
            : new CloudError { Code = details.Code, Message = details.Message, Target = details.Target };
    }
}
