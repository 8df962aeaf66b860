# How results cross the boundary: frames of objects, their classes, and frames that are none.

BeforeAll {
    . $PSScriptRoot/boundary.ps1
    Start-BoundaryTest
}

AfterAll { Stop-TestEmulator }

Describe 'An objects frame of the library' {
    BeforeAll { $results = @(Invoke-NativeProbe selftest.values) }

    It 'carries every kind of value with its .NET type' {
        $one = $results[0]
        $one.Null | Should -BeNull
        $one.False | Should -BeFalse
        $one.True | Should -BeTrue
        $one.Int32 | Should -BeExactly ([int]::MinValue)
        $one.Int64 | Should -BeExactly ([long]::MaxValue)
        $one.Double | Should -BeExactly -0.5
        $one.Text | Should -BeExactly ([regex]::Unescape('\u00E4\uD83D\uDE00\x00\n'))
        $one.Date | Should -Be ([datetime]::new(2026, 2, 28, 21, 59, 59, [DateTimeKind]::Utc).AddTicks(1234567))
        $one.Date.Kind | Should -Be 'Utc'
        $one.DateOffset.Offset | Should -Be ([timespan]::FromHours(2))
        $one.DateOffset.UtcDateTime | Should -Be $one.Date
        $one.Span | Should -Be ([timespan]'-1.02:03:04.5')
        $one.Guid | Should -Be ([guid]'00112233-4455-6677-8899-aabbccddeeff')
        , $one.List | Should -BeOfType ([object[]])
        $one.List | Should -Be @($null, 'b')
        $one.Table | Should -BeOfType ([hashtable])
        $one.Table.Z | Should -Be 1
        $one.Bag.PSObject.Properties['Inner'].Value | Should -BeOfType ([pscustomobject])
        $one.SecretText | Should -BeExactly ([regex]::Unescape('s3cr\u20ACt'))
        $one.Secret | Should -BeOfType ([securestring])
        (New-Object PSCredential 'x', $one.Secret).GetNetworkCredential().Password |
            Should -BeExactly ([regex]::Unescape('s3cr\u20ACt'))
    }

    It 'has objects in objects, of one class with other members too' {
        $results[0].Part.Name | Should -BeExactly 'first'
        $results[0].Parts.Count | Should -Be 2
        $results[0].Parts[1].More | Should -Be 2
        $results[0].PartsByName.own.Name | Should -BeExactly 'third'
    }

    It 'has results without a class' {
        $results | Should -HaveCount 5
        $results[1].PSObject.TypeNames[0] | Should -BeExactly 'AzIntegrationRuntime.SelfTest'
        $results[2] | Should -BeNull
        $results[3] | Should -BeExactly 'bare'
        $results[4].Name | Should -BeExactly 'bag'
    }

    It 'carries any text unharmed through service and library: <Name>' -ForEach @(
        @{ Name = 'markup'; Escaped = '<a href="x">&amp;</a>' }
        @{ Name = 'what looks like an escape'; Escaped = 'a_x0041_b _x000A_ \\u0041' }
        @{ Name = 'an emoji and other letters'; Escaped = 'x\uD83D\uDE00\u00E9\u4E2D' }
        @{ Name = 'line ends and tabs'; Escaped = 'a\r\nb\n\tc' }
        @{ Name = 'control characters'; Escaped = 'a\x01b\x1fc' }
        @{ Name = 'blanks at the ends'; Escaped = '  x  ' }
        @{ Name = 'characters that XML does not have'; Escaped = 'a\uFFFDb\uFFFEc' }
    ) {
        $text = [regex]::Unescape($Escaped)
        $made = Set-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-text -Type SelfHosted -Description $text -Force
        $made.Description | Should -BeExactly $text
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-text).Description | Should -BeExactly $text
    }

    It 'comes in order, each object once, from a list of many pages' {
        $null = Invoke-Emulator POST '/emulator/seed' @{
            subscriptionId = $script:SubscriptionId; resourceGroupName = 'rg'; factoryName = 'adf-many'; count = 1200
            prefix = 'ir-'
        }
        $list = @(Get-AzDataFactoryV2IntegrationRuntime rg adf-many)
        $list.Count | Should -Be 1200
        @($list.Name | Sort-Object -Unique).Count | Should -Be 1200
        @($list | Where-Object { $_.GetType().Name -ne 'PSSelfHostedIntegrationRuntime' }).Count | Should -Be 0
    }
}

