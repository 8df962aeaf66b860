namespace Microsoft.Azure.Management.DataFactory.Models;

/// <summary>Represents a global parameter of a data factory.</summary>
public class GlobalParameterSpecification
{
    /// <summary>Creates an empty object.</summary>
    public GlobalParameterSpecification()
    {
    }

    /// <summary>Creates an object of its values.</summary>
    /// <param name="type">The type.</param>
    /// <param name="value">The value.</param>
    public GlobalParameterSpecification(string type, object value)
    {
        Type = type;
        Value = value;
    }

    /// <summary>
    /// Gets or sets the type: <c>Object</c>, <c>String</c>, <c>Int</c>, <c>Float</c>, <c>Bool</c> or <c>Array</c>.
    /// </summary>
    public string? Type { get; set; }

    /// <summary>Gets or sets the value.</summary>
    public object? Value { get; set; }

    /// <summary>Returns the value of the parameter.</summary>
    public override string ToString() =>
        Value == null ? base.ToString() : $"{Value}";
}
