using System;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;

namespace AzIntegrationRuntime.Models;

/// <summary>
/// Converts objects that have the type name of a model but are not instances of it: those of another assembly with
/// classes of the same names, and those that <c>Import-Clixml</c>, a job or a remote session read back.
/// </summary>
/// <remarks>Whatever has no such type name is refused, so that no other object passes as a model.</remarks>
public sealed class ModelConverter : PSTypeConverter
{
    private const string Deserialized = "Deserialized.";

    // What remoting adds to an object that it read back.
    private static readonly HashSet<string> Transport = new(StringComparer.OrdinalIgnoreCase)
    {
        "PSComputerName", "PSShowComputerName", "PSSourceJobInstanceId", "RunspaceId",
    };

    /// <inheritdoc />
    public override bool CanConvertFrom(object sourceValue, Type destinationType) =>
        FindClass(sourceValue, destinationType) is not null;

    /// <inheritdoc />
    public override object ConvertFrom(
        object sourceValue,
        Type destinationType,
        IFormatProvider formatProvider,
        bool ignoreCase)
    {
        var found = FindClass(sourceValue, destinationType);
        if (found is null)
        {
            throw new PSInvalidCastException($"The object has no type name of '{destinationType}'.");
        }

        return Create(PSObject.AsPSObject(sourceValue), found);
    }

    /// <inheritdoc />
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc />
    public override object ConvertTo(
        object sourceValue,
        Type destinationType,
        IFormatProvider formatProvider,
        bool ignoreCase) => throw new PSInvalidCastException($"A model has no conversion to '{destinationType}'.");

    /// <summary>Finds the class that an object's type names mean.</summary>
    /// <param name="value">The object.</param>
    /// <param name="wanted">The class that is wanted, or an interface of it.</param>
    /// <returns>The most specific class that fits; null where none does.</returns>
    internal static Type? FindClass(object? value, Type wanted)
    {
        if (value is null)
        {
            return null;
        }

        foreach (var typeName in PSObject.AsPSObject(value).TypeNames)
        {
            var name = typeName.StartsWith(Deserialized, StringComparison.OrdinalIgnoreCase)
                ? typeName.Substring(Deserialized.Length)
                : typeName;
            var suffix = name.IndexOf('#');
            if (suffix >= 0)
            {
                name = name.Substring(0, suffix);
            }

            // A model and the models in it are in one assembly, or the inner ones in that of this class.
            var found = wanted.Assembly.GetType(name, false, false)
                ?? typeof(ModelConverter).Assembly.GetType(name, false, false);
            if (found is not null
                && found.IsPublic
                && !found.IsAbstract
                && wanted.IsAssignableFrom(found)
                && found.GetConstructor(Type.EmptyTypes) is not null)
            {
                return found;
            }
        }

        return null;
    }

    private static object Create(PSObject source, Type model)
    {
        var result = Activator.CreateInstance(model)!;
        PSObject? extended = null;
        foreach (var property in source.Properties)
        {
            if (Transport.Contains(property.Name) || !property.IsGettable)
            {
                continue;
            }

            object? value;
            try
            {
                value = property.Value;
            }
            catch (GetValueException)
            {
                // A property that its own class cannot read has nothing to hand over.
                continue;
            }

            if (MemberValue.TrySet(result, property.Name, value))
            {
                continue;
            }

            extended ??= PSObject.AsPSObject(result);
            if (extended.Properties[property.Name] is null)
            {
                extended.Properties.Add(new PSNoteProperty(property.Name, value));
            }
        }

        return result;
    }

    /// <summary>Converts values to the types of the properties of models.</summary>
    private static class MemberValue
    {
        public static bool TrySet(object model, string name, object? value)
        {
            var property = ModelProperty.Find(model.GetType(), name);
            var setter = property?.GetSetMethod(true);
            if (setter is null || !TryConvert(value, property!.PropertyType, out var converted))
            {
                return false;
            }

            setter.Invoke(model, new[] { converted });
            return true;
        }

        private static bool TryConvert(object? value, Type target, out object? result)
        {
            result = null;
            var own = value is PSObject wrapped ? wrapped.BaseObject : value;
            if (own is null)
            {
                return !target.IsValueType || Nullable.GetUnderlyingType(target) is not null;
            }

            if (target == typeof(object) || target == typeof(PSObject))
            {
                result = target == typeof(PSObject) ? PSObject.AsPSObject(value) : value;
                return true;
            }

            if (target == typeof(System.Collections.Hashtable) && own is System.Collections.IDictionary table)
            {
                result = CellTable.Of(table);
                return true;
            }

            if (target.IsInstanceOfType(own) && !(own is Array && target.IsGenericType))
            {
                result = own;
                return true;
            }

            if (target.IsArray)
            {
                return TryList(own, target.GetElementType()!, true, out result);
            }

            if (target == typeof(TextList))
            {
                var isMade = TryList(own, typeof(string), false, out var texts);
                result = isMade ? new TextList((IList<string>)texts!) : null;
                return isMade;
            }

            if (target.IsGenericType && target.GetGenericArguments() is { Length: 1 } one
                && Nullable.GetUnderlyingType(target) is null)
            {
                return TryList(own, one[0], false, out result) && target.IsInstanceOfType(result);
            }

            if (target.IsGenericType && target.GetGenericArguments() is { Length: 2 } two)
            {
                return TryDictionary(own, two[1], out result) && target.IsInstanceOfType(result);
            }

            if (FindClass(value, target) is Type found)
            {
                result = Create(PSObject.AsPSObject(value), found);
                return true;
            }

            // PowerShell would join a list into one text.
            return !target.IsInterface
                && !(target == typeof(string) && own is System.Collections.IEnumerable and not string)
                && LanguagePrimitives.TryConvertTo(value, target, CultureInfo.InvariantCulture, out result);
        }

        private static bool TryList(object value, Type element, bool asArray, out object? result)
        {
            result = null;
            if (value is string || LanguagePrimitives.GetEnumerable(value) is not { } items)
            {
                return false;
            }

            var list = (System.Collections.IList)Activator.CreateInstance(
                typeof(CellList<>).MakeGenericType(element))!;
            foreach (var item in items)
            {
                if (!TryConvert(item, element, out var converted))
                {
                    return false;
                }

                list.Add(converted);
            }

            result = list;
            if (asArray)
            {
                var array = Array.CreateInstance(element, list.Count);
                list.CopyTo(array, 0);
                result = array;
            }

            return true;
        }

        private static bool TryDictionary(object value, Type element, out object? result)
        {
            result = null;
            if (value is not System.Collections.IDictionary entries)
            {
                return false;
            }

            var made = typeof(CellDictionary<>).MakeGenericType(element);
            var dictionary = (System.Collections.IDictionary)Activator.CreateInstance(
                made,
                StringComparer.OrdinalIgnoreCase)!;
            foreach (System.Collections.DictionaryEntry entry in entries)
            {
                if (!TryConvert(entry.Value, element, out var converted))
                {
                    return false;
                }

                dictionary[entry.Key.ToString()!] = converted;
            }

            result = dictionary;
            return true;
        }
    }
}
