namespace Microsoft.Azure.Commands.Synapse.Models;

/// <summary>Represents the data lake of a workspace.</summary>
public class PSDataLakeStorageAccountDetails
{
    /// <summary>Gets or sets the address of the storage account.</summary>
    public string? DefaultDataLakeStorageAccountUrl { get; set; }

    /// <summary>Gets or sets the name of the file system.</summary>
    public string? DefaultDataLakeStorageFilesystem { get; set; }

    /// <summary>Returns the address of the file system.</summary>
    public override string ToString() =>
        DefaultDataLakeStorageAccountUrl == null
            ? base.ToString()
            : $"{DefaultDataLakeStorageAccountUrl}/{DefaultDataLakeStorageFilesystem}";
}
