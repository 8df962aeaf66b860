using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("AzIntegrationRuntime.Standalone")]
