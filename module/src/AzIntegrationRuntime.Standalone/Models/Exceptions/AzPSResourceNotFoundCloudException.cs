using System;
using Microsoft.Rest.Azure;

namespace Microsoft.Azure.Commands.Common.Exceptions;

/// <summary>Represents a resource that does not exist.</summary>
public class AzPSResourceNotFoundCloudException : CloudException
{
    /// <summary>Creates an exception without a message.</summary>
    public AzPSResourceNotFoundCloudException()
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">The message.</param>
    public AzPSResourceNotFoundCloudException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and its cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public AzPSResourceNotFoundCloudException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
