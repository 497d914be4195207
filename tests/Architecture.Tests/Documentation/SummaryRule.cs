using System.Xml.Linq;

namespace Architecture.Tests.Documentation;

/// <summary>Every public type and member says in a sentence what it is.</summary>
/// <remarks>
/// The compiler asks for a comment; this asks that it holds a summary, and looks at the positional properties of
/// records too.
/// </remarks>
public static class SummaryRule
{
    public static IEnumerable<string> Faults(IEnumerable<Type> types, XmlDocumentation documentation) =>
        from type in types
        from member in PublicMembers.Of(type).Prepend(type)
        group member by (Type: type, Name: member is Type ? "" : $".{member.Name}") into overloads
        where documentation.Of(overloads.First()).Count(Says) < overloads.Count()
        select $"{overloads.Key.Type.FullName}{overloads.Key.Name}: no summary";

    private static bool Says(XElement comment) =>
        comment.Element("inheritdoc") is not null || !string.IsNullOrWhiteSpace(comment.Element("summary")?.Value);
}
