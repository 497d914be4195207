using System.Reflection;
using System.Xml.Linq;

namespace Architecture.Tests.Documentation;

/// <summary>Every physical or statistical claim names its source, or admits to be our choice.</summary>
/// <remarks>
/// A type claims something when it computes (a method, an operator, a computed number) or holds numbers of its own (a
/// constant, a default that is not zero). Then it, or the type around it, or each of those members carries a source.
/// A public constant carries its own.
/// Types that only carry what others computed claim nothing: their numbers come with a provenance or from a run.
/// </remarks>
public static class SourceRule
{
    /// <summary>Plumbing that every type may have and that claims nothing about a body.</summary>
    private static readonly string[] Plumbing =
        ["Equals", "GetHashCode", "ToString", "CompareTo", "Dispose", "GetEnumerator", "op_Equality", "op_Inequality"];

    public static IEnumerable<string> Faults(
        IEnumerable<Type> types, XmlDocumentation documentation, IReadOnlyDictionary<string, string> exempt)
    {
        foreach (Type type in types.Where(type => !IsExemptKind(type) && !exempt.ContainsKey(type.FullName!)))
        {
            bool covered = Around(type).Any(outer => HasSource(documentation.Of(outer)));
            foreach (MemberInfo constant in PublicMembers.Of(type).Where(IsConstantNumber))
                if (!HasSource(documentation.Of(constant)))
                    yield return $"{type.FullName}.{constant.Name}: a constant without a source of its own";
            if (covered)
                continue;
            foreach (MemberInfo claim in PublicMembers.Of(type).Where(Claims))
                if (!HasSource(documentation.Of(claim)))
                    yield return $"{type.FullName}.{claim.Name}: no source on the member or its type";
            foreach (string name in DefaultsOf(type))
                yield return $"{type.FullName}.{name}: a default that is not zero, and no source on the type";
        }
    }

    /// <summary>
    /// Every source tag of an assembly says something: a reference and the place in it, or a choice and why.
    /// </summary>
    public static IEnumerable<string> BadTags(IEnumerable<Type> types, XmlDocumentation documentation) =>
        from type in types
        from member in PublicMembers.Of(type).Prepend(type)
        from tag in documentation.Of(member).Descendants("source")
        where !IsGoodTag(tag)
        select $"{type.FullName}.{member.Name}: {tag}: give doi (or pmid, isbn, url, ref) with at, or choice";

    private static readonly string[] References = ["doi", "pmid", "isbn", "url", "ref"];

    private static bool IsGoodTag(XElement tag)
    {
        bool Has(string name) => !string.IsNullOrWhiteSpace((string?)tag.Attribute(name));
        return Has("choice") || (Has("at") && References.Any(Has));
    }

    /// <summary>
    /// Kinds that claim nothing: an enum names, an exception reports, a delegate or an interface promises only what
    /// its implementations compute, and those owe the source.
    /// </summary>
    private static bool IsExemptKind(Type type) =>
        type.IsEnum || type.IsInterface || typeof(Exception).IsAssignableFrom(type)
            || typeof(Delegate).IsAssignableFrom(type);

    private static IEnumerable<Type> Around(Type type)
    {
        for (Type? outer = type; outer is not null; outer = outer.DeclaringType)
            yield return outer;
    }

    private static bool HasSource(IEnumerable<XElement> comments) =>
        comments.Any(comment => comment.Descendants("source").Any());

    /// <summary>A constant, a read-only static, or a property of a static class: a number or a quantity.</summary>
    private static bool IsConstantNumber(MemberInfo member) => member switch
    {
        FieldInfo field =>
            field.IsStatic && (field.IsLiteral || field.IsInitOnly) && IsNumberOrQuantity(field.FieldType),
        PropertyInfo { DeclaringType: { IsAbstract: true, IsSealed: true } } property =>
            !property.CanWrite && IsNumberOrQuantity(property.PropertyType),
        _ => false,
    };

    private static bool IsNumberOrQuantity(Type type) =>
        IsNumber(type) || (type.IsValueType && !type.IsEnum && type.Namespace == "Azygos.Quantities");

    private static bool Claims(MemberInfo member) => member switch
    {
        MethodInfo method => !Plumbing.Contains(method.Name),
        PropertyInfo property => IsNumber(property.PropertyType) && !HasBackingField(property),
        _ => false,
    };

    private static bool IsNumber(Type type) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) is
        TypeCode.Double or TypeCode.Single or TypeCode.Decimal or TypeCode.Int32 or TypeCode.Int64;

    private static bool HasBackingField(PropertyInfo property) => property.DeclaringType!.GetField(
        $"<{property.Name}>k__BackingField",
        BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static) is not null;

    /// <summary>Settable numbers that a fresh instance does not leave at zero: our choices.</summary>
    private static IEnumerable<string> DefaultsOf(Type type)
    {
        if (type.IsAbstract || type.ContainsGenericParameters || type.GetConstructor(Type.EmptyTypes) is not { } make)
            return [];
        object instance = make.Invoke(null);
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => IsNumber(property.PropertyType) && property.CanWrite)
            .Where(property => property.GetIndexParameters().Length == 0)
            .Where(property => property.GetValue(instance) is { } value && Convert.ToDouble(value, null) != 0)
            .Select(property => property.Name);
    }
}
