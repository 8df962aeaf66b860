# What services answer that they should not, or may answer one day: the object is shown with its raw value, or an error
# record says what is wrong. Never does an exception of the module's own get out.

BeforeAll {
    . $PSScriptRoot/common.ps1
    . $PSScriptRoot/badinput.ps1

    function Set-Planted {
        # Stores a runtime, or what its status shall be, as JSON text that no PUT would take.
        param([string]$Name, [string]$Property = '{"type":"SelfHosted"}', [string]$Status = 'null')

        $body = '{{"runtimeId":"{0}/integrationRuntimes/{1}","properties":{2},"status":{3}}}' -f $factory.DataFactoryId,
            $Name, $Property, $Status
        $null = Invoke-RestMethod -Method Put -Uri "$($global:TestEmulator.Endpoint)/emulator/runtimes" `
            -SkipCertificateCheck -NoProxy -Body $body -ContentType 'application/json; charset=utf-8'
    }

    function Remove-Planted {
        param([string]$Name)

        Set-Planted $Name
        $null = Remove-AzDataFactoryV2IntegrationRuntime rg adf-bad $Name -Force
    }
}

AfterAll { Stop-TestEmulator }

Describe 'A runtime of an unknown type' {
    BeforeAll { Set-Planted 'air-flow' '{"type":"Airflow","typeProperties":{"compute":{"size":3}}}' }

    AfterAll { $null = Remove-AzDataFactoryV2IntegrationRuntime rg adf-bad air-flow -Force }

    It 'is shown alone, with all that it has' {
        $found = Get-AzDataFactoryV2IntegrationRuntime rg adf-bad air-flow
        $found.Type | Should -BeExactly 'Airflow'
        $found.PSTypeNames[0] | Should -BeExactly 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime'
        $found.Properties.typeProperties.compute.size | Should -Be 3
    }

    It 'is shown with its status' {
        $found = Get-AzDataFactoryV2IntegrationRuntime rg adf-bad air-flow -Status
        $found.State | Should -BeExactly 'Online'
        $found.Status.type | Should -BeExactly 'Airflow'
        $found.Properties.typeProperties.compute.size | Should -Be 3
    }

    It 'is one of a list, with and without status' {
        $plain = @(Get-AzDataFactoryV2IntegrationRuntime rg adf-bad)
        $plain.Name | Should -Be 'air-flow', 'ir-runs', 'ir-self', 'ir-ssis'
        $plain[0].Type | Should -BeExactly 'Airflow'
        $status = @(Get-AzDataFactoryV2IntegrationRuntime rg adf-bad -Status)
        $status.Name | Should -Be $plain.Name
        $status.State | Should -Be 'Online', 'Started', 'Online', 'Initial'
    }

    It 'can be piped, waited for and looked for nodes' {
        ($found = Get-AzDataFactoryV2IntegrationRuntime rg adf-bad air-flow) | Get-AzDataFactoryV2IntegrationRuntime |
            ForEach-Object Name | Should -BeExactly 'air-flow'
        ($found | Wait-AzDataFactoryV2IntegrationRuntime -State Online).Type | Should -BeExactly 'Airflow'
        Assert-Record @(Get-Refusal {
            Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-bad air-flow -Name none
        }) '*was not found.'
    }

    It 'is not changed: <Case>' -ForEach @(
        @{ Case = 'to another type'; Sent = 'GET'; Like = "The value for pramater 'Type' is different*air-flow."
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad air-flow -Type Managed -Force } }
        @{ Case = 'by Update'; Sent = 'GET'; Like = 'The resource is not a valid self-hosted integration runtime.'
            Call = { Update-AzDataFactoryV2IntegrationRuntime rg adf-bad air-flow -AutoUpdate On } }
        @{ Case = 'by a link'; Sent = 'GET'; Like = 'Only self-hosted integration runtime can be shared.*'
            Call = { New-AzDataFactoryV2IntegrationRuntimeLink rg adf-bad air-flow -LinkedIntegrationRuntimeName irx `
                -LinkedDataFactoryName adf-user } }
        @{ Case = 'by the service, which knows better'; Sent = 'GET PUT'; Like = "*'AirflowIntegrationRuntime'*"
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad air-flow -Description d -Force } }
        @{ Case = 'by Start'; Sent = 'GET POST'; Like = 'HTTP Status Code: BadRequest*'
            Call = { Start-AzDataFactoryV2IntegrationRuntime rg adf-bad air-flow -Force } }
    ) {
        Assert-Refusal $Call $Like $Sent
    }
}

