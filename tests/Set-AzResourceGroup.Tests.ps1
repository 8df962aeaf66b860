BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-AzResourceGroup rg-tags eastus
}

AfterAll { Stop-TestEmulator }

Describe 'Set-AzResourceGroup' {
    BeforeEach { $null = Set-AzResourceGroup -Name rg-tags -Tag @{ team = 'data' } }

    It 'gives a group other tags, with one PATCH' {
        Clear-SentRequest
        $group = Set-AzResourceGroup -Name rg-tags -Tag @{ stage = 'test'; FY2016 = $null; number = 5 }
        $group.PSObject.TypeNames |
            Should -Contain 'Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels.PSResourceGroup'
        Get-SentRequest | Should -Match '^PATCH .*/resourcegroups/rg-tags$'
        $tags = (Get-AzResourceGroup rg-tags).Tags
        $tags.Keys | Sort-Object | Should -Be 'FY2016', 'number', 'stage'
        $tags['stage'] | Should -BeExactly 'test'
        $tags['FY2016'] | Should -BeExactly ''
        $tags['number'] | Should -BeExactly '5'
        $group.Location | Should -BeExactly 'eastus'
    }

    It 'keeps the tags that are given again' {
        $tags = (Get-AzResourceGroup rg-tags).Tags
        $tags['stage'] = 'test'
        (Set-AzResourceGroup -Name rg-tags $tags).Tags.Keys | Sort-Object | Should -Be 'stage', 'team'
    }

    It 'removes all tags' {
        (Set-AzResourceGroup -ResourceGroupName rg-tags -Tags @{}).Tags.Count | Should -Be 0
    }

    It 'takes an id, and a group from the pipeline' {
        $group = Get-AzResourceGroup rg-tags
        (Set-AzResourceGroup -Id $group.ResourceId -Tag @{ by = 'id' }).Tags['by'] | Should -BeExactly 'id'
        ($group | Set-AzResourceGroup).Tags['team'] | Should -BeExactly 'data'
        ([pscustomobject]@{ Name = 'rg-tags'; Tag = @{ by = 'name' } } | Set-AzResourceGroup).Tags['by'] |
            Should -BeExactly 'name'
    }

    It 'says that a group is missing' {
        $record = Get-Refusal { Set-AzResourceGroup -Name rg-none -Tag @{} }
        $record | Should -HaveCount 1
        $record.Exception.Message | Should -BeExactly 'Provided resource group does not exist.'
        $record.Exception | Should -BeOfType [ArgumentException]
    }

    It 'refuses an id of something else' {
        (Get-Refusal { Set-AzResourceGroup -Id '/subscriptions/x' -Tag @{} }).Exception.Message |
            Should -BeLike "'/subscriptions/x' is not the resource id of a resource group.*"
    }
}
