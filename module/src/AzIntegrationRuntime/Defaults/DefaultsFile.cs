using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
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

    // A text, which may have what looks like a comment, or a comment. One without an end is not valid JSON.
    private static readonly Regex TextOrComment = new(
        """("(?:\\.|[^"\\])*")|//[^\n]*|/\*.*?\*/""", RegexOptions.Singleline | RegexOptions.CultureInvariant);

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

        XElement root;
        try
        {
            // Read as text first, since the reader of JSON refuses a byte order mark.
            var text = TextOrComment.Replace(
                File.ReadAllText(path), match => match.Groups[1].Success ? match.Value : " ");
            var bytes = Encoding.UTF8.GetBytes(text);
            using var reader = JsonReaderWriterFactory.CreateJsonReader(bytes, XmlDictionaryReaderQuotas.Max);
            root = XElement.Load(reader);
        }
        catch (Exception exception) when (exception is XmlException or InvalidOperationException)
        {
            throw Refuse(path, "it is not valid JSON");
        }

        if (!Is(root, "object"))
        {
            throw Refuse(path, "it is not a JSON object");
        }

        RefuseRepetition(path, root);
        return root.Elements().Select(entry => ReadEntry(path, entry)).ToList();
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

    private static ParentDefault ReadEntry(string path, XElement entry)
    {
        var name = NameOf(entry);
        var (member, service) = Members.FirstOrDefault(own => own.Member == name);
        if (member == null)
        {
            throw Refuse(path, $"'{name}' is none of its members 'dataFactory', 'workspace' and 'account'");
        }

        if (!Is(entry, "object"))
        {
            throw Refuse(path, $"'{member}' is not a JSON object");
        }

        RefuseRepetition(path, entry);
        foreach (var one in entry.Elements())
        {
            if (NameOf(one) is not (Group or Parent))
            {
                throw Refuse(path, $"'{NameOf(one)}' of '{member}' is neither '{Group}' nor '{Parent}'");
            }

            if (!Is(one, "string") || one.Value.Length == 0)
            {
                throw Refuse(path, $"'{NameOf(one)}' of '{member}' is not a text");
            }

            if (!ParentService.IsName(one.Value))
            {
                throw Refuse(path, $"'{one.Value}' is not the name of one resource");
            }
        }

        var parent = entry.Element(Parent)?.Value ?? throw Refuse(path, $"'{member}' has no '{Parent}'");
        var group = entry.Element(Group)?.Value;
        if (group == null && service == ParentService.DataFactory)
        {
            throw Refuse(path, $"'{member}' has no '{Group}'");
        }

        return new ParentDefault(service.Name, parent, group, path);
    }

    private static void RefuseRepetition(string path, XElement element)
    {
        if (element.Elements().GroupBy(NameOf).FirstOrDefault(own => own.Count() > 1) is { } repeated)
        {
            throw Refuse(path, $"it has '{repeated.Key}' twice");
        }
    }

    private static bool Is(XElement element, string type) => (string?)element.Attribute("type") == type;

    // A name that XML cannot have is in an attribute.
    private static string NameOf(XElement element) =>
        (string?)element.Attribute("item") ?? element.Name.LocalName;

    private static InvalidDataException Refuse(string path, string reason) => new(
        $"'{path}' is not a file of defaults: {reason}. Correct it, or run Clear-AzIntegrationRuntimeDefault -Scope " +
        "Folder in its folder.");
}
