using System;
using System.Collections.Concurrent;
using System.Management.Automation;
using System.Reflection;
using System.Threading;

namespace AzIntegrationRuntime.Native;

/// <summary>Finds the classes that frames name.</summary>
internal static class ClassRegistry
{
    private const BindingFlags AnyInstance =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<string, ClassBinding?> Known = new(StringComparer.Ordinal);
    private static Assembly[] assemblies = [typeof(ClassRegistry).Assembly];

    /// <summary>Adds the classes of an assembly behind those that are there.</summary>
    internal static void Register(Assembly assembly)
    {
        Assembly[] before;
        Assembly[] after;
        do
        {
            before = assemblies;
            if (Array.IndexOf(before, assembly) >= 0)
            {
                return;
            }

            after = [.. before, assembly];
        }
        while (Interlocked.CompareExchange(ref assemblies, after, before) != before);

        // What was not found may be there now.
        foreach (var entry in Known)
        {
            if (entry.Value == null)
            {
                Known.TryRemove(entry.Key, out _);
            }
        }
    }

    /// <summary>Returns the class of that full name; null where no assembly has one.</summary>
    internal static ClassBinding? Find(string className) => Known.GetOrAdd(className, static name =>
    {
        var type = FindType(name);
        return type is { IsAbstract: false, ContainsGenericParameters: false } &&
            type.GetConstructor(AnyInstance, null, [], null) != null
            ? new ClassBinding(type)
            : null;
    });

    /// <summary>Returns the type of that full name; null where no assembly has one.</summary>
    internal static Type? FindType(string className)
    {
        foreach (var assembly in assemblies)
        {
            if (assembly.GetType(className, throwOnError: false) is { } type)
            {
                return type;
            }
        }

        return null;
    }
}

/// <summary>Represents a class whose instances are made from frames.</summary>
internal sealed class ClassBinding(Type type)
{
    private readonly ConcurrentDictionary<string, PropertySetter?> setters = new(StringComparer.Ordinal);

    internal Type Type { get; } = type;

    internal object Create() => Activator.CreateInstance(Type, nonPublic: true)!;

    /// <summary>Returns what sets that property; null where the class has none that can be set.</summary>
    internal PropertySetter? FindSetter(string member) => setters.GetOrAdd(member, FindProperty);

    private PropertySetter? FindProperty(string member)
    {
        // A private setter is seen on the class that declares it only.
        for (var declaring = Type; declaring != null && declaring != typeof(object); declaring = declaring.BaseType)
        {
            var property = declaring.GetProperty(
                member, BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly);
            if (property != null && property.GetIndexParameters().Length == 0)
            {
                return property.GetSetMethod(nonPublic: true) is { } method
                    ? new PropertySetter(property, method)
                    : null;
            }
        }

        return null;
    }
}

/// <summary>Sets a property of an instance.</summary>
internal sealed class PropertySetter(PropertyInfo property, MethodInfo method)
{
    // A delegate costs more than some calls by reflection, and pays in a list.
    private const int ReflectedCalls = 8;

    private readonly Type type = property.PropertyType;
    private readonly bool isText = property.PropertyType == typeof(string);
    private readonly bool takesNull = !property.PropertyType.IsValueType ||
        Nullable.GetUnderlyingType(property.PropertyType) != null;

    private int calls;
    private TypedSetter? typed;

    /// <summary>Sets the property to a value of a frame.</summary>
    /// <returns>Whether the value fits the property's type.</returns>
    internal bool TrySet(object target, object? raw)
    {
        object? value;
        if (raw == null)
        {
            if (!takesNull)
            {
                // The property's default stands for it.
                return true;
            }

            value = null;
        }
        else if (isText && raw is string)
        {
            value = raw;
        }
        else if (!Values.TryConvert(raw, type, out value))
        {
            return false;
        }

        try
        {
            if (typed != null)
            {
                typed.Set(target, value);
            }
            else if (++calls < ReflectedCalls)
            {
                method.Invoke(target, [value]);
            }
            else
            {
                typed = TypedSetter.For(method, type);
                typed.Set(target, value);
            }

            return true;
        }
        catch (Exception)
        {
            // The class refuses the value: it is kept beside the property.
            return false;
        }
    }

    private abstract class TypedSetter
    {
        internal static TypedSetter For(MethodInfo method, Type type) => (TypedSetter)Activator.CreateInstance(
            typeof(TypedSetter<,>).MakeGenericType(method.DeclaringType!, type),
            BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public,
            null,
            [method],
            null)!;

        internal abstract void Set(object target, object? value);
    }

    private sealed class TypedSetter<TTarget, TValue>(MethodInfo method) : TypedSetter
        where TTarget : class
    {
        private readonly Action<TTarget, TValue> set =
            (Action<TTarget, TValue>)method.CreateDelegate(typeof(Action<TTarget, TValue>));

        internal override void Set(object target, object? value) => set((TTarget)target, (TValue)value!);
    }
}

/// <summary>Represents a layout of an objects frame: a class and the members of its objects, in their order.</summary>
internal sealed class Layout
{
    private readonly ClassBinding? binding;
    private readonly string[] members;
    private readonly PropertySetter?[] setters;

    private readonly string className;

    internal Layout(string className, string[] members)
    {
        this.members = members;
        setters = new PropertySetter?[members.Length];
        Texts = new LastText[members.Length];
        this.className = className;
        binding = ClassRegistry.Find(className);
        if (binding != null)
        {
            for (var index = 0; index < members.Length; index++)
            {
                setters[index] = binding.FindSetter(members[index]);
            }
        }
    }

    internal int Count => members.Length;

    /// <summary>Gets, by member, the text that was read last and where it is in the frame.</summary>
    internal LastText[] Texts { get; }

    /// <summary>Makes the object whose members are set then.</summary>
    internal object Create() => binding == null ? new PSObject() : binding.Create();

    /// <summary>Sets a member: the property, or where there is none for the value a note property.</summary>
    internal void SetMember(ref object target, int index, object? raw)
    {
        var setter = setters[index];
        if (setter != null)
        {
            var instance = target is PSObject wrapped ? wrapped.BaseObject : target;
            if (setter.TrySet(instance, raw))
            {
                return;
            }
        }

        var bag = target as PSObject ?? PSObject.AsPSObject(target);
        Values.AddNote(bag, members[index], Values.Finish(raw));
        target = bag;
    }

    /// <summary>Gives an object without a class of this module its type name when all its members are set.</summary>
    internal object Complete(object target)
    {
        if (binding != null)
        {
            return target;
        }

        var bag = PSObject.AsPSObject(target);
        bag.TypeNames.Insert(0, className);
        return bag;
    }
}

/// <summary>Represents a text of a frame: its bytes' place, and the string that was made of them.</summary>
internal struct LastText
{
    internal string? Text;
    internal int Start;
    internal int Length;
    internal bool HasControl;
}
