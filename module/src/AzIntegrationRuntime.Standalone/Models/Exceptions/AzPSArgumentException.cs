using System;

namespace Microsoft.Azure.Commands.Common.Exceptions;

/// <summary>Represents a parameter whose value is not valid.</summary>
public class AzPSArgumentException : System.Management.Automation.PSArgumentException
{
    /// <summary>Creates an exception without a message.</summary>
    public AzPSArgumentException()
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">The message.</param>
    public AzPSArgumentException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and its cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public AzPSArgumentException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
