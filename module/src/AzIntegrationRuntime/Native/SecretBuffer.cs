using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security;
using System.Text;

namespace AzIntegrationRuntime.Native;

/// <summary>Collects the secrets of a request, whose text says only where they are.</summary>
internal sealed class SecretBuffer
{
    private readonly List<byte[]> pieces = [];
    private int length;

    /// <summary>Adds a secret that is a text already.</summary>
    /// <returns>The JSON that stands in its place.</returns>
    internal string Add(string text) => Add(Encoding.UTF8.GetBytes(text), "utf8");

    /// <summary>Adds a secret, which never becomes a text.</summary>
    /// <returns>The JSON that stands in its place.</returns>
    internal string Add(SecureString secret) => Add(ToUtf16(secret), "utf16le");

    /// <summary>Returns all secrets one behind the other and wipes its own copies.</summary>
    internal byte[] ToArray()
    {
        var bytes = new byte[length];
        var offset = 0;
        foreach (var piece in pieces)
        {
            Buffer.BlockCopy(piece, 0, bytes, offset, piece.Length);
            offset += piece.Length;
        }

        Wipe();
        return bytes;
    }

    /// <summary>Wipes the secrets.</summary>
    internal void Wipe()
    {
        foreach (var piece in pieces)
        {
            Array.Clear(piece, 0, piece.Length);
        }

        pieces.Clear();
        length = 0;
    }

    /// <summary>Returns the UTF-16 bytes of a secret without a .NET string on the way. The caller wipes them.</summary>
    internal static byte[] ToUtf16(SecureString secret)
    {
        var bytes = new byte[secret.Length * 2];
        var memory = Marshal.SecureStringToGlobalAllocUnicode(secret);
        try
        {
            Marshal.Copy(memory, bytes, 0, bytes.Length);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(memory);
        }

        return bytes;
    }

    /// <summary>Returns the UTF-8 bytes of a secret without a .NET string on the way. The caller wipes them.</summary>
    internal static byte[] ToUtf8(SecureString secret)
    {
        var wide = ToUtf16(secret);
        var characters = Encoding.Unicode.GetChars(wide);
        Array.Clear(wide, 0, wide.Length);
        try
        {
            return Encoding.UTF8.GetBytes(characters);
        }
        finally
        {
            Array.Clear(characters, 0, characters.Length);
        }
    }

    private string Add(byte[] bytes, string encoding)
    {
        var json = string.Format(
            CultureInfo.InvariantCulture,
            "{{\"secret\":{{\"offset\":{0},\"length\":{1},\"encoding\":\"{2}\"}}}}",
            length,
            bytes.Length,
            encoding);
        pieces.Add(bytes);
        length += bytes.Length;
        return json;
    }
}
