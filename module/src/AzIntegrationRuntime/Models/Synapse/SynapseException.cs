using System;
using AzIntegrationRuntime.Native;
using Microsoft.Azure.Management.Synapse.Models;

namespace Microsoft.Azure.Commands.Synapse.Models.Exceptions;

/// <summary>Represents an error of Synapse; its cause has the request and the answer.</summary>
public class SynapseException : Exception, IServiceException
{
    /// <summary>Creates an exception without a message.</summary>
    public SynapseException()
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">The message.</param>
    public SynapseException(string message)
        : this(message, new ErrorResponseException(message))
    {
    }

    /// <summary>Creates an exception with a message and its cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public SynapseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    void IServiceException.SetService(ServiceDetails details)
    {
        if (InnerException is IServiceException cause)
        {
            cause.SetService(details);
        }
    }
}
