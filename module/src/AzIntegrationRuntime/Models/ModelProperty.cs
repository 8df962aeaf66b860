using System;
using System.Reflection;

namespace AzIntegrationRuntime.Models;

/// <summary>Finds properties of models by name.</summary>
internal static class ModelProperty
{
    /// <summary>Finds a property, whatever the casing of its name.</summary>
    /// <param name="model">The class of the model.</param>
    /// <param name="name">The name of the property.</param>
    /// <returns>
    /// The property as the class that declares it first has it, so that a setter that is not public is found;
    /// null where there is none.
    /// </returns>
    public static PropertyInfo? Find(Type model, string name)
    {
        for (var type = model; type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var property in type.GetProperties(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
            {
                if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
                {
                    return property;
                }
            }
        }

        return null;
    }
}
