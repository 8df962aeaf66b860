using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml.Linq;

namespace AzIntegrationRuntime.Defaults;

/// <summary>Reads and writes the file with the defaults of a folder.</summary>
internal static class DefaultsFile
{
    /// <summary>The name of the file.</summary>
    internal const string Name = ".azintegrationruntime.json";

    private const string Group = "resourceGroupName";
    private const string Parent = "name";

    // Such a file has a few names. A larger one is something else.
    private const int MaxBytes = 65536;

    private static readonly (string Member, ParentService Service)[] Members =
    [
        ("dataFactory", ParentService.DataFactory),
        ("workspace", ParentService.Synapse),
        ("account", ParentService.Purview),
    ];

    /// <summary>Returns the path of the file of a folder or of the nearest folder above it; null without one.</summary>
    internal static string? Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at != null; at = at.Parent)
        {
            var path = Path.Combine(at.FullName, Name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>Reads the defaults of a file.</summary>
    /// <remarks>
    /// Nothing in it is passed over: a command would take the default of the session instead, and act on another data
    /// factory.
    /// </remarks>
    /// <exception cref="InvalidDataException">The file is not such a file.</exception>
    internal static List<ParentDefault> Read(string path)
    {
        if (new FileInfo(path).Length > MaxBytes)
        {
            throw Refuse(path, $"it has more than {MaxBytes} bytes");
        }

        DefaultsText.Node root;
        try
        {
            root = DefaultsText.Read(File.ReadAllText(path));
        }
        catch (FormatException exception)
        {
            throw Refuse(path, exception.Message);
        }

        return root.Members is { } members
            ? members.ConvertAll(entry => ReadEntry(path, entry.Name, entry.Value))
            : throw Refuse(path, $"it is not a JSON object ({root.Position})");
    }

    /// <summary>Writes the defaults, in place of those that the file has.</summary>
    internal static void Write(string path, IEnumerable<ParentDefault> defaults)
    {
        var all = defaults.ToDictionary(one => one.Service);
        var root = new XElement("root", new XAttribute("type", "object"));
        foreach (var (member, service) in Members)
        {
            if (all.TryGetValue(service.Name, out var one))
            {
                var entry = new XElement(member, new XAttribute("type", "object"));
                if (one.ResourceGroupName != null)
                {
                    entry.Add(new XElement(Group, new XAttribute("type", "string"), one.ResourceGroupName));
                }

                entry.Add(new XElement(Parent, new XAttribute("type", "string"), one.Parent));
                root.Add(entry);
            }
        }

        using var stream = new MemoryStream();
        using (var writer = JsonReaderWriterFactory.CreateJsonWriter(
            stream, Encoding.UTF8, ownsStream: false, indent: true, indentChars: "  "))
        {
            root.WriteTo(writer);
        }

        File.WriteAllText(path, Encoding.UTF8.GetString(stream.ToArray()) + "\n");
    }

    private static ParentDefault ReadEntry(string path, string name, DefaultsText.Node entry)
    {
        var (member, service) = Members.FirstOrDefault(own => own.Member == name);
        if (member == null)
        {
            throw Refuse(
                path, $"'{name}' is none of its members 'dataFactory', 'workspace' and 'account' ({entry.Position})");
        }

        if (entry.Members is not { } members)
        {
            throw Refuse(path, $"'{member}' is not a JSON object ({entry.Position})");
        }

        foreach (var (key, value) in members)
        {
            if (key is not (Group or Parent))
            {
                throw Refuse(path, $"'{key}' of '{member}' is neither '{Group}' nor '{Parent}' ({value.Position})");
            }

            if (string.IsNullOrEmpty(value.Text))
            {
                throw Refuse(path, $"'{key}' of '{member}' is not a text ({value.Position})");
            }

            if (!ParentService.IsName(value.Text!))
            {
                throw Refuse(path, $"'{value.Text}' is not the name of one resource ({value.Position})");
            }
        }

        var parent = members.Find(one => one.Name == Parent).Value?.Text ??
            throw Refuse(path, $"'{member}' has no '{Parent}' ({entry.Position})");
        var group = members.Find(one => one.Name == Group).Value?.Text;
        if (group == null && service == ParentService.DataFactory)
        {
            throw Refuse(path, $"'{member}' has no '{Group}' ({entry.Position})");
        }

        return new ParentDefault(service.Name, parent, group, path);
    }

    private static InvalidDataException Refuse(string path, string reason) => new(
        $"'{path}' is not a file of defaults: {reason}. Correct it, or remove it with " +
        "Clear-AzIntegrationRuntimeDefault -Scope Folder");
}
