namespace Azygos.Files.Yaml;

/// <summary>A value of a YAML file, with the line on which it stands.</summary>
/// <param name="Line">Line, from 1.</param>
internal abstract record YamlNode(int Line)
{
    /// <summary>What it is, for messages.</summary>
    public abstract string Words { get; }
}

/// <summary>A plain value.</summary>
internal sealed record YamlScalar(int Line, string Text) : YamlNode(Line)
{
    public override string Words => "a value";
}

/// <summary>A list.</summary>
internal sealed record YamlList(int Line, IReadOnlyList<YamlNode> Items) : YamlNode(Line)
{
    public override string Words => "a list";
}

/// <summary>Keys with values, in the file's order.</summary>
internal sealed record YamlMapping(int Line, IReadOnlyList<YamlEntry> Entries) : YamlNode(Line)
{
    public override string Words => "a mapping of keys to values";
}

/// <summary>One key with its value.</summary>
internal sealed record YamlEntry(int Line, string Key, YamlNode Value);
