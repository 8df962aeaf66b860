# Signs what a package contains: Authenticode signatures and a file catalogue for each module.

function Find-SigningCertificate {
    <#
    .SYNOPSIS
    Returns the certificate that signs the package, or nothing and says why nothing is signed.

    .DESCRIPTION
    Signing needs Windows and a code-signing certificate: by -Thumbprint from the certificate stores, or from the
    variables AZIR_SIGNING_CERTIFICATE (a PFX file in base64) and AZIR_SIGNING_PASSWORD. A certificate that is
    named and cannot be used is an error, so that no package is published unsigned by mistake.
    #>
    param([string]$Thumbprint)

    $named = $Thumbprint -or $env:AZIR_SIGNING_CERTIFICATE
    if (-not $IsWindows) {
        if ($named) { throw 'A package can be signed on Windows only. Run the Package task there with -Platform.' }
        Write-Step 'NOT SIGNED: Authenticode signatures and file catalogues are made on Windows only'
        return
    }
    if (-not $named) {
        Write-Step 'NOT SIGNED: no certificate was named (-CertificateThumbprint or AZIR_SIGNING_CERTIFICATE)'
        return
    }
    Get-SigningCertificate -Thumbprint $Thumbprint
}

function Set-ModuleSignature {
    # Signs the files of a staged module that can carry a signature.
    param([string]$Path, [Security.Cryptography.X509Certificates.X509Certificate2]$Certificate)

    $files = Get-ChildItem -LiteralPath $Path -Recurse -File |
        Where-Object Extension -In '.dll', '.exe', '.psd1', '.ps1xml'
    foreach ($file in $files) { Set-Signature -Path $file.FullName -Certificate $Certificate }
    Write-Step "signed $(@($files).Count) files of $(Split-Path -Leaf $Path) with $($Certificate.Thumbprint)"
}

function Add-ModuleCatalog {
    # Adds a signed catalogue with the hashes of all files of a staged module. Nothing may change after it.
    param([string]$Path, [Security.Cryptography.X509Certificates.X509Certificate2]$Certificate)

    $catalog = Join-Path $Path "$(Split-Path -Leaf $Path).cat"
    $null = New-FileCatalog -Path $Path -CatalogFilePath $catalog -CatalogVersion 2.0
    Set-Signature -Path $catalog -Certificate $Certificate
    if ("$(Test-FileCatalog -Path $Path -CatalogFilePath $catalog)" -ne 'Valid') {
        throw "$catalog does not describe the files of its folder."
    }
}

function Get-SigningCertificate {
    # The certificate with its private key; an error names what is wrong.
    param([string]$Thumbprint)

    if ($Thumbprint) {
        $found = Get-ChildItem -Path Cert:\CurrentUser\My, Cert:\LocalMachine\My -CodeSigningCert |
            Where-Object Thumbprint -EQ $Thumbprint | Select-Object -First 1
        if (-not $found) { throw "No code-signing certificate with the thumbprint $Thumbprint is in the stores." }
    }
    else {
        try {
            $bytes = [Convert]::FromBase64String($env:AZIR_SIGNING_CERTIFICATE)
            $found = [Security.Cryptography.X509Certificates.X509Certificate2]::new(
                $bytes, $env:AZIR_SIGNING_PASSWORD)
        }
        catch {
            # The exception may quote what it could not read.
            throw 'AZIR_SIGNING_CERTIFICATE is not a PFX file in base64, or AZIR_SIGNING_PASSWORD is not its password.'
        }
    }
    if (-not $found.HasPrivateKey) { throw "The certificate $($found.Thumbprint) has no private key here." }
    $found
}

function Set-Signature {
    # Signs one file, with a time stamp so that the signature outlives the certificate.
    param([string]$Path, [Security.Cryptography.X509Certificates.X509Certificate2]$Certificate)

    $server = if ($env:AZIR_TIMESTAMP_SERVER) { $env:AZIR_TIMESTAMP_SERVER } else { 'http://timestamp.digicert.com' }
    $result = Set-AuthenticodeSignature -LiteralPath $Path -Certificate $Certificate -HashAlgorithm SHA256 `
        -IncludeChain All -TimestampServer $server
    if ("$($result.Status)" -ne 'Valid') { throw "$Path could not be signed: $($result.StatusMessage)" }
}
