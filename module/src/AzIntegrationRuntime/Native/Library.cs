using System;
using System.ComponentModel;
using System.IO;
using System.Reflection;
using System.Runtime.InteropServices;

namespace AzIntegrationRuntime.Native;

/// <summary>Represents the native library: its six functions, bound by the absolute path of its file.</summary>
/// <remarks>
/// The contract of the functions is in <c>azir.h</c>. Only 32-bit and 64-bit numbers and byte buffers cross. The
/// library is loaded by the first operation, not by the import of the module, and is never unloaded.
/// </remarks>
internal sealed unsafe class Library
{
    /// <summary>The version of the functions and frames that this assembly speaks.</summary>
    internal const int AbiVersion = 2;

    /// <summary><c>azir_next</c>: there is no frame yet.</summary>
    internal const int None = 0;

    /// <summary><c>azir_next</c>: a message.</summary>
    internal const int Message = 1;

    /// <summary><c>azir_next</c>: results.</summary>
    internal const int Objects = 2;

    /// <summary><c>azir_next</c>: there are no more frames.</summary>
    internal const int Finished = 4;

    /// <summary>The handle is unknown or closed.</summary>
    internal const int HandleError = -2;

    /// <summary>The request is not understood.</summary>
    internal const int RequestError = -5;

    /// <summary>An internal error of the library.</summary>
    internal const int PanicError = -6;

    /// <summary>The names of the functions, as the C header has them.</summary>
    internal static readonly string[] Exports =
        ["azir_abi_version", "azir_start", "azir_next", "azir_read", "azir_answer", "azir_close"];

    private static readonly object Gate = new();
    private static volatile Library? loaded;

    private readonly delegate* unmanaged[Cdecl]<byte*, long, byte*, long, long*, int> start;
    private readonly delegate* unmanaged[Cdecl]<long, int, long*, int> next;
    private readonly delegate* unmanaged[Cdecl]<long, byte*, long, long> read;
    private readonly delegate* unmanaged[Cdecl]<long, byte*, long, int> answer;
    private readonly delegate* unmanaged[Cdecl]<long, int> close;

    private Library(string path)
    {
        var find = Open(path);
        // Asked first: of another version the other functions may have other parameters.
        var version = ((delegate* unmanaged[Cdecl]<int>)find(Exports[0]))();
        if (version != AbiVersion)
        {
            throw new NativeLibraryException(
                $"The native library '{path}' is of another version of AzIntegrationRuntime (interface {version}, " +
                $"expected {AbiVersion}). A native library cannot be unloaded: restart PowerShell. If the error " +
                "persists, install the module again.",
                path);
        }

        start = (delegate* unmanaged[Cdecl]<byte*, long, byte*, long, long*, int>)find(Exports[1]);
        next = (delegate* unmanaged[Cdecl]<long, int, long*, int>)find(Exports[2]);
        read = (delegate* unmanaged[Cdecl]<long, byte*, long, long>)find(Exports[3]);
        answer = (delegate* unmanaged[Cdecl]<long, byte*, long, int>)find(Exports[4]);
        close = (delegate* unmanaged[Cdecl]<long, int>)find(Exports[5]);
    }

    /// <summary>Gets whether there is a library for this platform, without loading it.</summary>
    internal static bool Exists => loaded != null || File.Exists(Platform.Current.LibraryPath);

    /// <summary>Returns the library, loaded by the first call in this process.</summary>
    /// <exception cref="NativeLibraryException">There is none for this platform, or it cannot be loaded.</exception>
    internal static Library Load()
    {
        var library = loaded;
        if (library != null)
        {
            return library;
        }

        lock (Gate)
        {
            return loaded ??= LoadFrom(Platform.Current);
        }
    }

    /// <summary>Starts an operation. Both buffers are copied before the call returns.</summary>
    internal int Start(byte[] request, byte[] secrets, out long operation)
    {
        long handle = 0;
        int status;
        fixed (byte* requestBytes = request, secretBytes = secrets)
        {
            status = start(requestBytes, request.Length, secretBytes, secrets.Length, &handle);
        }

        operation = handle;
        return status;
    }

