using System;

namespace Microsoft.Azure.Commands.Common.Exceptions;

/// <summary>Represents a cmdlet that cannot run in the present state.</summary>
public class AzPSInvalidOperationException : InvalidOperationException
{
    /// <summary>Creates an exception without a message.</summary>
    public AzPSInvalidOperationException()
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">The message.</param>
    public AzPSInvalidOperationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and its cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public AzPSInvalidOperationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
