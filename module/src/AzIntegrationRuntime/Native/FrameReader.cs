using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Security;
using System.Text;

namespace AzIntegrationRuntime.Native;

/// <summary>Reads the values of a frame. Every length is compared with what is left of the frame.</summary>
internal sealed class FrameReader
{
    // Deeper than any document of a service; a frame that is not one cannot exhaust the stack.
    private const int DeepestValue = 128;

    private const int TextTag = 6;

    private static readonly object True = true;
    private static readonly object False = false;
    private static readonly Encoding Utf8 = new UTF8Encoding(false, true);

    private readonly byte[] buffer;
    private readonly int end;
    private int position;
    private int depth;
    private bool readSecret;
    private bool readControl;
    private Layout[] layouts = [];

    internal FrameReader(byte[] buffer, int length)
    {
        if (length < 0 || length > buffer.Length)
        {
            throw Invalid("its length is outside the buffer");
        }

        this.buffer = buffer;
        end = length;
    }

    /// <summary>Gets whether a secret was read, or may be in what was not read: the buffer has to be wiped.</summary>
    internal bool HoldsSecret => readSecret || position != end;

    /// <summary>Reads a message frame.</summary>
    internal FrameTable ReadMessage()
    {
        var table = ReadRaw() as FrameTable ?? throw Invalid("the message is not a table");
        ExpectEnd();
        return table;
    }

    /// <summary>Reads an objects frame and hands over each result as PowerShell is to show it.</summary>
    internal void ReadObjects(Action<object?> write)
    {
        layouts = new Layout[ReadCount()];
        for (var index = 0; index < layouts.Length; index++)
        {
            var className = ReadText();
            var members = new string[ReadCount()];
            for (var member = 0; member < members.Length; member++)
            {
                members[member] = ReadText();
            }

            layouts[index] = new Layout(className, members);
        }

        var count = ReadCount();
        for (var index = 0; index < count; index++)
        {
            write(Values.Finish(ReadRaw()));
        }

        ExpectEnd();
    }

    private static InvalidDataException Invalid(string reason) => new(
        $"The native library sent a frame that is not valid: {reason}. Module and library may be of different " +
        "builds: restart PowerShell.");