Describe 'A runtime with odd members' {
    AfterEach { Remove-Planted 'ir-odd' }

    It 'shows what it has: <Case>' -ForEach @(
        @{ Case = 'a number for a text'; Property = '{"type":"SelfHosted","description":5}'; Member = 'Description'
            Value = '5' }
        @{ Case = 'a list for a text'; Property = '{"type":"SelfHosted","description":[1]}'; Member = 'Description'
            Value = '[1]' }
        @{ Case = 'a number for a location'
            Property = '{"type":"Managed","typeProperties":{"computeProperties":{"location":7}}}'; Member = 'Location'
            Value = '7' }
        @{ Case = 'a text for a number'
            Property = '{"type":"Managed","typeProperties":{"computeProperties":{"numberOfNodes":"7"}}}'
            Member = 'NodeCount'; Value = 7 }
        @{ Case = 'a word for a number'
            Property = '{"type":"Managed","typeProperties":{"computeProperties":{"numberOfNodes":"seven"}}}'
            Member = 'NodeCount'; Value = 'seven' }
        @{ Case = 'more than an int holds'
            Property = '{"type":"Managed","typeProperties":{"computeProperties":{"numberOfNodes":99999999999}}}'
            Member = 'NodeCount'; Value = 99999999999 }
        @{ Case = 'more than a long holds'
            Property = '{"type":"Managed",' +
                '"typeProperties":{"computeProperties":{"numberOfNodes":18446744073709551615}}}'
            Member = 'NodeCount'; Value = [double]18446744073709551615 }
        @{ Case = 'a fraction'
            Property = '{"type":"Managed","typeProperties":{"computeProperties":{"numberOfNodes":1.5}}}'
            Member = 'NodeCount'; Value = 1.5 }
        @{ Case = 'a word for a flag'
            Property = '{"type":"Managed",' +
                '"typeProperties":{"computeProperties":{"dataFlowProperties":{"cleanup":"yes"}}}}'
            Member = 'DataFlowEnableCleanUp'; Value = 'yes' }
        @{ Case = 'one address for a list'
            Property = '{"type":"Managed","typeProperties":{"computeProperties":{"vNetProperties":{"publicIPs":"x"}}}}'
            Member = 'PublicIPs'; Value = 'x' }
        @{ Case = 'a text for set-up items'
            Property = '{"type":"Managed","typeProperties":{"ssisProperties":{"expressCustomSetupProperties":"n"}}}'
            Member = 'ExpressCustomSetup'; Value = 'n' }
        @{ Case = 'a text for all details'; Property = '{"type":"Managed","typeProperties":"x"}'; Member = 'NodeCount'
            Value = $null }
        @{ Case = 'nulls'
            Property = '{"type":"Managed","description":null,' +
                '"typeProperties":{"computeProperties":null,"ssisProperties":null}}'
            Member = 'VNetInjectionMethod'; Value = 'Standard' }
        @{ Case = 'a number for the type'; Property = '{"type":5}'; Member = 'Type'; Value = '5' }
        @{ Case = 'no type'; Property = '{"description":"d"}'; Member = 'Type'; Value = $null }
        @{ Case = 'control characters and half an escape'
            Property = '{"type":"SelfHosted","description":"\u0000\u0001\uffff_x0041_"}'; Member = 'Description'
            Value = "$([char]0)$([char]1)$([char]0xffff)_x0041_" }
        @{ Case = 'another script'; Property = '{"type":"SelfHosted","description":"\ud83d\ude00\u202e\u00e4"}'
            Member = 'Description'; Value = [char]::ConvertFromUtf32(0x1f600) + "$([char]0x202e)$([char]0xe4)" }
        @{ Case = 'a very long text'; Property = '{"type":"SelfHosted","description":"' + 'x' * 400000 + '"}'
            Member = 'Description'; Value = 'x' * 400000 }
    ) {
        Set-Planted 'ir-odd' $Property
        foreach ($found in (Get-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-odd),
            (Get-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-odd -Status)) {
            $found.Name | Should -BeExactly 'ir-odd'
            $found.$Member | Should -BeExactly $Value
        }
    }

    It 'shows an expression where a number is, and writes it back as it was' {
        $expression =
            ('{"type":"Managed","typeProperties":{"computeProperties":{"location":"eastus",' +
                '"dataFlowProperties":{"timeToLive":{"value":"@pipeline().x","type":"Expression"}}}}}')
        Set-Planted 'ir-odd' $expression
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-odd).DataFlowTimeToLive.value |
            Should -BeExactly '@pipeline().x'
        $changed = Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-odd -Description d -Force
        (Get-SentBody PUT).properties.typeProperties.computeProperties.dataFlowProperties.timeToLive.type |
            Should -BeExactly 'Expression'
        $changed.DataFlowTimeToLive.type | Should -BeExactly 'Expression'
    }

    It 'keeps what PowerShell cannot hold as JSON: <Case>' -ForEach @(
        @{ Case = 'a member without a name'; Details = '{"a":{"":1}}'; Path = { $args[0].a }; Text = '*{"":1}*' }
        @{ Case = 'a hundred levels'; Details = '{"a":' * 100 + '1' + '}' * 100; Path = { $args[0].a.a.a.a }
            Text = '*{"a":{"a":1}}*' }
        @{ Case = 'a hundred lists'; Details = '[' * 100 + '1' + ']' * 100; Path = { , $args[0] }; Text = '*[[1]]*' }
    ) {
        Set-Planted 'ir-odd' ('{"type":"Airflow","typeProperties":' + $Details + '}')
        $found = Get-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-odd
        $found.Type | Should -BeExactly 'Airflow'
        (& $Path $found.Properties.typeProperties | ConvertTo-Json -Depth 60) -replace '\s|\\' |
            Should -BeLike $Text.Replace('[', '`[')
    }

    It 'costs a list nothing but itself' {
        Set-Planted 'ir-odd' '{"type":"Airflow","typeProperties":{"":{"x":1},"deep":[[[[]]]]}}' (
            '{"properties":{"state":7,' +
            '"typeProperties":{"createTime":"2016-12-31T23:59:60Z","updateDelayOffset":"PT1.5H"}}}')
        @(Get-AzDataFactoryV2IntegrationRuntime rg adf-bad).Name | Should -Be 'ir-odd', 'ir-runs', 'ir-self', 'ir-ssis'
        $all = @(Get-AzDataFactoryV2IntegrationRuntime rg adf-bad -Status)
        $all.Name | Should -Be 'ir-odd', 'ir-runs', 'ir-self', 'ir-ssis'
        $all.State | Should -Be '7', 'Started', 'Online', 'Initial'
    }
}

