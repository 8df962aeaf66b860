# Writes small .NET assemblies with System.Reflection.Metadata, which every PowerShell 7 carries, so that the build needs neither a C# compiler
# nor an assembler. It knows classes with properties and static P/Invoke methods, refers to mscorlib 4.0.0.0 only (which .NET Framework has and
# .NET forwards), and writes the same bytes for the same input.

using namespace System.Reflection
using namespace System.Reflection.Metadata
using namespace System.Reflection.Metadata.Ecma335
using namespace System.Reflection.PortableExecutable

Add-Type -AssemblyName System.Reflection.Metadata

function New-AssemblyWriter {
    <#
    .SYNOPSIS
    Starts an assembly of that name and version and returns what the other functions here take as -Writer.
    #>
    param([string]$Name, [version]$Version)

    $metadata = [MetadataBuilder]::new(0, 0, 0, 0)
    $full = [version]::new($Version.Major, $Version.Minor, [Math]::Max($Version.Build, 0), [Math]::Max($Version.Revision, 0))
    $moduleId = $metadata.ReserveGuid()
    $none = [BlobHandle]::new()
    $null = $metadata.AddModule(0, $metadata.GetOrAddString("$Name.dll"), $moduleId.Handle, [GuidHandle]::new(), [GuidHandle]::new())
    $null = $metadata.AddAssembly($metadata.GetOrAddString($Name), $full, [StringHandle]::new(), $none, 0, [AssemblyHashAlgorithm]::Sha1)
    $mscorlib = $metadata.AddAssemblyReference($metadata.GetOrAddString('mscorlib'), [version]'4.0.0.0', [StringHandle]::new(),
        $metadata.GetOrAddBlob([byte[]](0xb7, 0x7a, 0x5c, 0x56, 0x19, 0x34, 0xe0, 0x89)), 0, $none)
    $object = $metadata.AddTypeReference($mscorlib, $metadata.GetOrAddString('System'), $metadata.GetOrAddString('Object'))

    $constructor = [BlobBuilder]::new()
    Write-Signature -Blob $constructor -Instance -Returns 'void' -Parameters @()
    $writer = @{
        Name              = $Name
        Metadata          = $metadata
        ModuleId          = $moduleId
        Object            = $object
        ObjectConstructor = $metadata.AddMemberReference($object, $metadata.GetOrAddString('.ctor'), $metadata.GetOrAddBlob($constructor))
        Bodies            = [MethodBodyStreamEncoder]::new([BlobBuilder]::new())
        Libraries         = @{}          # name of a native library -> its ModuleReferenceHandle
        Types             = @{}          # name of a class -> @{ Handle; Constructor }
        NextField         = 1            # rows of the tables that a type or method points into by its first row
        NextMethod        = 1
        NextParameter     = 1
    }
    $null = $metadata.AddTypeDefinition(0, [StringHandle]::new(), $metadata.GetOrAddString('<Module>'), [EntityHandle]::new(),
        [MetadataTokens]::FieldDefinitionHandle(1), [MetadataTokens]::MethodDefinitionHandle(1))
    $writer
}

function Write-SignatureType {
    # Encodes one type: a name from the list below, or the handle of a class of the same assembly.
    param([SignatureTypeEncoder]$Encoder, $Type)

    if ($Type -is [TypeDefinitionHandle]) { $Encoder.Type($Type, $false); return }
    switch ($Type) {
        'int32' { $Encoder.Int32() }
        'int64' { $Encoder.Int64() }
        'byte' { $Encoder.Byte() }
        'string' { $Encoder.String() }
        'object' { $Encoder.Object() }
        { $_ -like '*`[`]' } { Write-SignatureType -Encoder $Encoder.SZArray() -Type $Type.Substring(0, $Type.Length - 2) }
        default { throw "AssemblyWriter: type '$Type' is not one it can write" }
    }
}

function Write-Signature {
    # Encodes a method's signature, or a property's with -Property.
    param([BlobBuilder]$Blob, [switch]$Instance, [switch]$Property, $Returns, [object[]]$Parameters)

    $encoder = [BlobEncoder]::new($Blob)
    $signature = if ($Property) { $encoder.PropertySignature($true) } else { $encoder.MethodSignature([SignatureCallingConvention]::Default, 0, [bool]$Instance) }
    $return = [ReturnTypeEncoder]::new($Blob)
    $list = [ParametersEncoder]::new($Blob, $false)
    $signature.Parameters($Parameters.Count, [ref]$return, [ref]$list)
    if ($Returns -is [string] -and $Returns -eq 'void') { $return.Void() } else { Write-SignatureType -Encoder $return.Type($false) -Type $Returns }
    foreach ($type in $Parameters) { Write-SignatureType -Encoder $list.AddParameter().Type($false) -Type $type }
}

