# Bad input is in the files of the cmdlets. Here is what services, networks and users do: refuse, stall, break,
# interrupt.

BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-faults'
    $runtime = New-TestRuntime 'adf-faults' 'ir-one'

    function Connect-Reader {
        $credential = New-Object PSCredential $script:Reader,
            (ConvertTo-SecureString $script:ReaderSecret -AsPlainText -Force)
        $null = Connect-AzAccount -ServicePrincipal -Credential $credential -Tenant $script:HomeTenant
    }

    function Get-HitCount {
        # How often the faults that are set were met.
        (@(Invoke-Emulator GET '/emulator/faults' | ForEach-Object { $_ }) | Measure-Object -Property hits -Sum).Sum
    }
}

AfterAll { Stop-TestEmulator }

Describe 'Signing in' {
    AfterEach { $null = Connect-AzAccount }

    It 'is asked for when nobody is signed in' {
        $null = Get-AzContext -ListAvailable |
            ForEach-Object { Disconnect-AzAccount -Username $_.Account.Id -ErrorAction SilentlyContinue }
        $record = Get-Refusal { Get-AzDataFactoryV2 }
        $record | Should -HaveCount 1
        $record.Exception.Message | Should -BeExactly 'Run Connect-AzAccount to login.'
        $record.Exception.GetType().FullName |
            Should -BeExactly 'System.Management.Automation.PSInvalidOperationException'
    }

    It 'is renewed when the token has expired, unseen' {
        $null = Invoke-Emulator POST '/emulator/expire-tokens'
        (Get-AzDataFactoryV2 rg adf-faults).DataFactoryName | Should -Be 'adf-faults'
    }

    It 'cannot be renewed when it was an access token, and the error says what to do' {
        $token = (Invoke-RestMethod -SkipCertificateCheck -NoProxy -Method Post `
            -Uri "$($global:TestEmulator.Endpoint)/$script:HomeTenant/oauth2/v2.0/token" -Body @{
                grant_type = 'client_credentials'; client_id = $script:Owner; client_secret = $script:OwnerSecret
                scope = 'https://management.azure.com/.default' }).access_token
        $null = Connect-AzAccount -AccessToken $token -AccountId me
        $null = Invoke-Emulator POST '/emulator/expire-tokens'
        $record = Get-Refusal { Get-AzDataFactoryV2 }
        $record.Exception.Message | Should -BeExactly (
            'The access token that Connect-AzAccount was given was refused by the service. Get a new one and run ' +
            'Connect-AzAccount -AccessToken again.')
    }
}

Describe 'A refusal' {
    AfterEach { Clear-Fault }

    It 'for want of a right names the action and the least role that has it, and nothing is written' {
        Connect-Reader
        try {
            $record = Get-Refusal { Set-AzDataFactoryV2IntegrationRuntime rg adf-faults ir-one -Description no -Force }
        } finally {
            $null = Connect-AzAccount
        }
        $record.Exception.Data['StatusCode'] | Should -Be 403
        $record.Exception.Data['ServiceCode'] | Should -BeExactly 'AuthorizationFailed'
        $record.Exception.Message |
            Should -BeLike ("HTTP Status Code: Forbidden`nError Code: AuthorizationFailed`nError Message: The " +
                "client '*' with object id '*' does not have authorization to perform action " +
                "'Microsoft.DataFactory/factories/integrationruntimes/write'*")
        $record.Exception.Message |
            Should -BeLike ("*The least built-in role with the action " +
                "'Microsoft.DataFactory/factories/integrationruntimes/write' is 'Data Factory Contributor'.*")
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-faults ir-one).Description | Should -BeNullOrEmpty
    }

    It 'of an unknown subscription says how to see those that are there' {
        $id = $runtime.Id -replace $script:SubscriptionId, '99999999-9999-4999-8999-999999999999'
        $record = Get-Refusal { Get-AzDataFactoryV2IntegrationRuntime -ResourceId $id }
        $record.Exception.Data['ServiceCode'] | Should -BeExactly 'SubscriptionNotFound'
        $record.Exception.Message |
            Should -BeLike ('* Get-AzSubscription lists the subscriptions you can use; choose one with ' +
                'Select-AzSubscription.*')
    }

    It 'of a shared runtime in another tenant says so, and nothing is written' {
        $null = Set-AzContext -Subscription $script:OtherSubscriptionId -Tenant $script:OtherTenant
        $null = New-AzResourceGroup rg eastus -Force
        $null = Set-AzDataFactoryV2 rg adf-abroad eastus -Force
        $abroad = Set-AzDataFactoryV2IntegrationRuntime rg adf-abroad ir-abroad -Type SelfHosted -Force
        $null = Connect-AzAccount
        Clear-SentRequest
        $record = Get-Refusal {
            Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-faults -Name ir-linked `
                -Type SelfHosted -SharedIntegrationRuntimeResourceId $abroad.Id
        }
        $record.Exception.Message | Should -BeLike (
            "Data factory 'adf-faults' and the shared integration runtime 'ir-abroad' of data factory 'adf-abroad' " +
            "are in different *tenant*Nothing was changed.")
        Get-SentRequest | Should -Not -BeLike 'PUT*'
    }

    It 'as a conflict is passed on, once' {
        Add-Fault @{ method = 'PUT'; path = 'ir-one'; status = 409; times = 9
            body = '{"error":{"code":"Conflict","message":"Somebody is at it."}}' }
        $record = Get-Refusal { Set-AzDataFactoryV2IntegrationRuntime rg adf-faults ir-one -Description no -Force }
        Get-FiveLine $record |
            Should -BeLike ("HTTP Status Code: Conflict`nError Code: Conflict`nError Message: Somebody is at it.`n" +
                "Request Id: *`nTimestamp (Utc):NOW")
        Get-HitCount | Should -Be 1
    }

    It 'with a body that is no JSON shows the body' {
        Add-Fault @{ method = 'GET'; path = 'ir-one'; status = 400; body = 'A gateway says no.' }
        $record = Get-Refusal { Get-AzDataFactoryV2IntegrationRuntime rg adf-faults ir-one }
        $record.Exception.Message |
            Should -BeLike "HTTP Status Code: BadRequest`nError Code: BadRequest`nError Message: A gateway says no.`n*"
    }
}

