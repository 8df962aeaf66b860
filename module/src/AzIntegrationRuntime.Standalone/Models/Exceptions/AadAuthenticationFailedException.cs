using System;

namespace Microsoft.Azure.Commands.Common.Authentication;

/// <summary>Represents a sign-in that Microsoft Entra ID refused.</summary>
public class AadAuthenticationFailedException : AadAuthenticationException
{
    /// <summary>Creates an exception without a message.</summary>
    public AadAuthenticationFailedException()
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">The message.</param>
    public AadAuthenticationFailedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and its cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public AadAuthenticationFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
