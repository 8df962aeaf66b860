using System;

namespace Microsoft.Azure.Commands.Common.Authentication;

/// <summary>Represents a sign-in that failed: the base of its kinds.</summary>
public class AadAuthenticationException : Exception
{
    /// <summary>Creates an exception without a message.</summary>
    public AadAuthenticationException()
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">The message.</param>
    public AadAuthenticationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and its cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public AadAuthenticationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
