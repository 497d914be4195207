using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Architecture.Tests.State;

/// <summary>
/// No state outlives its owner: static fields are constant or read-only, and no array or list is handed out from one.
/// </summary>
public static class MutableStaticsRule
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Faults(IEnumerable<Type> types) =>
        from type in types
        where !IsGenerated(type)
        from field in type.GetFields(Declared)
        where !field.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false)
        let fault = FaultOf(field)
        where fault is not null
        select $"{type.FullName}.{field.Name}: {fault}";

    private static string? FaultOf(FieldInfo field)
    {
        if (!field.IsLiteral && !field.IsInitOnly)
            return "a static that can be set";
        bool open = IsPublished(field) && IsOpenCollection(field.FieldType);
        return open ? "a public static whose content can be changed" : null;
    }

    /// <summary>Seen outside its assembly: public itself, or behind a public static property.</summary>
    private static bool IsPublished(FieldInfo field) => field.DeclaringType!.IsVisible
        && (field.IsPublic || field.DeclaringType.GetProperties(Declared)
            .Where(property => property.GetMethod is { IsPublic: true })
            .Any(property => field.Name == $"<{property.Name}>k__BackingField"));

    private static bool IsOpenCollection(Type type) =>
        type.IsArray || (type.IsClass && typeof(IEnumerable).IsAssignableFrom(type)
            && type.GetMethod("Add") is { IsPublic: true });

    /// <summary>Closures, caches and source generators' output: the compiler's own statics.</summary>
    private static bool IsGenerated(Type type)
    {
        for (Type? outer = type; outer is not null; outer = outer.DeclaringType)
            if (outer.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
                || outer.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false)
                || outer.Name.StartsWith('<'))
                return true;
        return false;
    }
}
