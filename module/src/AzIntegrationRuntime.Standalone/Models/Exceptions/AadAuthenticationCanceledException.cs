using System;

namespace Microsoft.Azure.Commands.Common.Authentication;

/// <summary>Represents a sign-in that the user ended.</summary>
public class AadAuthenticationCanceledException : AadAuthenticationException
{
    /// <summary>Creates an exception without a message.</summary>
    public AadAuthenticationCanceledException()
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">The message.</param>
    public AadAuthenticationCanceledException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and its cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public AadAuthenticationCanceledException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