Describe 'An object of a class' {
    BeforeAll {
        $class = 'AzIntegrationRuntime.Tests.Thing'
        # One member with one value: what it is in the object.
        function New-Thing([string]$Member, [scriptblock]$Value) {
            $frame = New-Frame {
                $null = $_.Count(1).Layout($class, $Member).Count(1).Byte(14).Count(0)
                $_ | ForEach-Object $Value
            }
            (Read-Frame $frame)[0]
        }
    }

    It 'is an instance of it, with private, inherited and overridden properties set' {
        $frame = New-Frame {
            $_.Count(1).Layout($class, 'Inherited', 'Text',
                'Overridden').Count(1).Byte(14).Count(0).Text('a').Text('b').Text('c')
        }
        $thing = (Read-Frame $frame)[0]
        $thing.GetType().FullName | Should -BeExactly $class
        $thing.Inherited | Should -BeExactly 'a'
        $thing.Text | Should -BeExactly 'b'
        $thing.Overridden | Should -BeExactly 'c'
        $thing.PSObject.TypeNames[0] | Should -BeExactly $class
    }

    It 'has the value in the property''s type: <Member>' -ForEach @(
        @{ Member = 'Number'; Value = { $_.Int32(5) }; Wanted = 5; Type = 'Int32' }
        @{ Member = 'Number'; Value = { $_.Int64(5) }; Wanted = 5; Type = 'Int32' }
        @{ Member = 'Long'; Value = { $_.Int32(5) }; Wanted = 5; Type = 'Int64' }
        @{ Member = 'Double'; Value = { $_.Int32(5) }; Wanted = 5; Type = 'Double' }
        @{ Member = 'Color'; Value = { $_.Text('green') }; Wanted = 'Green'; Type = 'Color' }
        @{
            Member = 'Id'; Value = { $_.Text('b24988ac-6180-42a0-ab88-20f7382dd24c') }; Type = 'Guid'
            Wanted = [guid]'b24988ac-6180-42a0-ab88-20f7382dd24c'
        }
        @{ Member = 'Array'; Value = { $_.Byte(11).Count(2).Text('a').Text('b') }; Wanted = @('a', 'b')
            Type = 'String[]' }
        @{ Member = 'Interface'; Value = { $_.Byte(11).Count(2).Text('a').Text('b') }; Wanted = @('a', 'b')
            Type = 'CellList`1' }
        @{ Member = 'List'; Value = { $_.Byte(11).Count(2).Int32(1).Byte(0) }; Wanted = @(1, $null)
            Type = 'CellList`1' }
        @{ Member = 'Objects'; Value = { $_.Byte(11).Count(2).Int32(1).Text('b') }; Wanted = @(1, 'b')
            Type = 'Object[]' }
        @{ Member = 'Anything'; Value = { $_.Byte(11).Count(1).Int32(1) }; Wanted = @(1); Type = 'Object[]' }
    ) {
        $thing = New-Thing $Member $Value
        $thing.GetType().FullName | Should -BeExactly $class
        , $thing.$Member | ForEach-Object { $_.GetType().Name } | Should -BeExactly $Type
        @($thing.$Member) | Should -Be $Wanted
        $thing.PSObject.Properties[$Member].MemberType | Should -Be 'Property'
    }

    It 'shows control characters of a text as text: <Case>' -ForEach @(
        @{ Case = 'an escape sequence'; Raw = 'a\x1b[2Jb'; Shown = 'a\u001b[2Jb' }
        @{ Case = 'the 8-bit form'; Raw = 'a\x9b2Jb'; Shown = 'a\u009b2Jb' }
        @{ Case = 'a carriage return'; Raw = 'a\rb'; Shown = 'a\u000db' }
        @{ Case = 'ends of lines and tabs'; Raw = 'a\r\nb\n\tc'; Shown = '' }
        @{ Case = 'another language'; Raw = '\u4e16\u754c \u200f\u05d0'; Shown = '' }
    ) {
        $raw = [regex]::Unescape($Raw)
        if (-not $Shown) { $Shown = $raw }
        $thing = New-Thing 'Filled' { $_.Text($raw) }
        foreach ($view in ($thing | Format-List | Out-String), ($thing | Format-Table Filled | Out-String)) {
            $view | Should -BeLike "*$([WildcardPattern]::Escape(($Shown -split '\r?\n')[0]))*"
            $view | Should -Not -Match '[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]'
        }
        # The value is the text of the service.
        $thing.Filled | Should -BeExactly $raw
        $thing.Filled.Length | Should -Be $raw.Length
        (ConvertFrom-Json ($thing | Select-Object Filled | ConvertTo-Json)).Filled | Should -BeExactly $raw
        (New-TestRequest @{ InputObject = $thing }).Json.arguments.InputObject.Filled | Should -BeExactly $raw
        $thing.Filled = 'new'
        (New-TestRequest @{ InputObject = $thing }).Json.arguments.InputObject.Filled | Should -BeExactly 'new'
    }

    It 'shows control characters in lists, tables and objects of it as text' {
        $raw = "a$([char]27)[2J"
        foreach ($thing in @(
                New-Thing 'Interface' { $_.Byte(11).Count(2).Text($raw).Byte(0) }
                New-Thing 'Table' { $_.Byte(12).Count(1).Name('k').Text($raw) }
                (New-Thing 'Anything' { $_.Byte(13).Count(1).Name('x').Text($raw) }).Anything
            )) {
            $view = $thing | Format-List | Out-String
            $view | Should -BeLike '*a\u001b`[2J*'
            $view | Should -Not -Match '\x1b'
        }
        (New-Thing 'Interface' { $_.Byte(11).Count(1).Text($raw) }).Interface[0] | Should -BeExactly $raw
        (New-Thing 'Table' { $_.Byte(12).Count(1).Name('k').Text($raw) }).Table['K'] | Should -BeExactly $raw
    }

    It 'has tables as the property wants them' {
        $thing = New-Thing 'Texts' { $_.Byte(12).Count(2).Name('b').Text('1').Name('a').Byte(0) }
        $thing.Texts -is [Collections.Generic.Dictionary[string, string]] | Should -BeTrue
        $thing.Texts.ToString() | Should -BeExactly 'a=; b=1'
        $thing.Texts.Keys -join ' ' | Should -BeExactly 'b a'
        $thing.Texts['b'] | Should -BeExactly '1'
        $thing = New-Thing 'Values' {
            $_.Byte(12).Count(2).Name('list').Byte(11).Count(1).Int32(1).
            Name('bag').Byte(13).Count(1).Name('x').Int32(2)
        }
        , $thing.Values['list'] | Should -BeOfType ([object[]])
        $thing.Values['bag'].x | Should -Be 2
        $thing = New-Thing 'Table' { $_.Byte(12).Count(1).Name('K').Byte(12).Count(1).Name('inner').Int32(3) }
        $thing.Table['k']['inner'] | Should -Be 3
    }

    It 'keeps both of two names that differ in casing only, in a table' {
        $thing = New-Thing 'Anything' { $_.Byte(12).Count(2).Name('a').Int32(1).Name('A').Int32(2) }
        $thing.Anything['a'] | Should -Be 1
        $thing.Anything['A'] | Should -Be 2
    }

    It 'holds objects of classes' {
        $frame = New-Frame {
            $_.Count(2).Layout($class, 'Inner', 'Inners').Layout($class, 'Text').Count(1).Byte(14).Count(0).
            Byte(14).Count(1).Text('in').Byte(11).Count(1).Byte(14).Count(1).Text('of many')
        }
        $thing = (Read-Frame $frame)[0]
        $thing.Inner.Text | Should -BeExactly 'in'
        $thing.Inner.PSObject.TypeNames[0] | Should -BeExactly $class
        $thing.Inners[0].Text | Should -BeExactly 'of many'
    }

    It 'keeps the default of a property for null, unless the property takes null' {
        (New-Thing 'Default' { $_.Byte(0) }).Default | Should -Be 7
        (New-Thing 'Filled' { $_.Byte(0) }).Filled | Should -BeNull
    }

    It 'loses nothing: <Name> becomes a note property' -ForEach @(
        @{ Name = 'an unknown member'; Member = 'Unknown'; Value = { $_.Int32(1) }; Wanted = 1 }
        @{ Name = 'a text for a number'; Member = 'Number'; Value = { $_.Text('many') }; Wanted = 'many' }
        @{ Name = 'a number for a text'; Member = 'Text'; Value = { $_.Int32(1) }; Wanted = 1 }
        @{ Name = 'a number that is too large'; Member = 'Number'; Value = { $_.Int64(5000000000) }
            Wanted = 5000000000 }
        @{ Name = 'an unknown word of an enumeration'; Member = 'Color'; Value = { $_.Text('blue') }; Wanted = 'blue' }
        @{ Name = 'a list with an element that does not fit'; Member = 'List'
            Value = { $_.Byte(11).Count(1).Text('x') }; Wanted = @('x') }
        @{ Name = 'a value for a property that cannot be set'; Member = 'Fixed'; Value = { $_.Text('x') }
            Wanted = 'x' }
        @{ Name = 'a value that the class refuses'; Member = 'Picky'; Value = { $_.Text('x') }; Wanted = 'x' }
    ) {
        foreach ($time in 1..12) {
            # After some calls a setter is called in another way.
            $thing = New-Thing $Member $Value
            @($thing.$Member) | Should -Be $Wanted
            $thing.PSObject.Properties[$Member].MemberType | Should -Be 'NoteProperty'
            $thing -is $class | Should -BeTrue
        }
    }

    It 'is made quickly: ten thousand of twenty-five members in a tenth of a second of processor time' -Tag Speed {
        [string[]]$members = @('Text', 'Filled', 'Inherited', 'Overridden', 'Number', 'Long', 'Default') +
            @(1..18 | ForEach-Object { 'Text' })
        $writer = New-Object AzIntegrationRuntime.Tests.FrameWriter
        $null = $writer.Count(1).Layout($class, $members).Count(10000)
        $one = New-Object AzIntegrationRuntime.Tests.FrameWriter
        $null = $one.Byte(14).Count(0).Text('some text').Text('other').Text('more').Text('last')
        $null = $one.Int32(1).Int64(2).Int32(3)
        foreach ($index in 1..18) { $null = $one.Text("value number $index") }
        $bytes = $one.ToArray()
        foreach ($index in 1..10000) { $null = $writer.Byte($bytes) }
        $frame = $writer.ToArray()
        $null = Read-Frame $frame
        $process = [Diagnostics.Process]::GetCurrentProcess()
        $best = foreach ($time in 1..5) {
            $process.Refresh()
            $before = $process.TotalProcessorTime
            $null = Read-Frame $frame
            $process.Refresh()
            ($process.TotalProcessorTime - $before).TotalMilliseconds
        }
        ($best | Measure-Object -Minimum).Minimum | Should -BeLessThan 100
    }
}

