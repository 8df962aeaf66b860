using System;

namespace Microsoft.Azure.Commands.Common.Exceptions;

/// <summary>Represents a failure that the environment of a cmdlet caused.</summary>
public class AzPSApplicationException : ApplicationException
{
    /// <summary>Creates an exception without a message.</summary>
    public AzPSApplicationException()
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">The message.</param>
    public AzPSApplicationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and its cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public AzPSApplicationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