Describe 'Throttling and outages' {
    AfterEach { Clear-Fault }

    It 'are waited out as long as Retry-After says in seconds' {
        Add-Fault @{ method = 'GET'; path = 'ir-one'; status = 429; headers = @{ 'Retry-After' = '1' } }
        $took = Measure-Command { $found = Get-AzDataFactoryV2IntegrationRuntime rg adf-faults ir-one }
        $found.Name | Should -Be 'ir-one'
        $took.TotalMilliseconds | Should -BeGreaterThan 950
        Get-HitCount | Should -Be 1
    }

    It 'are waited out until the date that Retry-After says' {
        $date = [datetime]::UtcNow.AddSeconds(3).ToString('r', [cultureinfo]::InvariantCulture)
        Add-Fault @{ method = 'GET'; path = 'ir-one'; status = 429; headers = @{ 'Retry-After' = $date } }
        $took = Measure-Command { $found = Get-AzDataFactoryV2IntegrationRuntime rg adf-faults ir-one }
        $found.Name | Should -Be 'ir-one'
        $took.TotalMilliseconds | Should -BeGreaterThan 1500
        $took.TotalMilliseconds | Should -BeLessThan 6000
    }

    It 'are told in the verbose stream' {
        Add-Fault @{ method = 'GET'; path = 'ir-one'; status = 503; headers = @{ 'Retry-After' = '1' } }
        $result = Invoke-Answered 'Get-AzDataFactoryV2IntegrationRuntime rg adf-faults ir-one -Verbose'
        $result.Verbose | Should -Contain 'The service answered GET with HTTP status 503; trying again in 1.0 s.'
    }

    It 'end after the third repetition with the service''s own words (<Status>)' `
        -ForEach @(@{ Status = 503; Name = 'ServiceUnavailable' }, @{ Status = 429; Name = 'TooManyRequests' }) {
        Add-Fault @{ method = 'GET'; path = 'ir-one'; status = $Status; times = 99; headers = @{ 'Retry-After' = '0' }
            body = '{"error":{"code":"Busy","message":"Come back later."}}' }
        $record = Get-Refusal { Get-AzDataFactoryV2IntegrationRuntime rg adf-faults ir-one }
        $record.Exception.Message |
            Should -BeLike "HTTP Status Code: $Name`nError Code: Busy`nError Message: Come back later.`n*"
        Get-HitCount | Should -Be 4
    }

    It 'do not make a POST that is not idempotent happen twice' {
        $before = Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-faults ir-one
        Add-Fault @{ method = 'POST'; path = 'regenerateAuthKey'; dropAfterRequest = $true; times = 9 }
        $record = Get-Refusal { New-AzDataFactoryV2IntegrationRuntimeKey rg adf-faults ir-one -KeyName AuthKey1 -Force }
        $record.Exception.Message |
            Should -BeLike ("The connection to $($global:TestEmulator.Endpoint) broke before the answer to POST was " +
                "complete: *. Whether the service did what was asked is not known: look before trying again.")
        Get-HitCount | Should -Be 1
        (Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-faults ir-one).AuthKey1 |
            Should -Not -BeExactly $before.AuthKey1
    }
}

