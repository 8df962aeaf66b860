using System.Collections.Generic;
using System.Collections.ObjectModel;

namespace AzIntegrationRuntime;

/// <summary>Represents a list of texts that is one text in a cell of a table or a CSV file.</summary>
/// <remarks>The text form of an array is the name of its type, and that is what Export-Csv writes.</remarks>
public sealed class TextList : ReadOnlyCollection<string>
{
    /// <summary>Initializes a new instance of the <see cref="TextList"/> class.</summary>
    /// <param name="texts">The texts.</param>
    public TextList(IList<string> texts)
        : base(texts)
    {
    }

    /// <summary>Returns the texts, with semicolons between them.</summary>
    public override string ToString() => string.Join("; ", this);
}
