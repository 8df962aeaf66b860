using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace AzIntegrationRuntime.Defaults;

/// <summary>Reads JSON of objects and texts, with comments, and knows where each value is.</summary>
/// <remarks>
/// The readers of .NET Standard know no comments or no positions, and the library of the module is not loaded before
/// a cmdlet runs. Another value than an object or a text is a node without content.
/// </remarks>
internal sealed class DefaultsText
{
    private const int MaxDepth = 16;

    private readonly string text;
    private int at;

    private DefaultsText(string text) => this.text = text;

    /// <summary>Reads a text.</summary>
    /// <exception cref="FormatException">The text is not JSON. The message has the line and column.</exception>
    internal static Node Read(string text)
    {
        var reader = new DefaultsText(text);
        reader.SkipBlanks();
        if (reader.at == text.Length)
        {
            throw reader.Refuse("it is empty", reader.at);
        }

        var root = reader.ReadValue(0);
        reader.SkipBlanks();
        return reader.at == text.Length
            ? root
            : throw reader.Refuse("it is not valid JSON: there is text after its end", reader.at);
    }

    private Node ReadValue(int depth)
    {
        var start = at;
        switch (Peek())
        {
            case '{' when depth < MaxDepth:
                return new Node(Describe(start)) { Members = ReadMembers(depth) };
            case '[' when depth < MaxDepth:
                at++;
                ReadList(']', () => ReadValue(depth + 1));
                return new Node(Describe(start));
            case '"':
                return new Node(Describe(start)) { Text = ReadText() };
            default:
                ReadWord();
                return new Node(Describe(start));
        }
    }

    private List<(string Name, Node Value)> ReadMembers(int depth)
    {
        var members = new List<(string Name, Node Value)>();
        at++;
        ReadList('}', () =>
        {
            var start = at;
            if (Peek() != '"')
            {
                throw Refuse("it is not valid JSON: a name in double quotes is missing", start);
            }

            var name = ReadText();
            if (members.Exists(one => one.Name == name))
            {
                throw Refuse($"it has '{name}' twice", start);
            }

            SkipBlanks();
            if (Peek() != ':')
            {
                throw Refuse($"it is not valid JSON: the colon after '{name}' is missing", at);
            }

            at++;
            SkipBlanks();
            members.Add((name, ReadValue(depth + 1)));
        });
        return members;
    }

    /// <summary>Reads items with commas between them, up to the end of the object or list.</summary>
    private void ReadList(char end, Action readItem)
    {
        SkipBlanks();
        if (Peek() == end)
        {
            at++;
            return;
        }

        while (true)
        {
            readItem();
            SkipBlanks();
            var separator = at;
            var next = Peek();
            if (next == end)
            {
                at++;
                return;
            }

            if (next != ',')
            {
                throw Refuse($"it is not valid JSON: a comma or '{end}' is missing", at);
            }

            at++;
            SkipBlanks();
            if (Peek() == end)
            {
                throw Refuse($"it is not valid JSON: there is a comma before '{end}'", separator);
            }
        }
    }

    private string ReadText()
    {
        var start = at++;
        var result = new StringBuilder();
        while (Peek() is var next && next != '"')
        {
            if (next is '\0' or '\n' or '\r')
            {
                throw Refuse("it is not valid JSON: the text has no closing quote", start);
            }

            at++;
            result.Append(next == '\\' ? ReadEscape() : next);
        }

        at++;
        return result.ToString();
    }

    private char ReadEscape()
    {
        var start = at - 1;
        var kind = Peek();
        at++;
        switch (kind)
        {
            case '"' or '\\' or '/':
                return kind;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when at + 4 <= text.Length && ushort.TryParse(
                text.Substring(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                at += 4;
                return (char)code;
            default:
                throw Refuse("it is not valid JSON: this is no escape of JSON", start);
        }
    }

    /// <summary>Reads a number, or true, false or null.</summary>
    private void ReadWord()
    {
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '+' or '-' or '.'))
        {
            at++;
        }

        var word = text.Substring(start, at - start);
        if (word is not ("true" or "false" or "null") && !(word.Length > 0 && word[0] is '-' or (>= '0' and <= '9') &&
            double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
        {
            throw Refuse("it is not valid JSON: a value is missing", start);
        }
    }

    private void SkipBlanks()
    {
        while (at < text.Length)
        {
            if (text[at] is ' ' or '\t' or '\r' or '\n')
            {
                at++;
            }
            else if (string.CompareOrdinal(text, at, "//", 0, 2) == 0)
            {
                var end = text.IndexOf('\n', at);
                at = end < 0 ? text.Length : end;
            }
            else if (string.CompareOrdinal(text, at, "/*", 0, 2) == 0)
            {
                var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                at = end < 0 ? throw Refuse("it has a comment without an end", at) : end + 2;
            }
            else
            {
                return;
            }
        }
    }

    private char Peek() => at < text.Length ? text[at] : '\0';

    private FormatException Refuse(string reason, int position) => new($"{reason} ({Describe(position)})");

    private string Describe(int position)
    {
        var line = 1;
        var start = 0;
        for (var index = 0; index < position; index++)
        {
            if (text[index] == '\n')
            {
                line++;
                start = index + 1;
            }
        }

        return $"line {line}, column {position - start + 1}";
    }

    /// <summary>Represents a value and where it is.</summary>
    internal sealed class Node(string position)
    {
        /// <summary>Gets the line and column where the value begins.</summary>
        internal string Position { get; } = position;

        /// <summary>Gets the members of an object; null for another value.</summary>
        internal List<(string Name, Node Value)>? Members { get; set; }

        /// <summary>Gets the text; null for another value.</summary>
        internal string? Text { get; set; }
    }
}