function Add-Method {
    # Adds a method to the class begun last and returns its handle. -Parameters maps names to types; a name in -Out is filled by the
    # callee, one in -Optional is null when it is left out.
    param(
        [hashtable]$Writer, [string]$Name, [MethodAttributes]$Attributes, [MethodImplAttributes]$Implementation = 'IL',
        $Returns, [Collections.Specialized.OrderedDictionary]$Parameters = [ordered]@{}, [string[]]$Out = @(), [string[]]$Optional = @(),
        [int]$Body = -1
    )

    $metadata = $Writer.Metadata
    $blob = [BlobBuilder]::new()
    Write-Signature -Blob $blob -Instance:(-not $Attributes.HasFlag([MethodAttributes]::Static)) -Returns $Returns -Parameters @($Parameters.Values)
    $method = $metadata.AddMethodDefinition($Attributes, $Implementation, $metadata.GetOrAddString($Name), $metadata.GetOrAddBlob($blob), $Body,
        [MetadataTokens]::ParameterHandle($Writer.NextParameter))
    $position = 0
    foreach ($parameter in $Parameters.Keys) {
        $position++
        $kind = if ($parameter -in $Out) { [ParameterAttributes]'In, Out' }
        elseif ($parameter -in $Optional) { [ParameterAttributes]'Optional, HasDefault' }
        else { [ParameterAttributes]::None }
        $handle = $metadata.AddParameter($kind, $metadata.GetOrAddString($parameter), $position)
        if ($parameter -in $Optional) { $null = $metadata.AddConstant($handle, $null) }
        $Writer.NextParameter++
    }
    $Writer.NextMethod++
    $method
}

function Add-Class {
    <#
    .SYNOPSIS
    Begins a public class; what is added next belongs to it.
    #>
    param([hashtable]$Writer, [string]$Namespace, [string]$Name, [TypeAttributes]$Attributes = 'Public, BeforeFieldInit', [EntityHandle]$Base = $Writer.Object)

    $metadata = $Writer.Metadata
    $handle = $metadata.AddTypeDefinition($Attributes, $metadata.GetOrAddString($Namespace), $metadata.GetOrAddString($Name), $Base,
        [MetadataTokens]::FieldDefinitionHandle($Writer.NextField), [MetadataTokens]::MethodDefinitionHandle($Writer.NextMethod))
    $Writer.Types[$Name] = @{ Handle = $handle; Constructor = $null }
    $handle
}

