using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace AzIntegrationRuntime.Native;

/// <summary>Represents the request of an operation: UTF-8 JSON, and beside it the bytes of the secrets.</summary>
internal sealed class NativeRequest
{
    // Parameters that the contract types as string, or as an object that may be one, though what they hold is a secret.
    private static readonly HashSet<string> SecretArguments = new(StringComparer.OrdinalIgnoreCase)
    {
        "AccessToken", "GraphAccessToken", "MicrosoftGraphAccessToken", "KeyVaultAccessToken", "FederatedToken",
        "SetupScriptContainerSasUri", "AuthKey", "Payload", "Property", "Webhook",
    };

    // PowerShell's own parameters and those that the cmdlet sees to. Confirm and WhatIf are sent to the library.
    private static readonly HashSet<string> OwnParameters = new(StringComparer.OrdinalIgnoreCase)
    {
        "Verbose", "Debug", "ErrorAction", "WarningAction", "InformationAction", "ProgressAction", "ErrorVariable",
        "WarningVariable", "InformationVariable", "OutVariable", "OutBuffer", "PipelineVariable", "DefaultProfile",
        "AsJob",
    };

    // Windows has one variable for both forms of such a name.
    private static readonly string[] LowerCaseNames =
        Path.DirectorySeparatorChar == '\\' ? [] : ["https_proxy", "http_proxy", "all_proxy", "no_proxy"];

    // How the network is reached. What says who one is goes when the library asks for it.
    private static readonly string[] VariableNames =
    [
        "AZIR_TIMEOUT", "SSL_CERT_FILE", "SSL_CERT_DIR", "HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY",
        .. LowerCaseNames, "AZIR_PROFILE",
    ];

    // The version that the library has to have too.
    private static readonly string Build = typeof(NativeRequest).Assembly.GetName().Version.ToString(3);

    private NativeRequest(string operation, byte[] json, byte[] secrets)
    {
        Operation = operation;
        Json = json;
        Secrets = secrets;
    }

    /// <summary>Gets the name of the operation.</summary>
    internal string Operation { get; }

    /// <summary>Gets the request's text.</summary>
    internal byte[] Json { get; }

    /// <summary>Gets the secrets that the text points to. They are wiped when the operation was started.</summary>
    internal byte[] Secrets { get; }

    /// <summary>Writes a request.</summary>
    /// <exception cref="InvalidArgumentException">An argument cannot be written.</exception>
    internal static NativeRequest Write(
        string operation, IDictionary<string, object?> arguments, RequestOptions options)
    {
        var secrets = new SecretBuffer();
        try
        {
            var json = new JsonWriter(secrets);
            json.Raw("{");
            WriteText(json, "operation", operation);
            WriteText(json, "build", Build);
            WriteText(json, "cmdlet", options.CmdletName);
            WriteText(json, "parameterSet", options.ParameterSetName);
            json.Name("arguments");
            json.Raw("{");
            foreach (var argument in arguments)
            {
                if (!OwnParameters.Contains(argument.Key))
                {
                    WriteArgument(json, secrets, argument.Key, argument.Value);
                }
            }

            json.Raw("}");
            WriteText(json, "profile", Platform.Current.ProfileFolder);
            WriteEnvironment(json, secrets);
            WriteText(json, "runspace", options.RunspaceId?.ToString());
            if (arguments.TryGetValue("DefaultProfile", out var context))
            {
                json.Name("context");
                json.Value(context, 4);
            }

            WriteFlag(json, "verbose", options.Verbose);
            WriteFlag(json, "debug", options.Debug);
            WriteFlag(json, "whatIf", options.WhatIf);
            WriteFlag(json, "confirm", options.Confirm);
            json.Raw("}");
            return new NativeRequest(operation, Encoding.UTF8.GetBytes(json.ToString()), secrets.ToArray());
        }
        finally
        {
            secrets.Wipe();
        }
    }

    private static void WriteArgument(JsonWriter json, SecretBuffer secrets, string name, object? value)
    {
        json.Name(name);
        if (SecretArguments.Contains(name) && Unwrap(value) is string text)
        {
            json.Raw(secrets.Add(text));
            return;
        }

        switch (name)
        {
            case "ExpressCustomSetup" or "Property":
                // Goes into what is written as it is: nothing of it is left out.
                try
                {
                    if (name == "Property")
                    {
                        json.Value(value, JsonWriter.DeepestWhole, whole: true);
                    }
                    else
                    {
                        SetupWriter.Write(json, secrets, value);
                    }
                }
                catch (Exception exception) when (exception is not OutOfMemoryException)
                {
                    throw new InvalidArgumentException(name, exception);
                }

                break;
            case "InputObject" or "WorkspaceObject" or "AccountObject":
                // Its own members and theirs, such as tags. The nodes of a runtime would take ten times as long.
                json.Value(value, 2);
                break;
            default:
                json.Value(value, 4);
                break;
        }
    }

    private static void WriteEnvironment(JsonWriter json, SecretBuffer secrets)
    {
        var begun = false;
        foreach (var name in VariableNames)
        {
            var value = Environment.GetEnvironmentVariable(name);
            if (string.IsNullOrEmpty(value))
            {
                continue;
            }

            if (!begun)
            {
                json.Name("environment");
                json.Raw("{");
                begun = true;
            }

            json.Name(name);
            // A proxy's address can hold its password.
            if (name.EndsWith("PROXY", StringComparison.OrdinalIgnoreCase) && value.IndexOf('@') >= 0)
            {
                json.Raw(secrets.Add(value));
            }
            else
            {
                json.Text(value);
            }
        }

        if (begun)
        {
            json.Raw("}");
        }
    }

    private static void WriteText(JsonWriter json, string name, string? text)
    {
        if (text != null)
        {
            json.Name(name);
            json.Text(text);
        }
    }

    private static void WriteFlag(JsonWriter json, string name, bool flag)
    {
        if (flag)
        {
            json.Name(name);
            json.Raw("true");
        }
    }

    private static object? Unwrap(object? value) =>
        value is System.Management.Automation.PSObject wrapped ? wrapped.BaseObject : value;
}

/// <summary>Represents what a request has besides the operation and its arguments.</summary>
internal sealed class RequestOptions
{
    /// <summary>Gets or sets the name of the cmdlet.</summary>
    internal string? CmdletName { get; set; }

    /// <summary>Gets or sets the name of the parameter set.</summary>
    internal string? ParameterSetName { get; set; }

    /// <summary>Gets or sets the id of the caller's runspace.</summary>
    internal Guid? RunspaceId { get; set; }

    /// <summary>Gets or sets whether verbose messages are wanted.</summary>
    internal bool Verbose { get; set; }

    /// <summary>Gets or sets whether debug messages are wanted.</summary>
    internal bool Debug { get; set; }

    /// <summary>Gets or sets whether -WhatIf is in force.</summary>
    internal bool WhatIf { get; set; }

    /// <summary>Gets or sets whether ShouldProcess will ask.</summary>
    internal bool Confirm { get; set; }
}

/// <summary>Represents an argument that cannot be written.</summary>
internal sealed class InvalidArgumentException(string name, Exception inner)
    : ArgumentException($"-{name} cannot be sent: {inner.Message}", inner)
{
    /// <summary>Gets the name of the parameter.</summary>
    internal string Name { get; } = name;
}
