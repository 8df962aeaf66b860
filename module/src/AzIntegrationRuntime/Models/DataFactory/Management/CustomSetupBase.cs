namespace Microsoft.Azure.Management.DataFactory.Models;

/// <summary>Represents a step of an express custom setup: the base of its kinds.</summary>
public class CustomSetupBase
{
}
