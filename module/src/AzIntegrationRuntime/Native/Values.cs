using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Collections.Specialized;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using AzIntegrationRuntime.Models;

namespace AzIntegrationRuntime.Native;

/// <summary>Makes what PowerShell shows, and what properties take, of the values of a frame.</summary>
internal static class Values
{
    private static readonly MethodInfo MakeListMethod =
        typeof(Values).GetMethod(nameof(MakeList), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static readonly MethodInfo MakeArrayMethod =
        typeof(Values).GetMethod(nameof(MakeArray), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static readonly MethodInfo MakeDictionaryMethod =
        typeof(Values).GetMethod(nameof(MakeDictionary), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Returns a value as it is where nothing says which type is wanted.</summary>
    internal static object? Finish(object? raw)
    {
        switch (raw)
        {
            case FrameTable table:
                return ToHashtable(table);
            case FrameBag bag:
                return ToBag(bag.Members, null);
            case object?[] list:
                for (var index = 0; index < list.Length; index++)
                {
                    list[index] = Finish(list[index]);
                }

                return list;
            default:
                return raw;
        }
    }

    /// <summary>Returns an object without a class.</summary>
    internal static PSObject ToBag(FrameTable members, string? typeName)
    {
        var bag = new PSObject();
        foreach (var member in members)
        {
            AddNote(bag, member.Key, Finish(member.Value));
        }

        if (typeName != null)
        {
            bag.TypeNames.Insert(0, typeName);
        }

        return bag;
    }

    /// <summary>Adds a note property; it hides a property of the class with that name.</summary>
    /// <remarks>Of two names that differ in casing only the second stays: PowerShell has one member for both.</remarks>
    internal static void AddNote(PSObject bag, string name, object? value) =>
        bag.Properties.Add(VisibleText.Note(name, value), preValidated: true);

    /// <summary>Converts a value to a property's type, where nothing of it is lost.</summary>
    /// <returns>Whether the value fits.</returns>
    internal static bool TryConvert(object? raw, Type type, out object? value)
    {
        value = null;
        if (raw == null)
        {
            return !type.IsValueType || Nullable.GetUnderlyingType(type) != null;
        }

        switch (raw)
        {
            case object?[] list:
                return TryConvertList(list, type, out value);
            case FrameTable table:
                return TryConvertTable(table, type, out value);
            case FrameBag bag:
                return TryConvertBag(bag, type, out value);
        }

        if (type.IsInstanceOfType(raw))
        {
            value = raw;
            return true;
        }

        var wanted = Nullable.GetUnderlyingType(type) ?? type;
        if (raw is PSObject { BaseObject: { } inner } && inner is not PSCustomObject && wanted.IsInstanceOfType(inner))
        {
            // Its note properties and type names stay: PowerShell keeps them with the instance.
            value = inner;
            return true;
        }

        value = wanted.IsEnum ? ToEnum(raw, wanted) : ToScalar(raw, wanted);
        return value != null;
    }

    private static CellTable ToHashtable(FrameTable table)
    {
        var made = new CellTable(table.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var entry in table)
        {
            made[entry.Key] = Finish(entry.Value);
        }

        if (made.Count == table.Count)
        {
            return made;
        }

        // Names that differ in casing only.
        var exact = new CellTable(table.Count, null);
        foreach (var entry in table)
        {
            exact[entry.Key] = Finish(entry.Value);
        }

        return exact;
    }

    private static object? ToEnum(object raw, Type type)
    {
        if (raw is string text)
        {
            foreach (var name in Enum.GetNames(type))
            {
                if (string.Equals(name, text, StringComparison.OrdinalIgnoreCase))
                {
                    return Enum.Parse(type, name);
                }
            }

            return null;
        }

        return raw is int number && Enum.IsDefined(type, number) ? Enum.ToObject(type, number) : null;
    }

    private static object? ToScalar(object raw, Type type)
    {
        switch (raw)
        {
            case int number:
                return FromInteger(number, type);
            case long number:
                return FromInteger(number, type);
            case double number when type == typeof(float):
                return (float)number;
            case double number when type == typeof(decimal) && Math.Abs(number) < 1e15:
                return (decimal)number;
            case double number when Math.Floor(number) == number && Math.Abs(number) < 1e15:
                return FromInteger((long)number, type);
            case string text when type == typeof(Guid):
                return Guid.TryParse(text, out var id) ? id : null;
            case string text when type == typeof(Uri):
                return Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var uri) ? uri : null;
            case string text when type == typeof(Version):
                return Version.TryParse(text, out var version) ? version : null;
            case Guid guid when type == typeof(string):
                return guid.ToString();
            case DateTime date when type == typeof(DateTimeOffset):
                return new DateTimeOffset(date);
            case DateTimeOffset date when type == typeof(DateTime):
                return date.UtcDateTime;
            case bool flag when type == typeof(SwitchParameter):
                return new SwitchParameter(flag);
            default:
                return null;
        }
    }

    private static object? FromInteger(long number, Type type)
    {
        if (type == typeof(long))
        {
            return number;
        }

        if (type == typeof(int))
        {
            return number is >= int.MinValue and <= int.MaxValue ? (int)number : null;
        }

        if (type == typeof(double))
        {
            return (double)number;
        }

        if (type == typeof(decimal))
        {
            return (decimal)number;
        }

        if (type == typeof(float) || type == typeof(short) || type == typeof(byte) || type == typeof(uint) ||
            type == typeof(ulong) || type == typeof(ushort) || type == typeof(sbyte))
        {
            try
            {
                return Convert.ChangeType(number, type, CultureInfo.InvariantCulture);
            }
            catch (OverflowException)
            {
                return null;
            }
        }

        return null;
    }

    private static bool TryConvertList(object?[] list, Type type, out object? value)
    {
        value = null;
        if (type.IsAssignableFrom(typeof(object[])) && !type.IsGenericType)
        {
            value = Finish(list);
            return true;
        }

        if (type.IsArray)
        {
            return Fill(MakeArrayMethod, type.GetElementType()!, list, out value);
        }

        if (type == typeof(ArrayList))
        {
            value = new ArrayList((ICollection)Finish(list)!);
            return true;
        }

        if (type == typeof(TextList))
        {
            var isMade = Fill(MakeListMethod, typeof(string), list, out var texts);
            value = isMade ? new TextList((IList<string>)texts!) : null;
            return isMade;
        }

        if (!type.IsGenericType)
        {
            return false;
        }

        var definition = type.GetGenericTypeDefinition();
        if (definition == typeof(List<>) || definition == typeof(IList<>) || definition == typeof(ICollection<>) ||
            definition == typeof(IEnumerable<>) || definition == typeof(IReadOnlyList<>) ||
            definition == typeof(IReadOnlyCollection<>))
        {
            return Fill(MakeListMethod, type.GetGenericArguments()[0], list, out value);
        }

        if (definition == typeof(Collection<>) &&
            Fill(MakeListMethod, type.GetGenericArguments()[0], list, out var items))
        {
            value = Activator.CreateInstance(type, items);
            return true;
        }

        return false;
    }

    private static bool TryConvertTable(FrameTable table, Type type, out object? value)
    {
        value = null;
        if (type == typeof(object) || type == typeof(Hashtable) || type == typeof(IDictionary))
        {
            value = ToHashtable(table);
            return true;
        }

        if (type == typeof(OrderedDictionary))
        {
            var ordered = new OrderedDictionary(table.Count, StringComparer.OrdinalIgnoreCase);
            foreach (var entry in table)
            {
                ordered[entry.Key] = Finish(entry.Value);
            }

            value = ordered;
            return true;
        }

        if (type.IsGenericType)
        {
            var definition = type.GetGenericTypeDefinition();
            var arguments = type.GetGenericArguments();
            return arguments.Length == 2 && arguments[0] == typeof(string) &&
                (definition == typeof(Dictionary<,>) || definition == typeof(IDictionary<,>) ||
                    definition == typeof(IReadOnlyDictionary<,>)) &&
                Fill(MakeDictionaryMethod, arguments[1], table, out value);
        }

        return false;
    }

    private static bool TryConvertBag(FrameBag bag, Type type, out object? value)
    {
        if (type == typeof(object) || type == typeof(PSObject))
        {
            value = ToBag(bag.Members, null);
            return true;
        }

        return ModelBag.TryMake(bag.Members, type, out value) || TryConvertTable(bag.Members, type, out value);
    }

    private static bool Fill(MethodInfo method, Type element, object source, out object? value)
    {
        value = method.MakeGenericMethod(element).Invoke(null, [source]);
        return value != null;
    }

    private static List<T?>? MakeList<T>(object?[] source)
    {
        var list = new CellList<T?>(source.Length);
        foreach (var item in source)
        {
            if (!TryConvert(item, typeof(T), out var value))
            {
                return null;
            }

            list.Add((T?)value);
        }

        return list;
    }

    private static T?[]? MakeArray<T>(object?[] source)
    {
        var array = new T?[source.Length];
        for (var index = 0; index < array.Length; index++)
        {
            if (!TryConvert(source[index], typeof(T), out var value))
            {
                return null;
            }

            array[index] = (T?)value;
        }

        return array;
    }

    private static Dictionary<string, T?>? MakeDictionary<T>(FrameTable source)
    {
        var dictionary = new CellDictionary<T?>(null);
        foreach (var entry in source)
        {
            if (!TryConvert(entry.Value, typeof(T), out var value))
            {
                return null;
            }

            dictionary[entry.Key] = (T?)value;
        }

        return dictionary;
    }
}