Describe 'A connection' {
    AfterEach { Clear-Fault }

    It 'that breaks once is made again for a GET' {
        Add-Fault @{ method = 'GET'; path = 'ir-one'; drop = $true }
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-faults ir-one).Name | Should -Be 'ir-one'
        Get-HitCount | Should -Be 1
    }

    It 'that breaks each time is an error that says so' {
        Add-Fault @{ method = 'GET'; path = 'ir-one'; drop = $true; times = 99 }
        $record = Get-Refusal { Get-AzDataFactoryV2IntegrationRuntime rg adf-faults ir-one }
        $record.Exception.Message |
            Should -BeLike ("The connection to $($global:TestEmulator.Endpoint) broke before the answer to GET was " +
                "complete: *. Try again.")
    }

    It 'that ends in the middle of an answer is an error that says so' {
        Add-Fault @{ method = 'GET'; path = 'ir-one'; truncate = 20; times = 99 }
        $record = Get-Refusal { Get-AzDataFactoryV2IntegrationRuntime rg adf-faults ir-one }
        $record | Should -HaveCount 1
        $record.Exception.Message |
            Should -Match ('^(The connection to .* broke before the answer to GET was complete: .*|The answer of ' +
                'the service is not JSON \(HTTP status 200, 20 bytes, .*)')
    }

    It 'that changes the answer is an error that says so' {
        Add-Fault @{ method = 'GET'; path = 'ir-one'; malformed = $true; times = 99 }
        $record = Get-Refusal { Get-AzDataFactoryV2IntegrationRuntime rg adf-faults ir-one }
        $record.Exception.Message | Should -BeLike (
            'The answer of the service is not JSON (HTTP status 200, * bytes, *). Something between this computer ' +
            'and Azure may have changed it: check proxies, then try again.')
    }

    It 'to nobody is an error that says so' {
        Stop-TestEmulator
        $env:HTTPS_PROXY = 'http://127.0.0.1:9'
        try {
            $token = 'eyJhbGciOiJub25lIn0.eyJ0aWQiOiIxMTExMTExMS0xMTExLTQxMTEtODExMS0xMTExMTExMTExMTEifQ.x'
            $record = Get-Refusal { Connect-AzAccount -AccessToken $token -AccountId me }
            $record | Should -HaveCount 1
            $record.Exception.Message |
                Should -Not -Match 'lookup|name or service' -Because 'the proxy is asked, not the name looked up'
            $record.Exception.Message |
                Should -BeLike ('https://management.azure.com could not be reached: *. Check the network, the proxy ' +
                    '($env:HTTPS_PROXY) and the name; nothing was sent.')
        } finally {
            $env:HTTPS_PROXY = $null
            Start-TestEmulator
            $null = New-TestFactory 'adf-faults'
            $null = New-TestRuntime 'adf-faults' 'ir-one'
        }
    }
}