Describe 'An object of a class that is not there' {
    It 'is a bag with that type name' {
        $frame = New-Frame {
            $_.Count(1).Layout('Not.There', 'A', 'a', 'B').Count(1).Byte(14).Count(0).Int32(1).Int32(2).Byte(0)
        }
        $bag = (Read-Frame $frame)[0]
        $bag.PSObject.TypeNames[0] | Should -BeExactly 'Not.There'
        $bag.A | Should -Be 2
        $bag.PSObject.Properties['B'] | Should -Not -BeNull
    }

    It 'is made for an abstract class too' {
        $frame = New-Frame {
            $_.Count(1).Layout('AzIntegrationRuntime.Cmdlets.NativeCmdlet', 'A').Count(1).Byte(14).Count(0).Int32(1)
        }
        (Read-Frame $frame)[0].A | Should -Be 1
    }
}

Describe 'A frame that is not one' {
    It 'is refused: <Name>' -ForEach @(
        @{ Name = 'empty'; Write = { } }
        @{ Name = 'more layouts than bytes'; Write = { $_.Count(1000) } }
        @{ Name = 'more members than bytes'; Write = { $_.Count(1).Name('X').Count(100000) } }
        @{ Name = 'more results than bytes'; Write = { $_.Count(0).Count(2).Byte(0) } }
        @{ Name = 'a text beyond the end'; Write = { $_.Count(0).Count(1).Byte(6).Count(5).Byte(65) } }
        @{ Name = 'a length of 64 bits'; Write = { $_.Count(0).Count(1).Byte(6).Count([uint64]::MaxValue).Byte(65) } }
        @{ Name = 'a number that does not end'
            Write = { $_.Count(0).Count(1).Byte(6, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1) } }
        @{ Name = 'a tenth byte that is too large'
            Write = { $_.Count(0).Count(1).Byte(6, 255, 255, 255, 255, 255, 255, 255, 255, 255, 2) } }
        @{ Name = 'an unknown kind'; Write = { $_.Count(0).Count(1).Byte(17) } }
        @{ Name = 'an unknown layout'; Write = { $_.Count(0).Count(1).Byte(14).Count(0) } }
        @{ Name = 'half an int'; Write = { $_.Count(0).Count(1).Byte(3, 1, 2) } }
        @{ Name = 'a list longer than the frame'; Write = { $_.Count(0).Count(1).Byte(11).Count(3).Byte(0, 0) } }
        @{ Name = 'a date beyond the year 9999'
            Write = { $_.Count(0).Count(1).Byte(7).Byte(255, 255, 255, 255, 255, 255, 255, 127) } }
        @{ Name = 'an offset of 15 hours'
            Write = { $_.Count(0).Count(1).Byte(8).Byte(0, 0, 0, 0, 0, 0, 0, 8).Byte(132, 3, 0, 0) } }
        @{ Name = 'a text that is not UTF-8'; Write = { $_.Count(0).Count(1).Byte(6).Count(1).Byte(255) } }
        @{ Name = 'a secret that is not UTF-8'; Write = { $_.Count(0).Count(1).Byte(16).Count(1).Byte(255) } }
        @{ Name = 'something behind the end'; Write = { $_.Count(0).Count(0).Byte(0) } }
    ) {
        { Read-Frame (New-Frame $Write) } | Should -Throw '*frame that is not valid*'
    }

    It 'is refused for values nested without end, and does not exhaust the stack' {
        $writer = New-Object AzIntegrationRuntime.Tests.FrameWriter
        $null = $writer.Count(0).Count(1)
        foreach ($level in 1..100000) { $null = $writer.Byte(11, 1) }
        $null = $writer.Byte(0)
        { Read-Frame $writer.ToArray() } | Should -Throw '*nested too deeply*'
    }

    It 'is refused where a message is no table' {
        { [AzIntegrationRuntime.Tests.FrameReading]::Message((New-Frame { $_.Int32(1) })) } |
            Should -Throw '*not a table*'
    }

    It 'never says what was in it' {
        $frame = New-Frame { $_.Count(0).Count(2).Byte(15).Name('planted-c').Byte(99) }
        $message = try { Read-Frame $frame } catch { "$_" }
        $message | Should -Not -Match 'planted'
    }
}
