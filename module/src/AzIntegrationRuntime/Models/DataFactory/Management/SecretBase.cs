namespace Microsoft.Azure.Management.DataFactory.Models;

/// <summary>Represents a secret: the base of its kinds.</summary>
public class SecretBase
{
}
