# What the tests need in Windows PowerShell 5.1 that PowerShell 7 has: Invoke-RestMethod for the emulator, whose
# certificate the system does not trust, and the variables of the platform.

if ($PSVersionTable.PSEdition -eq 'Desktop') {
    $global:IsWindows = $true
    $global:IsLinux = $false
    $global:IsMacOS = $false
}

Add-Type -ErrorAction Ignore -TypeDefinition @'
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

// A delegate of .NET: a script block cannot run in the thread that checks a certificate.
public static class TestCertificate
{
    public static readonly RemoteCertificateValidationCallback Accept =
        delegate(object sender, X509Certificate certificate, X509Chain chain, SslPolicyErrors errors) { return true; };
}
'@

function Invoke-RestMethod {
    # The parameters of PowerShell 7's cmdlet that the tests use. As there, an answer of 400 and above is an error.
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidOverwritingBuiltInCmdlets', '',
        Justification = 'Windows PowerShell 5.1 has fewer parameters, and the tests are the same there')]
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, Position = 0)][uri]$Uri,
        [string]$Method = 'GET',
        [System.Collections.IDictionary]$Headers = @{},
        $Body,
        [string]$ContentType,
        [string]$Authentication,
        [securestring]$Token,
        [switch]$SkipCertificateCheck,
        [switch]$NoProxy
    )

    [Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor
        [Net.SecurityProtocolType]::Tls12
    $request = [Net.HttpWebRequest]::Create($Uri)
    $request.Method = $Method.ToUpperInvariant()
    if ($SkipCertificateCheck) {
        $request.ServerCertificateValidationCallback = [TestCertificate]::Accept
    }
    if ($NoProxy) {
        $request.Proxy = $null
    }
    foreach ($name in $Headers.Keys) {
        $request.Headers[$name] = $Headers[$name]
    }
    if ($Authentication -eq 'Bearer') {
        $credential = New-Object System.Net.NetworkCredential '', $Token
        $request.Headers['Authorization'] = "Bearer $($credential.Password)"
    }
    if ($null -ne $Body) {
        if ($Body -is [System.Collections.IDictionary]) {
            $ContentType = 'application/x-www-form-urlencoded'
            $Body = @(foreach ($name in $Body.Keys) {
                    [uri]::EscapeDataString($name) + '=' + [uri]::EscapeDataString("$($Body[$name])")
                }) -join '&'
        }
        $bytes = [Text.Encoding]::UTF8.GetBytes("$Body")
        $request.ContentType = $ContentType
        $stream = $request.GetRequestStream()
        $stream.Write($bytes, 0, $bytes.Length)
        $stream.Dispose()
    }
    $response = $request.GetResponse()
    $isJson = $response.ContentType -like '*json*'
    $reader = New-Object System.IO.StreamReader $response.GetResponseStream(), ([Text.Encoding]::UTF8)
    try {
        $text = $reader.ReadToEnd()
    } finally {
        $reader.Dispose()
        $response.Dispose()
    }
    if ($isJson) {
        # A list is one object, as from the cmdlet.
        , (ConvertFrom-Json $text)
    } else {
        $text
    }
}