Describe 'A list' {
    BeforeAll {
        foreach ($name in 'ir-two', 'ir-three') {
            $null = New-TestRuntime 'adf-faults' $name
        }
        Set-Emulator @{ pageSize = 1 }
    }

    AfterEach { Clear-Fault }

    It 'that continues at another host is not followed, and the token never goes there' {
        Add-Type -ErrorAction Ignore -TypeDefinition @'
using System;
using System.Net;
using System.Net.Sockets;
// Counts who comes.
public class Trap
{
    private readonly TcpListener listener = new TcpListener(IPAddress.Loopback, 0);
    public int Visitors;
    public int Port { get { return ((IPEndPoint)listener.LocalEndpoint).Port; } }
    public Trap() { listener.Start(); Wait(); }
    private void Wait() {
        listener.BeginAcceptTcpClient(delegate (IAsyncResult r) {
            try { listener.EndAcceptTcpClient(r).Close(); Visitors++; Wait(); }
            catch (ObjectDisposedException) { } catch (SocketException) { }
        }, null);
    }
    public void Stop() { listener.Stop(); }
}
'@
        $trap = New-Object Trap
        try {
            Add-Fault @{ method = 'GET'; path = 'integrationRuntimes'; skip = 1
                nextLinkHost = "https://localhost:$($trap.Port)" }
            $names = New-Object System.Collections.ArrayList
            $record = Get-Refusal {
                Get-AzDataFactoryV2IntegrationRuntime rg adf-faults | ForEach-Object { $null = $names.Add($_.Name) }
            }
            $record.Exception.Message | Should -BeExactly (
                "The service's list continues at another host, 'localhost'. It was not followed and no token was " +
                "sent there. The objects up to " +
                'here are complete; the rest is missing.')
            $names.Count | Should -Be 2
            Start-Sleep -Milliseconds 200
            $trap.Visitors | Should -Be 0
        } finally {
            $trap.Stop()
        }
    }

    It 'whose later page breaks gives the objects before it' {
        Add-Fault @{ method = 'GET'; path = 'integrationRuntimes'; skip = 2; times = 99; malformed = $true }
        $names = New-Object System.Collections.ArrayList
        $record = Get-Refusal {
            Get-AzDataFactoryV2IntegrationRuntime rg adf-faults | ForEach-Object { $null = $names.Add($_.Name) }
        }
        $record | Should -HaveCount 1
        $names.Count | Should -Be 2
    }
}

Describe 'A certificate that is not trusted' {
    BeforeAll {
        Set-Emulator @{ pageSize = 50 }
        Add-Type -ErrorAction Ignore -TypeDefinition @'
using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
// A proxy that leads every CONNECT to one port of this computer, as a proxy does that reads along.
public class DetourProxy
{
    private readonly TcpListener listener = new TcpListener(IPAddress.Loopback, 0);
    private readonly int target;
    public string Asked = "";
    public int Port { get { return ((IPEndPoint)listener.LocalEndpoint).Port; } }
    public DetourProxy(int port) { target = port; listener.Start(); Task.Run((Action)Serve); }
    private void Serve()
    {
        try {
            while (true) { TcpClient client = listener.AcceptTcpClient(); Task.Run(() => Lead(client)); }
        } catch (Exception) { }
    }
    private void Lead(TcpClient client)
    {
        try
        {
            NetworkStream near = client.GetStream();
            StringBuilder head = new StringBuilder();
            while (!head.ToString().EndsWith("\r\n\r\n")) {
                int b = near.ReadByte();
                if (b < 0) return;
                head.Append((char)b);
            }
            Asked += head.ToString().Split('\r')[0] + "\n";
            TcpClient server = new TcpClient("127.0.0.1", target);
            NetworkStream far = server.GetStream();
            byte[] ok = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\n\r\n");
            near.Write(ok, 0, ok.Length);
            Task.WaitAny(near.CopyToAsync(far), far.CopyToAsync(near));
            client.Close(); server.Close();
        }
        catch (Exception) { }
    }
    public void Stop() { listener.Stop(); }
}
'@
    }

    It 'ends the call before anything is sent, and the error says what to do' {
        # The emulator stands in for a proxy that answers in Azure's place.
        $program = Get-EmulatorPath
        Stop-TestEmulator
        $start = New-StartInfo $program '--parent-stdin'
        $start.RedirectStandardInput = $true
        $process = [System.Diagnostics.Process]::Start($start)
        $proxy = $null
        try {
            $ready = $process.StandardOutput.ReadLine() | ConvertFrom-Json
            $proxy = New-Object DetourProxy ([int]$ready.port)
            $env:HTTPS_PROXY = "http://127.0.0.1:$($proxy.Port)"
            $token = 'eyJhbGciOiJub25lIn0.eyJ0aWQiOiIxMTExMTExMS0xMTExLTQxMTEtODExMS0xMTExMTExMTExMTEifQ.x'
            $record = Get-Refusal { Connect-AzAccount -AccessToken $token -AccountId me }
            $record | Should -HaveCount 1
            $record.Exception.Message | Should -BeLike (
                'The certificate of https://management.azure.com is not trusted: *. If a proxy of your organization ' +
                'answers in its place, name its ' +
                'certificate authority in $env:SSL_CERT_FILE; nothing was sent.')
            $proxy.Asked | Should -BeLike 'CONNECT management.azure.com:443 HTTP/1.1*'
            $sent = Invoke-RestMethod -SkipCertificateCheck -NoProxy -Uri "$($ready.endpoint)/emulator/requests"
            @($sent | ForEach-Object { $_ } | Where-Object { $_ }).Count | Should -Be 0
        } finally {
            $env:HTTPS_PROXY = $null
            if ($null -ne $proxy) { $proxy.Stop() }
            $process.StandardInput.Close()
            if (-not $process.WaitForExit(5000)) { $process.Kill() }
            Start-TestEmulator
            $null = New-TestFactory 'adf-faults'
            $null = New-TestRuntime 'adf-faults' 'ir-one'
        }
    }
}

