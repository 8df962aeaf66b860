using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Takes a hashtable where Az takes a generic dictionary only, which a script can hardly write.</summary>
internal sealed class DictionaryTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is not IDictionary table || value is IDictionary<string, object>)
        {
            return inputData;
        }

        var result = new Dictionary<string, object>();
        foreach (DictionaryEntry entry in table)
        {
            result[entry.Key.ToString() ?? string.Empty] = entry.Value!;
        }

        return result;
    }
}