Describe 'A status with odd members' {
    AfterEach { Remove-Planted 'ir-odd' }

    It 'shows what it has: <Case>' -ForEach @(
        @{ Case = 'no date'; Details = '"createTime":"yesterday"'; Member = 'CreateTime'; Value = 'yesterday' }
        @{ Case = 'a leap second'; Details = '"createTime":"2016-12-31T23:59:60Z"'; Member = 'CreateTime'
            Value = '2016-12-31T23:59:60Z' }
        @{ Case = 'a year that .NET has not'; Details = '"createTime":"0000-01-01T00:00:00Z"'; Member = 'CreateTime'
            Value = '0000-01-01T00:00:00Z' }
        @{ Case = 'a date with a blank'; Details = '"createTime":"2020-01-01 00:00:00Z"'; Member = 'CreateTime'
            Value = '2020-01-01 00:00:00Z' }
        @{ Case = 'a date in small letters'; Details = '"createTime":"2020-01-01t00:00:00z"'; Member = 'CreateTime'
            Value = '2020-01-01t00:00:00z' }
        @{ Case = 'a number for a date'; Details = '"createTime":5'; Member = 'CreateTime'; Value = 5 }
        @{ Case = 'no span'; Details = '"updateDelayOffset":"soon"'; Member = 'UpdateDelayOffset'; Value = $null }
        @{ Case = 'a fraction of an hour'; Details = '"updateDelayOffset":"PT1.5H"'; Member = 'UpdateDelayOffset'
            Value = $null }
        @{ Case = 'a span that .NET has not'; Details = '"updateDelayOffset":"P99999999D"'; Member = 'UpdateDelayOffset'
            Value = $null }
        @{ Case = 'a span with quotes, as the service has it'; Details = '"updateDelayOffset":"\"PT3H\""'
            Member = 'UpdateDelayOffset'; Value = [timespan]'03:00:00' }
        @{ Case = 'a text for nodes'; Details = '"nodes":"none"'; Member = 'Nodes'; Value = 'none' }
        @{ Case = 'a number for links'; Details = '"links":5'; Member = 'Links'; Value = 5 }
        @{ Case = 'a list for capabilities'; Details = '"capabilities":["a"]'; Member = 'Capabilities'; Value = @('a') }
        @{ Case = 'one service address'; Details = '"serviceUrls":"u"'; Member = 'ServiceUrls'; Value = 'u' }
    ) {
        Set-Planted 'ir-odd' -Status ('{"name":"ir-odd","properties":{"state":"Dozing","typeProperties":{' + $Details +
            '}}}')
        $found = Get-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-odd -Status
        $found.State | Should -BeExactly 'Dozing'
        $found.$Member | Should -BeExactly $Value
    }

    It 'shows odd nodes among good ones, and finds the good' {
        Set-Planted 'ir-odd' `
            -Status ('{"properties":{"state":"Online","typeProperties":{"nodes":[1,' +
                'null,{"nodeName":5,"concurrentJobsLimit":"many","registerTime":true},' +
            '{"nodeName":"Good","concurrentJobsLimit":4}]}}}')
        $nodes = (Get-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-odd -Status).Nodes
        $nodes.Count | Should -Be 4
        $nodes[0] | Should -Be 1
        $nodes[2].ConcurrentJobsLimit | Should -BeExactly 'many'
        $nodes[3].NodeName | Should -BeExactly 'Good'
        (Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-bad ir-odd -Name Good).ConcurrentJobsLimit | Should -Be 4
    }

    It 'is an error when it is none: <_>' -ForEach '5', '"x"', '[1]', '{}', '{"properties":5}' {
        Set-Planted 'ir-odd' -Status $_
        $text = "The service's status of integration runtime 'ir-odd' has no properties. Try again; *"
        Assert-Record @(Get-Refusal { Get-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-odd -Status }) $text
        Assert-Record @(Get-Refusal { Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-bad ir-odd -Name none }) $text
        Assert-Record @(Get-Refusal { Wait-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-odd }) $text
        $result = Invoke-Answered 'Get-AzDataFactoryV2IntegrationRuntime rg adf-bad -Status'
        $result.Output.Name | Should -Be 'ir-odd', 'ir-runs', 'ir-self', 'ir-ssis'
        Assert-Record $result.Errors $text
    }

    It 'names an unknown state when a wait for another ends' {
        Set-Planted 'ir-odd' -Status '{"properties":{"state":7}}'
        $record = @(Get-Refusal {
            Wait-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-odd -State Online -Timeout 1 -Interval 1
        })
        Assert-Record $record "*'ir-odd'*was still '7' after *"
    }
}

Describe 'An answer' {
    AfterEach { Clear-Fault }

    It 'that is <What> is an error of <Case>' -ForEach @(
        foreach ($what in @(
                @{ What = 'nothing'; Body = '' }, @{ What = 'cut'; Body = '{"properties":{' },
                @{ What = 'a page'; Body = '<html></html>' },
                @{ What = 'null'; Body = 'null' }, @{ What = 'a number'; Body = '5' },
                @{ What = 'a list'; Body = '[]' })) {
            foreach ($case in @(
                    @{ Case = 'Get'; Method = 'GET'; Path = '/ir-self\?'
                        Call = { Get-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-self } }
                    @{ Case = 'a list'; Method = 'GET'; Path = '/integrationRuntimes\?'
                        Call = { Get-AzDataFactoryV2IntegrationRuntime rg adf-bad } }
                    @{ Case = 'a status'; Method = 'POST'; Path = '/getStatus'
                        Call = { Get-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-self -Status } }
                    @{ Case = 'Set, before it writes'; Method = 'GET'; Path = '/ir-self\?'
                        Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-self -Description d -Force } }
                    @{ Case = 'Set, after it wrote'; Method = 'PUT'; Path = '/ir-self\?'
                        Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-self -Force } }
                    @{ Case = 'Get key'; Method = 'POST'; Path = '/listAuthKeys'
                        Call = { Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-bad ir-self } }
                    @{ Case = 'New key'; Method = 'POST'; Path = '/regenerateAuthKey'
                        Call = { New-AzDataFactoryV2IntegrationRuntimeKey rg adf-bad ir-self -KeyName AuthKey2 `
                            -Force } }
                    @{ Case = 'Metric'; Method = 'POST'; Path = '/monitoringData'
                        Call = { Get-AzDataFactoryV2IntegrationRuntimeMetric rg adf-bad ir-self } }
                    @{ Case = 'Get factory'; Method = 'GET'; Path = '/adf-bad\?'
                        Call = { Get-AzDataFactoryV2 rg adf-bad } }
                )) {
                $what + $case
            }
        }
    ) {
        Add-Fault @{ method = $Method; path = $Path; times = 0; body = $Body }
        $result = Invoke-Answered $Call.ToString()
        $result.Output | Should -BeNullOrEmpty
        $result.Thrown | Should -BeNullOrEmpty
        Assert-Record $result.Errors '*service*'
    }

    It 'of a list with odd members keeps the others, and their raw value' {
        $good = '{"name":"ir-good","properties":{"type":"SelfHosted"}}'
        Add-Fault @{ method = 'GET'; path = '/integrationRuntimes\?'
            body = '{"value":[1,null,"x",{"name":"ir-bare"},{"name":7,"properties":{"type":"SelfHosted"}},' + $good +
                ']}' }
        $found = @(Get-AzDataFactoryV2IntegrationRuntime rg adf-bad)
        $found.Name | Should -Be $null, $null, $null, 'ir-bare', '7', 'ir-good'
        $found[0].Properties | Should -Be 1
        $found[2].Properties | Should -BeExactly 'x'
        $found[5].Type | Should -BeExactly 'SelfHosted'
    }

    It 'that goes elsewhere is not followed: <Case>' -ForEach @(
        @{ Case = 'a redirection'
            Like = 'The service answered with a redirection (HTTP status 302). It was not followed*'
            Fault = @{ method = 'GET'; path = '/ir-self\?'; status = 302
                headers = @{ Location = 'https://evil.example/x' } }
                Call = { Get-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-self } }
        @{ Case = 'the next page'
            Like = "The service's list continues at another host, 'evil.example'.*no token was sent there.*"
            Fault = @{ method = 'GET'; path = '/integrationRuntimes\?'
                body = '{"value":[],"nextLink":"https://evil.example/x"}' }
                Call = { Get-AzDataFactoryV2IntegrationRuntime rg adf-bad } }
        @{ Case = 'an operation'
            Like = "The service's 'azure-asyncoperation' header points to another host, 'evil.example'.*no token " +
                "was sent there."
            Fault = @{ method = 'POST'; path = '/ir-ssis/start\?'; status = 202
                headers = @{ 'Azure-AsyncOperation' = 'https://evil.example/x' } }
                Call = { Start-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -Force } }
        @{ Case = 'an operation that is nowhere'
            Like = 'The service began the operation but did not say where its status is.'
            Fault = @{ method = 'POST'; path = '/ir-ssis/start\?'; status = 202 }
            Call = { Start-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -Force } }
    ) {
        Add-Fault $Fault
        $record = @(Get-Refusal $Call)
        Assert-Record $record $Like
    }

    It 'that is an error of another shape is still five lines: <Body>' -ForEach @(
        @{ Status = 418; Body = 'I am a teapot'; Text = 'I am a teapot' }
        @{ Status = 400; Body = '{"error":"text"}'; Text = "Operation returned an invalid status code 'BadRequest'" }
        @{ Status = 400; Body = '{"error":{"code":5,"message":{"a":1}}}'
            Text = "Operation returned an invalid status code 'BadRequest'" }
        @{ Status = 409; Body = '[]'; Text = "Operation returned an invalid status code 'Conflict'" }
    ) {
        Add-Fault @{ method = 'GET'; path = '/ir-self\?'; status = $Status; body = $Body }
        $record = @(Get-Refusal { Get-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-self })
        Assert-Record $record ("HTTP Status Code: *`nError Code: *`nError Message: $Text`nRequest Id: *`nTimestamp " +
            "(Utc):*")
        $record[0].Exception.Data['StatusCode'] | Should -Be $Status
    }

    It 'about an operation that failed has upstream''s words and the reason: <Body>' -ForEach @(
        @{ Body = '{"status":"Failed"}'; Reason = "*The operation ended as 'Failed'.*" }
        @{ Body = '{"status":"Canceled","error":{"code":7,"message":{"a":1}}}'
            Reason = "*The operation ended as 'Canceled'.*" }
    ) {
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-user ir-starts -Type Managed -Location eastus `
            -NodeSize Standard_D2_v3 -NodeCount 1 -Force
        Add-Fault @{ method = 'GET'; path = '/start/operationstatuses/'; times = 0; body = $Body }
        $record = @(Get-Refusal { Start-AzDataFactoryV2IntegrationRuntime rg adf-user ir-starts -Force })
        Clear-Fault
        Stop-AzDataFactoryV2IntegrationRuntime rg adf-user ir-starts -Force
        $null = Remove-AzDataFactoryV2IntegrationRuntime rg adf-user ir-starts -Force
        Assert-Record $record ("An error occurred while requesting the status of Integration Runtime, *`n$Reason " +
            "The operation 'Start' of integration runtime 'ir-starts' in data factory 'adf-user' failed.*")
    }

    It 'that is no status of an operation ends the wait after ten of them: <Body>' -ForEach @(
        @{ Body = '{}' }
        @{ Body = '{"status":5}' }
        @{ Body = '<html>' }
    ) {
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-user ir-starts -Type Managed -Location eastus `
            -NodeSize Standard_D2_v3 -NodeCount 1 -Force
        Add-Fault @{ method = 'GET'; path = '/start/operationstatuses/'; times = 0; body = $Body
            headers = @{ 'Retry-After' = '0' } }
        $record = @(Get-Refusal { Start-AzDataFactoryV2IntegrationRuntime rg adf-user ir-starts -Force })
        Clear-Fault
        Stop-AzDataFactoryV2IntegrationRuntime rg adf-user ir-starts -Force
        $null = Remove-AzDataFactoryV2IntegrationRuntime rg adf-user ir-starts -Force
        Assert-Record $record ('*10 answers in a row about the operation had no status, so the wait ended; ' +
            "*Wait again with Wait-AzDataFactoryV2IntegrationRuntime * -Name 'ir-starts'.*")
    }
}
