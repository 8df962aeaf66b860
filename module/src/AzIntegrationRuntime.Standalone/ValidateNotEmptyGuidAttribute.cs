using System;
using System.Management.Automation;

namespace AzIntegrationRuntime.Standalone;

/// <summary>Refuses the empty GUID as an argument.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateNotEmptyGuidAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc />
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is Guid id && id == Guid.Empty)
        {
            throw new ValidationMetadataException("The id must not be empty.");
        }
    }
}