    /// <summary>Waits for the next frame; the answer is its kind, or a status below zero.</summary>
    internal int Next(long operation, int timeoutMilliseconds, out long length)
    {
        long size = 0;
        var kind = next(operation, timeoutMilliseconds, &size);
        length = size;
        return kind;
    }

    /// <summary>Copies the frame into the buffer; the answer is its length, or a status below zero.</summary>
    internal long Read(long operation, byte[] buffer)
    {
        fixed (byte* bytes = buffer)
        {
            return read(operation, bytes, buffer.Length);
        }
    }

    /// <summary>Answers the question that was read last.</summary>
    internal int Answer(long operation, byte[] bytes)
    {
        fixed (byte* first = bytes)
        {
            return answer(operation, first, bytes.Length);
        }
    }

    /// <summary>Ends an operation and cancels what still runs.</summary>
    internal int Close(long operation) => close(operation);

    private static Library LoadFrom(Platform platform)
    {
        if (!File.Exists(platform.LibraryPath))
        {
            throw new NativeLibraryException(platform.DescribeMissingLibrary(), platform.LibraryPath);
        }

        try
        {
            var needed = ElfFile.GetNeededLength(platform.LibraryPath, out var length);
            if (length < needed)
            {
                throw new BadImageFormatException(
                    $"the file is damaged: it has {length} of {needed} bytes. Install the module again: " +
                    "Install-PSResource AzIntegrationRuntime -Reinstall");
            }

            return new Library(platform.LibraryPath);
        }
        catch (Exception exception) when (exception is not NativeLibraryException)
        {
            throw new NativeLibraryException(
                $"The native library '{platform.LibraryPath}' cannot be loaded: {exception.GetBaseException().Message}",
                platform.LibraryPath,
                exception);
        }
    }

    /// <summary>Loads the file and returns the function that finds the library's functions.</summary>
    private static Func<string, IntPtr> Open(string path)
    {
        // .NET has its own loader, but not in .NET Standard 2.0; .NET Framework, on Windows only, has none.
        var loader = typeof(object).Assembly.GetType("System.Runtime.InteropServices.NativeLibrary");
        if (loader != null)
        {
            var load = (Func<string, IntPtr>)loader
                .GetMethod("Load", [typeof(string)])!.CreateDelegate(typeof(Func<string, IntPtr>));
            var getExport = (Func<IntPtr, string, IntPtr>)loader
                .GetMethod("GetExport", [typeof(IntPtr), typeof(string)])!
                .CreateDelegate(typeof(Func<IntPtr, string, IntPtr>));
            var handle = load(path);
            return name => getExport(handle, name);
        }

        var module = WindowsLoader.LoadLibraryExW(path, IntPtr.Zero, WindowsLoader.SearchBesideTheFileAndInSystem32);
        if (module == IntPtr.Zero)
        {
            throw new Win32Exception(Marshal.GetLastWin32Error());
        }

        return name =>
        {
            var address = WindowsLoader.GetProcAddress(module, name);
            return address != IntPtr.Zero
                ? address
                : throw new Win32Exception(Marshal.GetLastWin32Error(), $"It has no function '{name}'.");
        };
    }

    private static class WindowsLoader
    {
        // LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR and LOAD_LIBRARY_SEARCH_SYSTEM32.
        internal const uint SearchBesideTheFileAndInSystem32 = 0x100 | 0x800;

        [DllImport("kernel32.dll", CharSet = CharSet.Unicode, ExactSpelling = true, SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        internal static extern IntPtr LoadLibraryExW(string path, IntPtr reserved, uint flags);

        [DllImport(
            "kernel32.dll",
            CharSet = CharSet.Ansi,
            ExactSpelling = true,
            SetLastError = true,
            BestFitMapping = false,
            ThrowOnUnmappableChar = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        internal static extern IntPtr GetProcAddress(IntPtr module, string name);
    }
}

/// <summary>Represents that the native library is missing, cannot be loaded or is of another version.</summary>
internal sealed class NativeLibraryException(string message, string path, Exception? inner = null)
    : InvalidOperationException(message, inner)
{
    /// <summary>Gets the path of the library's file.</summary>
    internal string Path { get; } = path;
}
