using System;
using System.Collections.Generic;
using System.Management.Automation;
using AzIntegrationRuntime.Native;

namespace AzIntegrationRuntime.Models;

/// <summary>Makes models of parts that frames hold as the service sends them, such as a factory's repository.</summary>
internal static class ModelBag
{
    /// <summary>Makes the model that a property's type asks for.</summary>
    /// <param name="members">The members of the part.</param>
    /// <param name="wanted">The type of the property, or of the elements of its list.</param>
    /// <param name="value">The model.</param>
    /// <returns>Whether the part is such a model.</returns>
    /// <remarks>
    /// The service's <c>type</c> names the class. Members of <c>typeProperties</c> are properties of the class itself,
    /// and those that the class does not have become note properties.
    /// </remarks>
    public static bool TryMake(FrameTable members, Type wanted, out object? value)
    {
        value = null;
        if (wanted.Assembly != typeof(ModelBag).Assembly
            || FindClass(members, wanted) is not { IsAbstract: false } model
            || model.GetConstructor(Type.EmptyTypes) is null)
        {
            return false;
        }

        value = Activator.CreateInstance(model)!;
        SetAll(value, members);
        return true;
    }

    private static Type? FindClass(FrameTable members, Type wanted)
    {
        foreach (var member in members)
        {
            if (IsNamed(member, "type") && member.Value is string kind && ModelProperty.Find(wanted, "Type") is null)
            {
                var named = wanted.Assembly.GetType(wanted.Namespace + "." + kind, false, true);
                return named is not null && wanted.IsAssignableFrom(named) ? named : null;
            }
        }

        return wanted;
    }

    private static void SetAll(object model, FrameTable members)
    {
        foreach (var member in members)
        {
            if (IsNamed(member, "typeProperties") && member.Value is FrameBag inner)
            {
                SetAll(model, inner.Members);
                continue;
            }

            var property = ModelProperty.Find(model.GetType(), member.Key);
            if (property?.GetSetMethod(true) is { } setter
                && Values.TryConvert(member.Value, property.PropertyType, out var converted))
            {
                setter.Invoke(model, new[] { converted });
            }
            else if (property is not null || !IsNamed(member, "type"))
            {
                Values.AddNote(PSObject.AsPSObject(model), member.Key, Values.Finish(member.Value));
            }
        }
    }

    private static bool IsNamed(KeyValuePair<string, object?> member, string name) =>
        string.Equals(member.Key, name, StringComparison.OrdinalIgnoreCase);
}
