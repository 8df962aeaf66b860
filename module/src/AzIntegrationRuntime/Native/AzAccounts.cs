using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Security;
using System.Text;
using AzIntegrationRuntime.Compatibility;

namespace AzIntegrationRuntime.Native;

/// <summary>Asks Az.Accounts for contexts and tokens, as a script of the same session would.</summary>
/// <remarks>
/// Commands are called by name with parameters, never as script text: so it works in Constrained Language Mode, and
/// nothing secret stands in a script.
/// </remarks>
internal sealed class AzAccounts : IDisposable
{
    private const string ModuleName = "Az.Accounts";
    private const string StandaloneName = "AzIntegrationRuntime.Standalone";

    // Looking for a module takes a while. The answer holds for this value of PSModulePath.
    private static KeyValuePair<string?, bool>? installed;

    private readonly bool ownSession;
    private readonly string? modulePath;
    private readonly string? refusal;
    private Runspace? runspace;

    /// <summary>Asks through the session of the calling thread.</summary>
    internal AzAccounts()
    {
    }

    private AzAccounts(string? modulePath, string? refusal)
    {
        ownSession = true;
        this.modulePath = modulePath;
        this.refusal = refusal;
    }

    /// <summary>Returns one for another thread, which asks through a session of its own with the same module.</summary>
    internal static AzAccounts ForAnotherThread()
    {
        var session = new AzAccounts();
        var module = session.FindModule(ModuleName);
        return new AzAccounts(
            module?.Properties["Path"]?.Value as string,
            module == null && session.FindModule(StandaloneName) != null ? StandaloneIsLoaded() : null);
    }

    /// <summary>Returns whether Az.Accounts is loaded in the session.</summary>
    internal bool IsLoaded() => FindModule(ModuleName) != null;

    /// <summary>Returns the bytes that answer a question of the library. The caller wipes them.</summary>
    /// <param name="frame">The question.</param>
    /// <param name="defaultProfile">What -DefaultProfile was given; null where it was not.</param>
    internal byte[] Answer(FrameTable frame, object? defaultProfile) => frame.Text("frame") switch
    {
        "token" => GetToken(frame.Text("resource"), frame.Text("tenant"), defaultProfile),
        "context" => Encoding.UTF8.GetBytes(GetContext()),
        _ => SignInEnvironment.ToJson(),
    };

    /// <inheritdoc />
    public void Dispose()
    {
        runspace?.Dispose();
        runspace = null;
    }

    private static string StandaloneIsLoaded() =>
        // Its cmdlets have the same names: one of the two is enough in a session.
        "AzIntegrationRuntime.Standalone is loaded in its place";

    /// <summary>Returns a token as UTF-8.</summary>
    /// <remarks>Nothing where Az.Accounts is missing; a zero byte and the reason when it gives none.</remarks>
    private byte[] GetToken(string resource, string tenant, object? defaultProfile)
    {
        if (Import() != null)
        {
            return [];
        }

        try
        {
            using var shell = CreateShell();
            shell.AddCommand(ModuleName + "\\Get-AzAccessToken").AddParameter("ResourceUrl", resource);
            if (tenant.Length > 0)
            {
                shell.AddParameter("TenantId", tenant);
            }

            if (defaultProfile != null)
            {
                shell.AddParameter("DefaultProfile", defaultProfile);
            }

            return ToBytes(Member(InvokeFirst(shell), "Token"));
        }
        catch (RuntimeException exception)
        {
            return Encoding.UTF8.GetBytes("\0" + Describe(exception));
        }
    }

    private static byte[] ToBytes(object? token) => (token is PSObject wrapped ? wrapped.BaseObject : token) switch
    {
        // Az.Accounts 5 and later.
        SecureString secret => SecretBuffer.ToUtf8(secret),
        string text => Encoding.UTF8.GetBytes(text),
        _ => [],
    };

    /// <summary>Returns the context as JSON, or the reason why there is none.</summary>
    private string GetContext()
    {
        var reason = Import();
        PSObject? context = null;
        if (reason == null)
        {
            try
            {
                using var shell = CreateShell();
                shell.AddCommand(ModuleName + "\\Get-AzContext");
                context = InvokeFirst(shell);
                if (Member(context, "Account") == null)
                {
                    reason = "no account is signed in with it";
                }
            }
            catch (RuntimeException exception)
            {
                reason = Describe(exception);
            }
        }

        var json = new JsonWriter(new SecretBuffer());
        json.Raw("{");
        if (reason != null)
        {
            json.Name("reason");
            json.Text(reason);
        }
        else
        {
            WriteContext(json, context);
        }

        json.Raw("}");
        return json.ToString();
    }

    private static void WriteContext(JsonWriter json, PSObject? context)
    {
        var account = Member(context, "Account");
        WriteTexts(json, "account", account, "id", "Id", "type", "Type");
        json.Name("tenant");
        json.Text(Text(Member(Member(context, "Tenant"), "Id")));
        var subscription = Member(context, "Subscription");
        if (Text(Member(subscription, "Id")).Length > 0)
        {
            WriteTexts(
                json, "subscription", subscription, "id", "Id", "name", "Name", "state", "State", "tenant", "TenantId");
        }

        var environment = Member(context, "Environment");
        if (environment != null)
        {
            WriteTexts(
                json,
                "environment",
                environment,
                "name",
                "Name",
                "resourceManagerUrl",
                "ResourceManagerUrl",
                "authority",
                "ActiveDirectoryAuthority",
                "resourceManagerAudience",
                "ActiveDirectoryServiceEndpointResourceId");
        }
    }

