using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;

namespace AzIntegrationRuntime.Defaults;

/// <summary>Reads and writes the file with the defaults of a folder.</summary>
internal static class DefaultsFile
{
    /// <summary>The name of the file.</summary>
    internal const string Name = ".azintegrationruntime.json";

    // Such a file has a few names. A larger one is something else.
    private const int MaxBytes = 65536;

    /// <summary>Returns the path of the file of a folder, or of the nearest folder above it; null if none has one.</summary>
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
    /// <exception cref="InvalidDataException">The file is not such a file.</exception>
    internal static List<ParentDefault> Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
            {
                throw new SerializationException($"it has more than {MaxBytes} bytes.");
            }

            // Read as text first, since the reader of JSON refuses a byte order mark.
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(File.ReadAllText(path)));
            var content = (Content?)new DataContractJsonSerializer(typeof(Content)).ReadObject(stream);
            if (content?.DataFactory is { } factory && string.IsNullOrEmpty(factory.ResourceGroupName))
            {
                throw new SerializationException("'dataFactory' has no 'resourceGroupName'.");
            }

            return content?.ToDefaults(path) ?? [];
        }
        catch (SerializationException exception)
        {
            throw new InvalidDataException(
                $"'{path}' is not a file of defaults: {exception.Message} Write it again with " +
                "Set-AzIntegrationRuntimeDefault -Scope Folder, or remove it.",
                exception);
        }
    }

    /// <summary>Writes the defaults, in place of those that the file has.</summary>
    internal static void Write(string path, IEnumerable<ParentDefault> defaults)
    {
        using var stream = new MemoryStream();
        using (var writer = JsonReaderWriterFactory.CreateJsonWriter(
            stream, Encoding.UTF8, ownsStream: false, indent: true, indentChars: "  "))
        {
            new DataContractJsonSerializer(typeof(Content)).WriteObject(writer, Content.Of(defaults));
        }

        File.WriteAllText(path, Encoding.UTF8.GetString(stream.ToArray()) + "\n");
    }

    /// <summary>Represents the parent of a service in the file.</summary>
    [DataContract]
    private sealed class Entry
    {
        [DataMember(Name = "resourceGroupName", Order = 0, EmitDefaultValue = false)]
        public string? ResourceGroupName { get; set; }

        [DataMember(Name = "name", Order = 1)]
        public string? Name { get; set; }
    }

    /// <summary>Represents the content of the file.</summary>
    [DataContract]
    private sealed class Content
    {
        [DataMember(Name = "dataFactory", Order = 0, EmitDefaultValue = false)]
        public Entry? DataFactory { get; set; }

        [DataMember(Name = "workspace", Order = 1, EmitDefaultValue = false)]
        public Entry? Workspace { get; set; }

        [DataMember(Name = "account", Order = 2, EmitDefaultValue = false)]
        public Entry? Account { get; set; }

        internal static Content Of(IEnumerable<ParentDefault> defaults)
        {
            var entries = defaults.ToDictionary(
                one => one.Service,
                one => new Entry { ResourceGroupName = one.ResourceGroupName, Name = one.Parent });
            entries.TryGetValue(ParentService.DataFactory.Name, out var factory);
            entries.TryGetValue(ParentService.Synapse.Name, out var workspace);
            entries.TryGetValue(ParentService.Purview.Name, out var account);
            return new Content { DataFactory = factory, Workspace = workspace, Account = account };
        }

        internal List<ParentDefault> ToDefaults(string path) =>
            new[]
            {
                (Service: ParentService.DataFactory, Entry: DataFactory),
                (Service: ParentService.Synapse, Entry: Workspace),
                (Service: ParentService.Purview, Entry: Account),
            }
            .Where(one => !string.IsNullOrEmpty(one.Entry?.Name))
            .Select(one => new ParentDefault(
                one.Service.Name, one.Entry!.Name!, one.Entry.ResourceGroupName, path))
            .ToList();
    }
}
