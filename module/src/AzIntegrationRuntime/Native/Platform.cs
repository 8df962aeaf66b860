using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Runtime.InteropServices;

namespace AzIntegrationRuntime.Native;

/// <summary>Represents the platform of this process: the folder of its native files and their names.</summary>
internal sealed class Platform
{
    private static readonly string[] Known =
    [
        "win-x64", "win-x86", "win-arm64", "linux-x64", "linux-arm64", "linux-musl-x64", "linux-musl-arm64", "osx-x64",
        "osx-arm64",
    ];

    private Platform(string name, string moduleFolder)
    {
        var windows = name.StartsWith("win-", StringComparison.Ordinal);
        var apple = name.StartsWith("osx-", StringComparison.Ordinal);
        Name = name;
        ModuleFolder = moduleFolder;
        Folder = Path.Combine(moduleFolder, name);
        LibraryPath = Path.Combine(
            Folder, windows ? "azir_native.dll" : apple ? "libazir_native.dylib" : "libazir_native.so");
        EmulatorPath = Path.Combine(Folder, windows ? "azir-emulator.exe" : "azir-emulator");
        ProfileFolder = FindProfileFolder(windows, apple);
    }

    /// <summary>Gets the platform of this process.</summary>
    internal static Platform Current { get; } = new(FindName(), FindModuleFolder());

    /// <summary>Gets the platform's name, such as <c>linux-x64</c>.</summary>
    internal string Name { get; }

    /// <summary>Gets the folder of the assembly, which has one folder for each platform.</summary>
    internal string ModuleFolder { get; }

    /// <summary>Gets the folder of this platform's files.</summary>
    internal string Folder { get; }

    /// <summary>Gets the absolute path of the native library.</summary>
    internal string LibraryPath { get; }

    /// <summary>Gets the absolute path of the emulator.</summary>
    internal string EmulatorPath { get; }

    /// <summary>Gets the folder where contexts are kept; null where the system names none.</summary>
    internal string? ProfileFolder { get; }

    /// <summary>Describes why there is no native library for this platform, and the next step.</summary>
    internal string DescribeMissingLibrary()
    {
        if (Directory.Exists(Folder))
        {
            return $"The native library '{LibraryPath}' is missing, although the module has a folder for this " +
                $"platform ({Name}). Security software may have removed the file: look into its list of blocked files. Then " +
                "install the module again: Install-PSResource AzIntegrationRuntime -Reinstall";
        }

        var present = new List<string>();
        foreach (var name in Known)
        {
            if (File.Exists(new Platform(name, ModuleFolder).LibraryPath))
            {
                present.Add(name);
            }
        }

        var text =
            $"AzIntegrationRuntime has no native library for this platform ({Name}): '{LibraryPath}' does not exist. " +
            (present.Count == 0
                ? $"The folder '{ModuleFolder}' has none for any platform. "
                : $"The folder '{ModuleFolder}' has those for: {string.Join(", ", present)}. ");
        return text + (Name == "win-x86" && present.Contains("win-x64")
            ? "This is a 32-bit process: open the 64-bit Windows PowerShell."
            : "Install a package that was made for this platform, or build one with build.ps1.");
    }

    private static string FindModuleFolder() =>
        Path.GetDirectoryName(typeof(Platform).Assembly.Location) ?? AppContext.BaseDirectory;

    private static string FindName()
    {
        string system;
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            system = "win";
        }
        else if (RuntimeInformation.IsOSPlatform(OSPlatform.OSX))
        {
            system = "osx";
        }
        else
        {
            system = UsesMusl() ? "linux-musl" : "linux";
        }

        return system + "-" + (RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => "x64",
            Architecture.X86 => "x86",
            Architecture.Arm64 => "arm64",
            var other => other.ToString().ToLowerInvariant(),
        });
    }

    private static bool UsesMusl()
    {
        // A property that .NET Standard 2.0 does not have; every PowerShell that runs on Linux has it.
        var identifier = typeof(RuntimeInformation)
            .GetProperty("RuntimeIdentifier", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as string;
        return identifier != null && (identifier.Contains("musl") || identifier.Contains("alpine"));
    }

    /// <summary>Finds what GetFolderPath answers, whose first call costs milliseconds.</summary>
    private static string? FindProfileFolder(bool windows, bool apple)
    {
        string? folder;
        var home = Environment.GetEnvironmentVariable("HOME");
        if (windows)
        {
            folder = Environment.GetEnvironmentVariable("LOCALAPPDATA");
        }
        else if (apple && !string.IsNullOrEmpty(home))
        {
            folder = home + "/Library/Application Support";
        }
        else
        {
            folder = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
            if (string.IsNullOrEmpty(folder) && !string.IsNullOrEmpty(home))
            {
                folder = home + "/.local/share";
            }
        }

        return string.IsNullOrEmpty(folder) ? null : folder + Path.DirectorySeparatorChar + "AzIntegrationRuntime";
    }
}