    /// <summary>Writes an object of the texts that are not empty: names in JSON and members by turns.</summary>
    private static void WriteTexts(JsonWriter json, string name, object? source, params string[] namesAndMembers)
    {
        json.Name(name);
        json.Raw("{");
        for (var index = 0; index < namesAndMembers.Length; index += 2)
        {
            var text = Text(Member(source, namesAndMembers[index + 1]));
            if (text.Length > 0)
            {
                json.Name(namesAndMembers[index]);
                json.Text(text);
            }
        }

        json.Raw("}");
    }

    private static object? Member(object? source, string name)
    {
        if (source == null)
        {
            return null;
        }

        var item = PSObject.AsPSObject(source);
        if (item.BaseObject is IDictionary table)
        {
            return table[name];
        }

        try
        {
            return item.Properties[name]?.Value;
        }
        catch (GetValueException)
        {
            return null;
        }
    }

    private static string Text(object? value) => value == null ? string.Empty : PSObject.AsPSObject(value).ToString();

    /// <summary>Returns the reason, and takes the error out of $Error: it becomes part of the library's own.</summary>
    private string Describe(RuntimeException exception)
    {
        var cause = exception.ErrorRecord?.Exception ?? exception;
        if (!ownSession)
        {
            using var shell = CreateShell();
            shell.AddCommand("Microsoft.PowerShell.Utility\\Get-Variable")
                .AddParameter("Name", "Error")
                .AddParameter("Scope", "Global")
                .AddParameter("ValueOnly");
            foreach (var variable in shell.Invoke())
            {
                var errors = variable?.BaseObject as ArrayList;
                while (errors is { Count: > 0 } && IsOf(errors[0], cause, exception))
                {
                    errors.RemoveAt(0);
                }
            }
        }

        return cause.Message;
    }

    private static bool IsOf(object? error, Exception cause, RuntimeException exception)
    {
        var item = error is PSObject wrapped ? wrapped.BaseObject : error;
        var found = item is ErrorRecord record ? record.Exception : item as Exception;
        return found != null && (ReferenceEquals(found, cause) || ReferenceEquals(found, exception) ||
            (found is RuntimeException outer && ReferenceEquals(outer.ErrorRecord?.Exception, cause)));
    }

    /// <summary>Sees to it that Az.Accounts is loaded, as Az.DataFactory does.</summary>
    /// <returns>The reason when it is not.</returns>
    private string? Import()
    {
        if (IsLoaded())
        {
            return null;
        }

        if (refusal != null || FindModule(StandaloneName) != null)
        {
            return refusal ?? StandaloneIsLoaded();
        }

        if (modulePath == null && !IsInstalled())
        {
            return "it is not installed";
        }

        try
        {
            using var shell = CreateShell();
            shell.AddCommand("Microsoft.PowerShell.Core\\Import-Module")
                .AddParameter("Name", modulePath ?? ModuleName)
                .AddParameter("Global")
                .AddParameter("Verbose", false);
            InvokeFirst(shell);
            return null;
        }
        catch (RuntimeException exception)
        {
            return "it cannot be imported: " + Describe(exception);
        }
    }

    private bool IsInstalled()
    {
        var path = Environment.GetEnvironmentVariable("PSModulePath");
        if (installed is { } known && known.Key == path)
        {
            return known.Value;
        }

        using var shell = CreateShell();
        shell.AddCommand("Microsoft.PowerShell.Core\\Get-Module")
            .AddParameter("Name", ModuleName)
            .AddParameter("ListAvailable");
        var found = InvokeFirst(shell) is { } module && !IsStandIn(module);
        installed = new KeyValuePair<string?, bool>(path, found);
        return found;
    }

    private PSObject? FindModule(string name)
    {
        using var shell = CreateShell();
        shell.AddCommand("Microsoft.PowerShell.Core\\Get-Module").AddParameter("Name", name);
        var module = InvokeFirst(shell);
        // A stand-in for Az.Accounts has the cmdlets of Standalone, which would ask this library again.
        return name == ModuleName && IsStandIn(module) ? null : module;
    }

    private static bool IsStandIn(PSObject? module) =>
        module?.Properties["CompanyName"]?.Value as string == StandIn.Company;

    private static PSObject? InvokeFirst(PowerShell shell)
    {
        shell.AddParameter("ErrorAction", ActionPreference.Stop)
            .AddParameter("WarningAction", ActionPreference.SilentlyContinue);
        foreach (var item in shell.Invoke())
        {
            return item;
        }

        return null;
    }

    private PowerShell CreateShell()
    {
        if (!ownSession)
        {
            return PowerShell.Create(RunspaceMode.CurrentRunspace);
        }

        if (runspace == null)
        {
            runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
            runspace.Open();
        }

        var shell = PowerShell.Create();
        shell.Runspace = runspace;
        return shell;
    }
}

/// <summary>Reads the variables that say who one is, where a browser can be shown and where programs are.</summary>
internal static class SignInEnvironment
{
    private static readonly string[] Beginnings = ["AZURE_", "IDENTITY_", "MSI_", "IMDS_"];

    private static readonly string[] Names =
        ["PATH", "DISPLAY", "WAYLAND_DISPLAY", "ProgramData", "ProgramFiles"];

    /// <summary>Returns them as a JSON object of texts in UTF-8. The caller wipes it.</summary>
    internal static byte[] ToJson()
    {
        var json = new JsonWriter(new SecretBuffer());
        json.Raw("{");
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (variable is { Key: string name, Value: string { Length: > 0 } value } && IsWanted(name))
            {
                json.Name(name);
                json.Text(value);
            }
        }

        json.Raw("}");
        return Encoding.UTF8.GetBytes(json.ToString());
    }

    private static bool IsWanted(string name)
    {
        foreach (var beginning in Beginnings)
        {
            if (name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return Array.Exists(Names, wanted => string.Equals(wanted, name, StringComparison.OrdinalIgnoreCase));
    }
}
