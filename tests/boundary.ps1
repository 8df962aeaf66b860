# What the tests of the boundary share: a writer of frames, classes to make of them, and cmdlets of a test's own.
#
# Such a file has this in place of common.ps1:
#
#     BeforeAll {
#         . $PSScriptRoot/boundary.ps1
#         Start-BoundaryTest
#     }

. $PSScriptRoot/common.ps1

function Start-BoundaryTest {
    # An emulator with the data factory that the tests use.
    Start-TestEmulator
    $null = New-TestFactory 'adf-pump'
}

$script:Assembly = (Get-Module AzIntegrationRuntime).ImplementingAssembly
if ($null -eq $script:Assembly) {
    $script:Assembly = [AppDomain]::CurrentDomain.GetAssemblies() |
        Where-Object { $_.GetName().Name -eq 'AzIntegrationRuntime' }
}
$script:Hidden = [Reflection.BindingFlags]'NonPublic, Public, Static, Instance'

if ($null -eq ('AzIntegrationRuntime.Tests.FrameWriter' -as [type])) {
    $references = @($script:Assembly.Location)
    if ($PSVersionTable.PSEdition -eq 'Core') {
        $references += [psobject].Assembly.Location
        $references += 'netstandard', 'System.Runtime', 'System.Collections', 'System.Collections.NonGeneric',
            'System.Memory',
        'System.Linq'
    }
    $script:TestTypes = Add-Type -PassThru -ReferencedAssemblies $references -IgnoreWarnings -WarningAction Ignore `
        -TypeDefinition @'
using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security;
using System.Text;
using AzIntegrationRuntime.Cmdlets;

namespace AzIntegrationRuntime.Tests
{
    // Writes the bytes of a frame.
    public class FrameWriter
    {
        private readonly MemoryStream bytes = new MemoryStream();
        public FrameWriter Byte(params byte[] values) { bytes.Write(values, 0, values.Length); return this; }
        public FrameWriter Count(ulong value)
        {
            while (value >= 128) { bytes.WriteByte((byte)(value | 128)); value >>= 7; }
            bytes.WriteByte((byte)value);
            return this;
        }
        public FrameWriter Name(string text)
        {
            byte[] encoded = Encoding.UTF8.GetBytes(text);
            Count((ulong)encoded.Length);
            return Byte(encoded);
        }
        public FrameWriter Text(string text) { return Byte(6).Name(text); }
        public FrameWriter Int32(int value) { return Byte(3).Byte(BitConverter.GetBytes(value)); }
        public FrameWriter Int64(long value) { return Byte(4).Byte(BitConverter.GetBytes(value)); }
        public FrameWriter Layout(string name, params string[] members)
        {
            Name(name).Count((ulong)members.Length);
            foreach (string member in members) Name(member);
            return this;
        }
        public byte[] ToArray() { return bytes.ToArray(); }
    }

    // Reads frames as the module does.
    public static class FrameReading
    {
        private const BindingFlags Hidden =
            BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;
        private static object Reader(byte[] frame)
        {
            Type type = typeof(NativeCmdlet).Assembly.GetType("AzIntegrationRuntime.Native.FrameReader", true);
            return Activator.CreateInstance(type, Hidden, null, new object[] { frame, frame.Length }, null);
        }
        private static object Call(object target, string name, params object[] arguments)
        {
            try { return target.GetType().GetMethod(name, Hidden).Invoke(target, arguments); }
            catch (TargetInvocationException exception) { throw exception.InnerException; }
        }
        public static object[] Objects(byte[] frame)
        {
            List<object> found = new List<object>();
            Call(Reader(frame), "ReadObjects", new Action<object>(found.Add));
            return found.ToArray();
        }
        public static object Message(byte[] frame) { return Call(Reader(frame), "ReadMessage"); }
        public static bool HoldsSecret(byte[] frame)
        {
            object reader = Reader(frame);
            Call(reader, "ReadObjects", new Action<object>(delegate { }));
            return (bool)reader.GetType().GetProperty("HoldsSecret", Hidden).GetValue(reader);
        }
        public static bool HoldsSecretAfterFirst(byte[] frame)
        {
            object reader = Reader(frame);
            Action<object> enough = delegate { throw new OperationCanceledException(); };
            try { Call(reader, "ReadObjects", enough); }
            catch (OperationCanceledException) { }
            return (bool)reader.GetType().GetProperty("HoldsSecret", Hidden).GetValue(reader);
        }
        public static void Register(Type type)
        {
            typeof(NativeCmdlet).Assembly.GetType("AzIntegrationRuntime.Native.ClassRegistry", true)
                .GetMethod("Register", Hidden).Invoke(null, new object[] { type.Assembly });
        }
    }

    public enum Color { Red, Green }

    public class Base
    {
        public string Inherited { get; private set; }
        public virtual string Overridden { get; set; }
    }

    public class Thing : Base
    {
        public Thing() { Default = 7; Filled = "here"; }
        public string Text { get; internal set; }
        public int Default { get; set; }
        public string Filled { get; set; }
        public int? Number { get; set; }
        public long? Long { get; set; }
        public double? Double { get; set; }
        public Color? Color { get; set; }
        public Guid? Id { get; set; }
        public DateTime? When { get; set; }
        public DateTimeOffset Offset { get; set; }
        public TimeSpan? Span { get; set; }
        public string[] Array { get; set; }
        public IList<string> Interface { get; set; }
        public List<int?> List { get; set; }
        public object[] Objects { get; set; }
        public IDictionary<string, string> Texts { get; set; }
        public IDictionary<string, object> Values { get; set; }
        public Hashtable Table { get; set; }
        public object Anything { get; set; }
        public Thing Inner { get; set; }
        public IList<Thing> Inners { get; set; }
        public SecureString Secret { get; set; }
        public string Fixed { get { return "fixed"; } }
        public string Picky { get { return ""; } set { throw new InvalidOperationException("no"); } }
        public override string Overridden { get; set; }
    }

    // Runs any operation with any arguments.
    [Cmdlet("Invoke", "NativeProbe", SupportsShouldProcess = true)]
    public class InvokeNativeProbe : NativeCmdlet
    {
        [Parameter(Position = 0)] public string Name { get; set; }
        [Parameter] public Hashtable Given { get; set; }
        [Parameter] public SwitchParameter Force { get; set; }
        [Parameter] public SwitchParameter AsJob { get; set; }
        [Parameter(ValueFromPipeline = true)] public object Piped { get; set; }
        protected override string Operation { get { return Name; } }
        protected override void AddArguments(IDictionary<string, object> arguments)
        {
            arguments.Remove("Given");
            arguments.Remove("Name");
            if (Given != null) foreach (DictionaryEntry entry in Given) arguments[(string)entry.Key] = entry.Value;
        }
    }

    // Starts operations to which nothing refers afterwards.
    public static class Abandoning
    {
        private const BindingFlags Hidden =
            BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void Start(int count)
        {
            Assembly module = typeof(NativeCmdlet).Assembly;
            Type libraries = module.GetType("AzIntegrationRuntime.Native.Library", true);
            object library = libraries.GetMethod("Load", Hidden).Invoke(null, null);
            Type requests = module.GetType("AzIntegrationRuntime.Native.NativeRequest", true);
            Type handles = module.GetType("AzIntegrationRuntime.Native.OperationHandle", true);
            const string Name = "selftest.wait";
            for (int number = 0; number < count; number++)
            {
                byte[] json = Encoding.UTF8.GetBytes("{\"operation\":\"" + Name + "\"}");
                object request = Activator.CreateInstance(
                    requests, Hidden, null, new object[] { Name, json, new byte[0] }, null);
                handles.GetMethod("Start", Hidden).Invoke(null, new object[] { library, request });
            }
        }
    }

    // Runs an operation and asks nothing.
    [Cmdlet("Invoke", "QuietProbe")]
    public class InvokeQuietProbe : NativeCmdlet
    {
        [Parameter(Position = 0)] public string Name { get; set; }
        [Parameter] public SwitchParameter AsJob { get; set; }
        protected override string Operation { get { return Name; } }
    }

    public abstract class RequestProbe : NativeCmdlet
    {
        [Parameter] public Hashtable Given { get; set; }
        [Parameter(ValueFromPipeline = true)] public object Piped { get; set; }
        protected override string Operation { get { return "probe"; } }
        protected override void ProcessRecord()
        {
            const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Instance;
            Dictionary<string, object> arguments = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
            foreach (string common in new[] { "WhatIf", "Confirm", "Verbose", "Debug" })
                if (MyInvocation.BoundParameters.ContainsKey(common))
                    arguments[common] = MyInvocation.BoundParameters[common];
            if (Given != null) foreach (DictionaryEntry entry in Given) arguments[(string)entry.Key] = entry.Value;
            try
            {
                MethodInfo create = typeof(NativeCmdlet).GetMethod("CreateRequest", Hidden);
                object request = create.Invoke(this, new object[] { arguments });
                WriteObject(request.GetType().GetProperty("Json", Hidden).GetValue(request), false);
                WriteObject(request.GetType().GetProperty("Secrets", Hidden).GetValue(request), false);
            }
            catch (TargetInvocationException exception) { throw exception.InnerException; }
        }
    }

    // Writes the request that it would send.
    [Cmdlet("Get", "RequestProbe", SupportsShouldProcess = true)]
    public class GetRequestProbe : RequestProbe { }

    // The same of a cmdlet that asks nothing.
    [Cmdlet("Get", "QuietRequestProbe")]
    public class GetQuietRequestProbe : RequestProbe { }
}
'@
}
Import-Module -Assembly ([AzIntegrationRuntime.Tests.Thing].Assembly) -Global
[AzIntegrationRuntime.Tests.FrameReading]::Register([AzIntegrationRuntime.Tests.Thing])

function New-Frame {
    # The bytes of a frame: New-Frame { $_.Layout('Class', 'Member').Count(1)... }.
    param([scriptblock]$Write)

    $writer = New-Object AzIntegrationRuntime.Tests.FrameWriter
    $null = $writer | ForEach-Object $Write
    , $writer.ToArray()
}

function Read-Frame {
    # The results in an objects frame.
    param([byte[]]$Frame)

    , [AzIntegrationRuntime.Tests.FrameReading]::Objects($Frame)
}

function New-TestRequest {
    # The request for these arguments, as JSON and as the bytes beside it.
    param([hashtable]$Argument, [hashtable]$Preference = @{}, [switch]$Piped, [switch]$AsksNothing)

    $probe = if ($AsksNothing) { 'Get-QuietRequestProbe' } else { 'Get-RequestProbe' }
    foreach ($name in $Preference.Keys) {
        Set-Variable -Name $name -Value $Preference[$name]
    }
    $json, $secrets = if ($Piped) { 1 | & $probe -Given $Argument } else { & $probe -Given $Argument }
    $text = [Text.Encoding]::UTF8.GetString($json)
    [pscustomobject]@{ Text = $text; Json = ConvertFrom-Json $text; Secrets = [byte[]]$secrets }
}

function Read-Secret {
    # The text that a reference to a secret stands for.
    param($Request, $Reference)

    $encoding = if ($Reference.secret.encoding -eq 'utf8') { [Text.Encoding]::UTF8 } else { [Text.Encoding]::Unicode }
    $encoding.GetString($Request.Secrets, $Reference.secret.offset, $Reference.secret.length)
}
