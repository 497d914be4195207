using System.Reflection;
using System.Runtime.CompilerServices;

namespace Architecture.Tests.Documentation;

/// <summary>
/// What a caller of an assembly can see and a person has written: no accessors, nothing the compiler made.
/// </summary>
public static class PublicMembers
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly
        | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    public static IEnumerable<Type> TypesOf(Assembly assembly) =>
        assembly.GetTypes().Where(type => type.IsVisible && !IsGenerated(type));

    public static IEnumerable<MemberInfo> Of(Type type)
    {
        if (typeof(Delegate).IsAssignableFrom(type))
            return [];
        return type.GetMembers(Declared).Where(member => IsSeen(member) && !IsGenerated(member));
    }

    /// <summary>Seen by callers or by heirs.</summary>
    private static bool IsSeen(MemberInfo member) => member switch
    {
        // A constructor without parameters may be the compiler's own; reflection cannot tell, and it says nothing.
        ConstructorInfo constructor => IsOpen(constructor) && constructor.GetParameters().Length > 0,
        MethodInfo method =>
            IsOpen(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)),
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsOpen),
        EventInfo happening => IsOpen(happening.AddMethod!),
        FieldInfo field => (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsSpecialName,
        _ => false,
    };

    private static bool IsOpen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    /// <summary>By its mark, or by a name that no source can spell (the holders of extension blocks).</summary>
    private static bool IsGenerated(MemberInfo member) =>
        member.Name.StartsWith('<')
        || member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || member.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false)
        || (member is PropertyInfo { Name: "EqualityContract" });
}
