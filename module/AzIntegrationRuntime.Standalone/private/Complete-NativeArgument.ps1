function Complete-NativeArgument {
    # Completes an argument in the scope of AzIntegrationRuntime, which has the library.
    $main = Get-Module -Name AzIntegrationRuntime
    if ($null -ne $main) {
        & @($main)[0] { Complete-NativeArgument @args } @args
    }
}