    /// <summary>Reads a value: lists, tables and bags as they are in the frame, the rest as .NET has it.</summary>
    private object? ReadRaw()
    {
        switch (buffer[Take(1)])
        {
            case 0:
                return null;
            case 1:
                return False;
            case 2:
                return True;
            case 3:
                return ReadInt32();
            case 4:
                return ReadInt64();
            case 5:
                return BitConverter.Int64BitsToDouble(ReadInt64());
            case TextTag:
                return ReadText();
            case 7:
                return ReadDateTime();
            case 8:
                return ReadDateTimeOffset();
            case 9:
                return new TimeSpan(ReadInt64());
            case 10:
                return ReadGuid();
            case 11:
                return ReadList();
            case 12:
                return ReadTable();
            case 13:
                return new FrameBag(ReadTable());
            case 14:
                return ReadObject();
            case 15:
                readSecret = true;
                return ReadText();
            case 16:
                readSecret = true;
                return ReadSecureString();
            case var tag:
                throw Invalid($"it has a value of the unknown kind {tag.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    private object ReadObject()
    {
        var number = ReadVarint();
        if (number >= (ulong)layouts.Length)
        {
            throw Invalid("an object has a layout that is not there");
        }

        Enter();
        var layout = layouts[(int)number];
        var target = layout.Create();
        // An object within this one shows its own texts.
        var outside = readControl;
        readControl = false;
        for (var index = 0; index < layout.Count; index++)
        {
            layout.SetMember(ref target, index, ReadMember(layout, index));
        }

        depth--;
        var complete = layout.Complete(target);
        if (readControl)
        {
            VisibleText.AddTo(complete);
        }

        readControl = outside;
        return complete;
    }

    /// <summary>Reads a member's value.</summary>
    /// <remarks>
    /// A text that the object before had too is the same string. In a list many members are alike, such as the type
    /// and the names of what the objects belong to.
    /// </remarks>
    private object? ReadMember(Layout layout, int index)
    {
        if (position >= end || buffer[position] != TextTag)
        {
            return ReadRaw();
        }

        position++;
        var length = ReadLength();
        var start = Take(length);
        ref var last = ref layout.Texts[index];
        if (last.Text == null || !IsSame(last.Start, start, length, last.Length))
        {
            last.Text = Decode(start, length);
            last.Start = start;
            last.Length = length;
            last.HasControl = VisibleText.IsNeededFor(last.Text);
        }

        readControl |= last.HasControl;
        return last.Text;
    }

    private bool IsSame(int one, int other, int length, int otherLength)
    {
        if (length != otherLength)
        {
            return false;
        }

        // From the end: names and ids that differ do so there.
        for (var index = length - 1; index >= 0; index--)
        {
            if (buffer[one + index] != buffer[other + index])
            {
                return false;
            }
        }

        return true;
    }

    private object?[] ReadList()
    {
        Enter();
        var list = new object?[ReadCount()];
        for (var index = 0; index < list.Length; index++)
        {
            list[index] = ReadRaw();
        }

        depth--;
        return list;
    }

    private FrameTable ReadTable()
    {
        Enter();
        var count = ReadCount();
        var table = new FrameTable(count);
        for (var index = 0; index < count; index++)
        {
            var name = ReadText();
            table.Add(name, ReadRaw());
        }

        depth--;
        return table;
    }

    private void Enter()
    {
        depth++;
        if (depth > DeepestValue)
        {
            throw Invalid("its values are nested too deeply");
        }
    }

    private string ReadText()
    {
        var length = ReadLength();
        var text = Decode(Take(length), length);
        readControl |= VisibleText.IsNeededFor(text);
        return text;
    }

    private string Decode(int start, int length)
    {
        try
        {
            return Utf8.GetString(buffer, start, length);
        }
        catch (ArgumentException)
        {
            throw Invalid("a text is not UTF-8");
        }
    }

    private SecureString ReadSecureString()
    {
        var length = ReadLength();
        var offset = Take(length);
        var characters = new char[Utf8.GetMaxCharCount(length)];
        var secret = new SecureString();
        try
        {
            var count = Utf8.GetChars(buffer, offset, length, characters, 0);
            for (var index = 0; index < count; index++)
            {
                secret.AppendChar(characters[index]);
            }
        }
        catch (ArgumentException)
        {
            throw Invalid("a secret is not UTF-8");
        }
        finally
        {
            Array.Clear(characters, 0, characters.Length);
        }

        secret.MakeReadOnly();
        return secret;
    }

    private DateTime ReadDateTime()
    {
        var ticks = ReadInt64();
        return ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks
            ? new DateTime(ticks, DateTimeKind.Utc)
            : throw Invalid("a date is outside the years 1 to 9999");
    }

    private DateTimeOffset ReadDateTimeOffset()
    {
        var ticks = ReadInt64();
        var offset = ReadInt32();
        try
        {
            return new DateTimeOffset(ticks, TimeSpan.FromMinutes(offset));
        }
        catch (ArgumentException)
        {
            throw Invalid("a date is outside the years 1 to 9999, or its offset outside 14 hours");
        }
    }

    private Guid ReadGuid()
    {
        // The text form's order is big-endian; the constructor takes the first three parts as numbers.
        var o = Take(16);
        var b = buffer;
        return new Guid(
            (b[o] << 24) | (b[o + 1] << 16) | (b[o + 2] << 8) | b[o + 3],
            (short)((b[o + 4] << 8) | b[o + 5]),
            (short)((b[o + 6] << 8) | b[o + 7]),
            b[o + 8],
            b[o + 9],
            b[o + 10],
            b[o + 11],
            b[o + 12],
            b[o + 13],
            b[o + 14],
            b[o + 15]);
    }

    private int ReadInt32()
    {
        var o = Take(4);
        var b = buffer;
        return b[o] | (b[o + 1] << 8) | (b[o + 2] << 16) | (b[o + 3] << 24);
    }

    private long ReadInt64()
    {
        var low = (uint)ReadInt32();
        var high = (uint)ReadInt32();
        return (long)(((ulong)high << 32) | low);
    }

    private ulong ReadVarint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 70; shift += 7)
        {
            var part = buffer[Take(1)];
            var bits = (ulong)(part & 0x7f);
            if (shift == 63 && bits > 1)
            {
                break;
            }

            value |= bits << shift;
            if ((part & 0x80) == 0)
            {
                return value;
            }
        }

        throw Invalid("a number has more than 64 bits");
    }

    /// <summary>Reads the length of a text in bytes.</summary>
    private int ReadLength()
    {
        var length = ReadVarint();
        return length <= (ulong)(end - position) ? (int)length : throw Invalid("a text is longer than the frame");
    }

    /// <summary>Reads a number of things, each of which takes at least one byte.</summary>
    private int ReadCount()
    {
        var count = ReadVarint();
        return count <= (ulong)(end - position) ? (int)count : throw Invalid("a list is longer than the frame");
    }

    /// <summary>Passes over so many bytes and returns where they begin.</summary>
    private int Take(int length)
    {
        if (length > end - position)
        {
            throw Invalid("it ends too early");
        }

        var start = position;
        position += length;
        return start;
    }

    private void ExpectEnd()
    {
        if (position != end)
        {
            throw Invalid("there is something behind its end");
        }
    }
}

/// <summary>Represents a table of a frame, in the order in which it was sent.</summary>
internal sealed class FrameTable(int capacity) : IEnumerable<KeyValuePair<string, object?>>
{
    private readonly List<KeyValuePair<string, object?>> entries = new(Math.Min(capacity, 64));

    internal int Count => entries.Count;

    internal object? this[string name]
    {
        get
        {
            foreach (var entry in entries)
            {
                if (entry.Key == name)
                {
                    return entry.Value;
                }
            }

            return null;
        }
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(string name, object? value) => entries.Add(new KeyValuePair<string, object?>(name, value));

    internal string Text(string name) => this[name] as string ?? string.Empty;

    internal string? TextOrNull(string name) => this[name] as string;

    internal bool Flag(string name) => this[name] is true;

    internal int Number(string name, int otherwise) => this[name] switch
    {
        int value => value,
        long value when value is >= int.MinValue and <= int.MaxValue => (int)value,
        double value when value is >= int.MinValue and <= int.MaxValue => (int)value,
        _ => otherwise,
    };
}

/// <summary>Represents an object without a class.</summary>
internal sealed class FrameBag(FrameTable members)
{
    internal FrameTable Members { get; } = members;
}
