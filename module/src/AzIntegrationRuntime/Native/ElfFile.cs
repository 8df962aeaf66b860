using System;
using System.IO;

namespace AzIntegrationRuntime.Native;

/// <summary>Checks that a library of Linux has all its bytes.</summary>
/// <remarks>
/// The loader of Linux maps a file that was cut without a check, and the process ends at the first access to what is
/// missing. The loaders of Windows and macOS refuse such a file.
/// </remarks>
internal static class ElfFile
{
    private const int HeaderLength = 64;

    /// <summary>Returns the length that the file needs by its header; zero for a file of another kind.</summary>
    internal static long GetNeededLength(string path, out long length)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        length = file.Length;
        var header = new byte[HeaderLength];
        if (file.Read(header, 0, HeaderLength) != HeaderLength || !IsElf64(header))
        {
            return 0;
        }

        // The table of sections is the last part of a file: its offset, the length of an entry, and their number.
        var table = BitConverter.ToInt64(header, 40);
        return table + (BitConverter.ToUInt16(header, 58) * (long)BitConverter.ToUInt16(header, 60));
    }

    private static bool IsElf64(byte[] header) =>
        header[0] == 0x7F && header[1] == (byte)'E' && header[2] == (byte)'L' && header[3] == (byte)'F' &&
        header[4] == 2;
}
