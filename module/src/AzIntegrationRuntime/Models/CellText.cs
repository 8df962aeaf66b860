using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace AzIntegrationRuntime.Models;

/// <summary>Returns the text of lists and tables in a cell of a CSV file.</summary>
/// <remarks>Export-Csv writes the text form of a value, which is the name of the type for a list of .NET.</remarks>
internal static class CellText
{
    // What an object in a list is known by, the first that it has.
    private static readonly string[] Names = ["NodeName", "Name", "NodeId", "ComponentName", "VariableName", "Code"];

    /// <summary>Returns the texts of the items, with semicolons between them.</summary>
    internal static string OfList(IEnumerable items) => string.Join("; ", items.Cast<object?>().Select(Of));

    /// <summary>Returns the names and values, with semicolons between them.</summary>
    internal static string OfTable(IDictionary table) => string.Join(
        "; ",
        table.Keys.Cast<object>()
            .Select(key => (Name: Of(key), Value: Of(table[key])))
            .OrderBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
            .Select(entry => $"{entry.Name}={entry.Value}"));

    private static string Of(object? value)
    {
        switch (value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value)
        {
            case null:
                return string.Empty;
            case string text:
                return text;
            case IFormattable number:
                return number.ToString(null, CultureInfo.InvariantCulture);
            case IDictionary table:
                return OfTable(table);
            case IEnumerable items:
                return OfList(items);
            case { } model when model.GetType().Assembly == typeof(CellText).Assembly:
                return OfModel(model);
            case { } other:
                return other.ToString() ?? string.Empty;
        }
    }

    private static string OfModel(object model)
    {
        var name = Names
            .Select(one => ModelProperty.Find(model.GetType(), one)?.GetValue(model))
            .FirstOrDefault(one => one != null);
        if (name != null)
        {
            return Of(name);
        }

        var text = model.ToString();
        return text == model.GetType().FullName ? model.GetType().Name : text ?? string.Empty;
    }
}

/// <summary>Represents a list whose text form has its items.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
internal sealed class CellList<T> : List<T>
{
    /// <summary>Initializes a new instance of the <see cref="CellList{T}"/> class.</summary>
    public CellList()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="CellList{T}"/> class.</summary>
    /// <param name="capacity">The number of items to make room for.</param>
    public CellList(int capacity)
        : base(capacity)
    {
    }

    /// <summary>Returns the items as one text.</summary>
    public override string ToString() => CellText.OfList(this);
}

/// <summary>Represents a table of names whose text form has its entries.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
internal sealed class CellDictionary<T> : Dictionary<string, T>
{
    /// <summary>Initializes a new instance of the <see cref="CellDictionary{T}"/> class.</summary>
    /// <param name="comparer">How names are compared; null for their exact casing.</param>
    public CellDictionary(IEqualityComparer<string>? comparer)
        : base(comparer)
    {
    }

    /// <summary>Returns the entries as one text.</summary>
    public override string ToString() => CellText.OfTable(this);
}

/// <summary>Represents a hash table whose text form has its entries.</summary>
internal sealed class CellTable : Hashtable
{
    /// <summary>Returns a hash table with the entries of a table.</summary>
    internal static CellTable Of(IDictionary table)
    {
        var made = new CellTable(table.Count, StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in table)
        {
            made[entry.Key] = entry.Value;
        }

        return made;
    }

    /// <summary>Initializes a new instance of the <see cref="CellTable"/> class.</summary>
    /// <param name="capacity">The number of entries to make room for.</param>
    /// <param name="comparer">How names are compared; null for their exact casing.</param>
    public CellTable(int capacity, IEqualityComparer? comparer)
        : base(capacity, comparer)
    {
    }

    /// <summary>Returns the entries as one text.</summary>
    public override string ToString() => CellText.OfTable(this);
}
