namespace Microsoft.Azure.Management.Synapse.Models;

/// <summary>Represents a secret: the base of its kinds.</summary>
public class SecretBase
{
}
