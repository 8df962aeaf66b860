namespace Microsoft.Azure.Commands.Common.Authentication.Abstractions.Core;

/// <summary>Represents an object that contexts can be taken from.</summary>
public interface IAzureContextContainer
{
}
