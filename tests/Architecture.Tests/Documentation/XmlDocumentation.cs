using System.Reflection;
using System.Xml.Linq;

namespace Architecture.Tests.Documentation;

/// <summary>The XML documentation file that the compiler leaves next to an assembly, indexed by member name.</summary>
/// <remarks>Overloads share one key: their parameter lists and generic arities are cut off.</remarks>
public sealed class XmlDocumentation
{
    private readonly ILookup<string, XElement> entries;

    public XmlDocumentation(Assembly assembly)
    {
        XDocument document = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"));
        entries = document.Descendants("member").ToLookup(member => Key((string)member.Attribute("name")!));
    }

    public IEnumerable<XElement> Of(MemberInfo member) => entries[KeyOf(member)];

    private static string Key(string name)
    {
        int parameters = name.IndexOf('(', StringComparison.Ordinal);
        string bare = parameters < 0 ? name : name[..parameters];
        int arity = bare.LastIndexOf("``", StringComparison.Ordinal);
        return arity < 0 ? bare : bare[..arity];
    }

    private static string KeyOf(MemberInfo member) => member switch
    {
        Type type => "T:" + NameOf(type),
        ConstructorInfo => $"M:{NameOf(member.DeclaringType!)}.#ctor",
        MethodInfo => $"M:{NameOf(member.DeclaringType!)}.{member.Name}",
        PropertyInfo => $"P:{NameOf(member.DeclaringType!)}.{member.Name}",
        FieldInfo => $"F:{NameOf(member.DeclaringType!)}.{member.Name}",
        EventInfo => $"E:{NameOf(member.DeclaringType!)}.{member.Name}",
        _ => throw new ArgumentException($"{member.MemberType} has no documentation entry", nameof(member)),
    };

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');
}