function Add-PInvoke {
    <#
    .SYNOPSIS
    Adds a static method that calls an exported function: cdecl, the name exactly as written, the status returned as it is.
    #>
    param([hashtable]$Writer, [string]$Library, [string]$Name, [string]$Returns, [Collections.Specialized.OrderedDictionary]$Parameters, [string[]]$Out = @())

    $metadata = $Writer.Metadata
    if (-not $Writer.Libraries.ContainsKey($Library)) { $Writer.Libraries[$Library] = $metadata.AddModuleReference($metadata.GetOrAddString($Library)) }
    $method = Add-Method -Writer $Writer -Name $Name -Returns $Returns -Parameters $Parameters -Out $Out -Implementation PreserveSig `
        -Attributes 'Public, Static, HideBySig, PinvokeImpl'
    $null = $metadata.AddMethodImport($method, [MethodImportAttributes]'CallingConventionCDecl, ExactSpelling', $metadata.GetOrAddString($Name), $Writer.Libraries[$Library])
}

function Add-Body {
    # Adds the instructions that -Write puts into the encoder it gets and returns where the body starts.
    param([hashtable]$Writer, [scriptblock]$Write)

    $code = [InstructionEncoder]::new([BlobBuilder]::new(), $null)
    $null = & $Write $code
    $Writer.Bodies.AddMethodBody($code, 8, [StandaloneSignatureHandle]::new(), [MethodBodyAttributes]::None)
}

function Add-DataClass {
    <#
    .SYNOPSIS
    Adds a public class of settable properties, with a constructor without parameters and, where it has members, one that takes them in order.

    .PARAMETER Members
    Names of the properties and their types: string, object, or the name of a class added before.

    .PARAMETER Optional
    Members that the constructor need not be given.
    #>
    param(
        [hashtable]$Writer, [string]$Namespace, [string]$Name, [string]$Base, [Collections.Specialized.OrderedDictionary]$Members = [ordered]@{},
        [string[]]$Optional = @()
    )

    $metadata = $Writer.Metadata
    $baseType = if ($Base) { $Writer.Types[$Base].Handle } else { $Writer.Object }
    $baseConstructor = if ($Base) { $Writer.Types[$Base].Constructor } else { $Writer.ObjectConstructor }
    $class = Add-Class -Writer $Writer -Namespace $Namespace -Name $Name -Base $baseType

    $fields = [ordered]@{}
    $types = [ordered]@{}
    foreach ($member in $Members.Keys) {
        $type = $Members[$member]
        if ($Writer.Types.ContainsKey($type)) { $type = $Writer.Types[$type].Handle }
        $types[$member] = $type
        $blob = [BlobBuilder]::new()
        Write-SignatureType -Encoder ([BlobEncoder]::new($blob).FieldSignature()) -Type $type
        $fields[$member] = $metadata.AddFieldDefinition([FieldAttributes]::Private, $metadata.GetOrAddString("<$member>"), $metadata.GetOrAddBlob($blob))
        $Writer.NextField++
    }

    $constructorAttributes = [MethodAttributes]'Public, HideBySig, SpecialName, RTSpecialName'
    $body = Add-Body -Writer $Writer -Write {
        param($code)
        $code.LoadArgument(0); $code.Call($baseConstructor); $code.OpCode([ILOpCode]::Ret)
    }
    $Writer.Types[$Name].Constructor = Add-Method -Writer $Writer -Name '.ctor' -Attributes $constructorAttributes -Returns 'void' -Body $body
    if ($Members.Count -eq 0) { return }

    $body = Add-Body -Writer $Writer -Write {
        param($code)
        $code.LoadArgument(0); $code.Call($baseConstructor)
        $position = 0
        foreach ($member in $fields.Keys) {
            $position++
            $code.LoadArgument(0); $code.LoadArgument($position); $code.OpCode([ILOpCode]::Stfld); $code.Token($fields[$member])
        }
        $code.OpCode([ILOpCode]::Ret)
    }
    $parameters = [ordered]@{}
    foreach ($member in $types.Keys) { $parameters[$member.Substring(0, 1).ToLowerInvariant() + $member.Substring(1)] = $types[$member] }
    $null = Add-Method -Writer $Writer -Name '.ctor' -Attributes $constructorAttributes -Returns 'void' -Parameters $parameters -Optional $Optional -Body $body

    $first = $null
    foreach ($member in $fields.Keys) {
        $field = $fields[$member]
        $accessor = [MethodAttributes]'Public, HideBySig, SpecialName'
        $body = Add-Body -Writer $Writer -Write {
            param($code)
            $code.LoadArgument(0); $code.OpCode([ILOpCode]::Ldfld); $code.Token($field); $code.OpCode([ILOpCode]::Ret)
        }
        $getter = Add-Method -Writer $Writer -Name "get_$member" -Attributes $accessor -Returns $types[$member] -Body $body
        $body = Add-Body -Writer $Writer -Write {
            param($code)
            $code.LoadArgument(0); $code.LoadArgument(1); $code.OpCode([ILOpCode]::Stfld); $code.Token($field); $code.OpCode([ILOpCode]::Ret)
        }
        $setter = Add-Method -Writer $Writer -Name "set_$member" -Attributes $accessor -Returns 'void' -Parameters ([ordered]@{ value = $types[$member] }) -Body $body

        $blob = [BlobBuilder]::new()
        Write-Signature -Blob $blob -Property -Returns $types[$member] -Parameters @()
        $property = $metadata.AddProperty([PropertyAttributes]::None, $metadata.GetOrAddString($member), $metadata.GetOrAddBlob($blob))
        if ($null -eq $first) {
            $first = $property
            $metadata.AddPropertyMap($class, $property)
        }
        $metadata.AddMethodSemantics($property, [MethodSemanticsAttributes]::Getter, $getter)
        $metadata.AddMethodSemantics($property, [MethodSemanticsAttributes]::Setter, $setter)
    }
}

function ConvertTo-AssemblyByte {
    <#
    .SYNOPSIS
    Finishes the assembly and returns its bytes. Its identity is the hash of its content, so that equal input gives equal bytes.
    #>
    param([hashtable]$Writer)

    $hash = [Func[Collections.Generic.IEnumerable[Blob], BlobContentId]] {
        param($content)
        $sha = [Security.Cryptography.IncrementalHash]::CreateHash([Security.Cryptography.HashAlgorithmName]::SHA256)
        foreach ($blob in $content) {
            $bytes = $blob.GetBytes()
            $sha.AppendData($bytes.Array, $bytes.Offset, $bytes.Count)
        }
        [BlobContentId]::FromHash([byte[]]$sha.GetHashAndReset())
    }
    $header = [PEHeaderBuilder]::CreateLibraryHeader()
    $root = [MetadataRootBuilder]::new($Writer.Metadata, $null, $false)
    # No debug directory, no entry point, IL only.
    $pe = [ManagedPEBuilder]::new($header, $root, $Writer.Bodies.Builder, $null, $null, $null, $null, 128, [MethodDefinitionHandle]::new(), [CorFlags]::ILOnly, $hash)
    $image = [BlobBuilder]::new()
    $id = $pe.Serialize($image)
    $Writer.ModuleId.CreateWriter().WriteGuid($id.Guid)
    , $image.ToArray()
}
