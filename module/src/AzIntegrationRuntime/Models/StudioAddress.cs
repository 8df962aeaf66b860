using System;

namespace AzIntegrationRuntime.Models;

/// <summary>Makes the addresses of the web pages for parents and integration runtimes.</summary>
/// <remarks>The library sends the address for other clouds than the public one.</remarks>
internal static class StudioAddress
{
    private const string Marker = "/integrationRuntimes/";

    /// <summary>Returns the address of a data factory in Data Factory Studio.</summary>
    internal static string? OfDataFactory(string? id) => Of("https://adf.azure.com/en/home?factory=", id);

    /// <summary>Returns the address of a workspace in Synapse Studio.</summary>
    internal static string? OfWorkspace(string? id) => Of("https://web.azuresynapse.net/en/home?workspace=", id);

    /// <summary>Returns the address of an account in the Azure portal.</summary>
    internal static string? OfAccount(string? id) =>
        ParentOf(id) is { } parent ? "https://portal.azure.com/#resource" + parent : null;

    private static string? Of(string studio, string? id) =>
        ParentOf(id) is { } parent ? studio + Uri.EscapeDataString(parent) : null;

    private static string? ParentOf(string? id)
    {
        if (string.IsNullOrEmpty(id))
        {
            return null;
        }

        var end = id!.IndexOf(Marker, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? id : id.Substring(0, end);
    }
}
