using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace AzIntegrationRuntime.Completion;

/// <summary>Completes an argument with words of a fixed list.</summary>
public abstract class WordCompleter : IArgumentCompleter
{
    /// <summary>Gets the words in the order in which they are offered.</summary>
    protected abstract IReadOnlyList<string> Words { get; }

    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        var typed = (wordToComplete ?? string.Empty).Trim('"', '\'');
        return CompletionText.OrNothing(Words
            .Where(word => word.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Select(word => new CompletionResult(Quote(word), word, CompletionResultType.ParameterValue, word))
            .ToList());
    }

    private static string Quote(string word) => word.IndexOfAny([' ', ',']) < 0 ? word : "'" + word + "'";
}