Describe 'Ctrl+C' {
    BeforeAll {
        $null = Invoke-Answered '1'
    }

    AfterEach {
        Clear-Fault
        Set-Emulator @{ operationSeconds = 0; deviceCode = 'approve' }
        $null = Connect-AzAccount
    }

    It 'ends <Wait> within 200 ms, and the native side stops too' -ForEach @(
        @{ Wait = 'a wait for an answer'; Script = 'Get-AzDataFactoryV2IntegrationRuntime rg adf-faults ir-one'
            Fault = @{ method = 'GET'; path = 'ir-one'; delayMs = 20000; times = 9 }; Setting = @{} }
        @{ Wait = 'a wait that throttling asks for'
            Script = 'Get-AzDataFactoryV2IntegrationRuntime rg adf-faults ir-one'
            Fault = @{ method = 'GET'; path = 'ir-one'; status = 429; times = 9; headers = @{ 'Retry-After' = '2' } }
            Setting = @{} }
        @{ Wait = 'a wait for a long-running operation'; Script = 'Remove-AzResourceGroup rg-long -Force'; Fault = $null
            Setting = @{ operationSeconds = 20 } }
        @{ Wait = 'a wait for a device code'; Script = 'Connect-AzAccount -UseDeviceAuthentication'; Fault = $null
            Setting = @{ deviceCode = 'pending' } }
    ) {
        if ($Script -like '*rg-long*') { $null = New-AzResourceGroup rg-long eastus }
        if ($Fault) { Add-Fault $Fault }
        if ($Setting.Count) { Set-Emulator $Setting }
        $shell = [powershell]::Create()
        $shell.Runspace = $global:TestRunspace
        $null = $shell.AddScript($Script)
        $running = $shell.BeginInvoke()
        Start-Sleep -Milliseconds 1200
        $running.IsCompleted | Should -BeFalse -Because 'there has to be a wait to interrupt'
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        $shell.Stop()
        $watch.ElapsedMilliseconds | Should -BeLessThan 200
        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $shell.Dispose()

        Start-Sleep -Milliseconds 150
        $before = @(Invoke-Emulator GET '/emulator/requests' | ForEach-Object { $_ }).Count
        Start-Sleep -Milliseconds 2600
        $after = @(Invoke-Emulator GET '/emulator/requests' | ForEach-Object { $_ }).Count
        $after | Should -Be $before -Because 'nobody asks any more'

        Clear-Fault
        $result = Invoke-Answered 'Get-AzContext | Out-Null; "alive"'
        $result.Output | Should -Be 'alive'
    }

    It 'ends a list whose reader has enough, and asks for no further page' {
        Set-Emulator @{ pageSize = 1 }
        try {
            foreach ($number in 1..8) { $null = New-TestRuntime 'adf-faults' "ir-many-$number" }
            Clear-SentRequest
            $null = Get-AzDataFactoryV2IntegrationRuntime rg adf-faults | Select-Object -First 1
            Start-Sleep -Milliseconds 300
            @(Get-SentRequest).Count | Should -BeLessThan 8
        } finally {
            Set-Emulator @{ pageSize = 50 }
        }
    }
}
