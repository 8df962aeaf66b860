// Finds the types and members that an assembly uses and that a set of reference assemblies does not have.
// Signatures are compared as texts without assemblies, since netstandard.dll and mscorlib.dll divide the types
// differently.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

public sealed class FrameworkReferences : IDisposable
{
    private readonly List<PEReader> open = new List<PEReader>();
    private readonly Dictionary<string, (MetadataReader Reader, TypeDefinition Type)> types =
        new Dictionary<string, (MetadataReader, TypeDefinition)>(StringComparer.Ordinal);

    public FrameworkReferences(IEnumerable<string> referenceAssemblies)
    {
        foreach (var file in referenceAssemblies)
        {
            var reader = Open(file);
            if (reader == null)
            {
                // A library without types of .NET.
                continue;
            }

            foreach (var handle in reader.TypeDefinitions)
            {
                var name = Names.Of(reader, handle);
                if (!types.ContainsKey(name))
                {
                    types[name] = (reader, reader.GetTypeDefinition(handle));
                }
            }
        }
    }

    public int TypeCount => types.Count;

    public void Dispose() => open.ForEach(reader => reader.Dispose());

    /// <summary>Returns how many references were looked at, and those that are missing.</summary>
    public (int Looked, string[] Missing) Check(string assembly, string[] passedOver)
    {
        var reader = Open(assembly);
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        var looked = 0;
        foreach (var handle in reader.TypeReferences)
        {
            if (!passedOver.Contains(Home(reader, handle), StringComparer.OrdinalIgnoreCase))
            {
                looked++;
                var name = Names.Of(reader, handle);
                if (!types.ContainsKey(name))
                {
                    missing.Add(name);
                }
            }
        }

        foreach (var handle in reader.MemberReferences)
        {
            var member = reader.GetMemberReference(handle);
            var parent = Parent(reader, member.Parent);
            if (parent.IsNil || passedOver.Contains(Home(reader, parent), StringComparer.OrdinalIgnoreCase))
            {
                continue;
            }

            looked++;
            var type = Names.Of(reader, parent);
            var name = reader.GetString(member.Name);
            var signature = member.GetKind() == MemberReferenceKind.Field
                ? member.DecodeFieldSignature(Names.Provider, null)
                : Names.Of(member.DecodeMethodSignature(Names.Provider, null));
            if (types.ContainsKey(type) && !Has(type, name, signature, member.GetKind()))
            {
                missing.Add(type + "::" + name + " " + signature);
            }
        }

        return (looked, missing.ToArray());
    }

    private MetadataReader Open(string file)
    {
        var reader = new PEReader(new MemoryStream(File.ReadAllBytes(file)));
        open.Add(reader);
        return reader.HasMetadata ? reader.GetMetadataReader() : null;
    }

    // A member may be declared by a base class in the one framework and by the class itself in the other.
    private bool Has(string type, string name, string signature, MemberReferenceKind kind)
    {
        while (types.TryGetValue(type, out var found))
        {
            var (reader, definition) = found;
            if (kind == MemberReferenceKind.Field)
            {
                if (definition.GetFields().Select(reader.GetFieldDefinition).Any(field =>
                    reader.GetString(field.Name) == name && field.DecodeSignature(Names.Provider, null) == signature))
                {
                    return true;
                }
            }
            else if (definition.GetMethods().Select(reader.GetMethodDefinition).Any(method =>
                reader.GetString(method.Name) == name
                && Names.Of(method.DecodeSignature(Names.Provider, null)) == signature))
            {
                return true;
            }

            if (definition.BaseType.IsNil)
            {
                return false;
            }

            type = definition.BaseType.Kind == HandleKind.TypeDefinition
                ? Names.Of(reader, (TypeDefinitionHandle)definition.BaseType)
                : Names.Of(reader, Parent(reader, definition.BaseType));
        }

        return false;
    }

    private static string Home(MetadataReader reader, TypeReferenceHandle handle)
    {
        var scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => Home(reader, (TypeReferenceHandle)scope),
            HandleKind.AssemblyReference =>
                reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
            _ => string.Empty,
        };
    }

    // The type that a member belongs to; nil for an array's and for one of the assembly itself.
    private static TypeReferenceHandle Parent(MetadataReader reader, EntityHandle parent)
    {
        if (parent.Kind == HandleKind.TypeReference)
        {
            return (TypeReferenceHandle)parent;
        }

        if (parent.Kind != HandleKind.TypeSpecification)
        {
            return default;
        }

        var blob = reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
        if (blob.ReadByte() != (byte)SignatureTypeCode.GenericTypeInstance)
        {
            return default;
        }

        blob.ReadByte();
        var generic = blob.ReadTypeHandle();
        return generic.Kind == HandleKind.TypeReference ? (TypeReferenceHandle)generic : default;
    }

    private sealed class Names : ISignatureTypeProvider<string, object>
    {
        public static readonly Names Provider = new Names();

        public static string Of(MethodSignature<string> signature) =>
            (signature.Header.IsInstance ? "instance " : string.Empty) + signature.ReturnType +
            "`" + signature.GenericParameterCount + "(" + string.Join(",", signature.ParameterTypes) + ")";

        public static string Of(MetadataReader reader, TypeReferenceHandle handle)
        {
            if (handle.IsNil)
            {
                return string.Empty;
            }

            var type = reader.GetTypeReference(handle);
            return type.ResolutionScope.Kind == HandleKind.TypeReference
                ? Of(reader, (TypeReferenceHandle)type.ResolutionScope) + "/" + reader.GetString(type.Name)
                : Join(reader.GetString(type.Namespace), reader.GetString(type.Name));
        }

        public static string Of(MetadataReader reader, TypeDefinitionHandle handle)
        {
            var type = reader.GetTypeDefinition(handle);
            var outer = type.GetDeclaringType();
            return outer.IsNil
                ? Join(reader.GetString(type.Namespace), reader.GetString(type.Name))
                : Of(reader, outer) + "/" + reader.GetString(type.Name);
        }

        public string GetArrayType(string elementType, ArrayShape shape) => elementType + "[*" + shape.Rank + "]";

        public string GetByReferenceType(string elementType) => elementType + "&";

        public string GetFunctionPointerType(MethodSignature<string> signature) => "function " + Of(signature);

        public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
            genericType + "<" + string.Join(",", typeArguments) + ">";

        public string GetGenericMethodParameter(object genericContext, int index) => "!!" + index;

        public string GetGenericTypeParameter(object genericContext, int index) => "!" + index;

        public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

        public string GetPinnedType(string elementType) => elementType;

        public string GetPointerType(string elementType) => elementType + "*";

        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

        public string GetSZArrayType(string elementType) => elementType + "[]";

        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
            Of(reader, handle);

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
            Of(reader, handle);

        public string GetTypeFromSpecification(
            MetadataReader reader, object genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
            reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

        private static string Join(string space, string name) => space.Length == 0 ? name : space + "." + name;
    }
}
