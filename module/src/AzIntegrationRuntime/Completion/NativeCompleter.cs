using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace AzIntegrationRuntime.Completion;

/// <summary>Completes an argument with names that the library looks up.</summary>
public abstract class NativeCompleter : IArgumentCompleter
{
    /// <summary>Gets the kind of name, as the operation <c>completion.get</c> takes it.</summary>
    protected abstract string Kind { get; }

    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) => [];
}
