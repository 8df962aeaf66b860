using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using AzIntegrationRuntime.Native;

namespace AzIntegrationRuntime.Compatibility;

/// <summary>Reads and changes the module path of this process, and names the folders of stand-ins.</summary>
internal static class ModulePath
{
    private const string Variable = "PSModulePath";

    /// <summary>Gets the folder of the stand-ins of this process, one for each installation of the module.</summary>
    internal static string ProcessFolder
    {
        get
        {
            // The variable that names another folder for contexts names it for the stand-ins too.
            var named = Environment.GetEnvironmentVariable("AZIR_PROFILE");
            var root = !string.IsNullOrEmpty(named) ? named :
                Platform.Current.ProfileFolder ?? Path.Combine(Path.GetTempPath(), "AzIntegrationRuntime");
            using var hash = SHA256.Create();
            var bytes = hash.ComputeHash(Encoding.UTF8.GetBytes(Platform.Current.ModuleFolder));
            var name = BitConverter.ToString(bytes, 0, 4).Replace("-", string.Empty).ToLowerInvariant();
            return Path.Combine(root, "Compatibility", name);
        }
    }

    /// <summary>Gets the folder of the user's modules: the first of the module path in the user's folders.</summary>
    internal static string? UserFolder
    {
        get
        {
            var homes = new[] { Environment.SpecialFolder.UserProfile, Environment.SpecialFolder.MyDocuments }
                .Select(Environment.GetFolderPath)
                .Append(Environment.GetEnvironmentVariable("XDG_DATA_HOME"))
                .Where(home => !string.IsNullOrEmpty(home))
                .Select(home => home + Path.DirectorySeparatorChar)
                .ToArray();
            return Entries.FirstOrDefault(entry =>
                homes.Any(home => entry.StartsWith(home, StringComparison.OrdinalIgnoreCase)));
        }
    }

    // With the empty ones: Windows often has a separator at the end, and what is not ours stays as it is.
    private static IEnumerable<string> Entries
    {
        get
        {
            var value = Environment.GetEnvironmentVariable(Variable);
            return string.IsNullOrEmpty(value) ? [] : value!.Split(Path.PathSeparator);
        }
    }

    /// <summary>Adds a folder behind the others, so that it hides no module.</summary>
    internal static void Add(string folder) => Write(Entries.Where(entry => entry != folder).Concat([folder]));

    /// <summary>Removes a folder.</summary>
    internal static void Remove(string folder) => Write(Entries.Where(entry => entry != folder));

    private static void Write(IEnumerable<string> entries) =>
        Environment.SetEnvironmentVariable(Variable, string.Join(Path.PathSeparator.ToString(), entries));
}
