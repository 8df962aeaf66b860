# What the Lint task holds PowerShell files to. What a script of the build may use besides is in build/Lint.ps1.
@{
    Severity     = @('Error', 'Warning', 'ParseError')
    ExcludeRules = @(
        # The cmdlets mirror upstream names, plural nouns among them where upstream has them.
        'PSUseSingularNouns'
        # Confirmation is decided in the native library (docs: CONTRIBUTING.md); the functions declare it and hand it
        # on.
        'PSShouldProcess'
        # It does not see a use inside a script block, nor that an argument completer takes its parameters by position.
        'PSReviewUnusedParameter'
    )
    Rules        = @{
        PSUseCompatibleSyntax      = @{
            Enable         = $true
            TargetVersions = @('5.1', '7.4')
        }
        PSUseCompatibleCommands    = @{
            Enable         = $true
            TargetProfiles = @(
                'win-48_x64_10.0.17763.0_5.1.17763.316_x64_4.0.30319.42000_framework'
                'win-8_x64_10.0.17763.0_7.0.0_x64_3.1.2_core'
                'ubuntu_x64_18.04_7.0.0_x64_3.1.2_core'
            )
        }
        PSPlaceOpenBrace           = @{
            Enable = $true
            OnSameLine = $true
            NewLineAfter = $true
            IgnoreOneLineBlock = $true
        }
        PSUseConsistentWhitespace  = @{
            Enable                                  = $true
            CheckInnerBrace                         = $true
            CheckOpenBrace                          = $true
            CheckOpenParen                          = $true
            CheckOperator                           = $true
            CheckPipe                               = $true
            CheckSeparator                          = $true
            IgnoreAssignmentOperatorInsideHashTable = $true
        }
    }
}
