using Azygos.Files.Faults;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Azygos.Files.Yaml;

/// <summary>
/// Reads the plain part of YAML that the project's files need: mappings, lists and values, with lines.
/// </summary>
/// <remarks>
/// Anchors, aliases, tags, doubled keys, a second document and deep nesting are refused: none has a meaning here.
/// </remarks>
internal sealed class YamlReader
{
    /// <summary>Deepest nesting read; chosen, twice what any file of the project uses.</summary>
    private const int DeepestNesting = 8;

    private readonly Parser parser;
    private readonly string text;
    private readonly string file;
    private readonly FaultList faults;

    private YamlReader(string text, string file, FaultList faults)
    {
        parser = new Parser(new StringReader(text));
        this.text = text;
        this.file = file;
        this.faults = faults;
    }

    /// <summary>The mapping that the file is, or null when it is not one; faults say why.</summary>
    /// <param name="bytes">The file, UTF-8.</param>
    /// <param name="file">Its name, for faults.</param>
    /// <param name="faults">Where faults go.</param>
    public static YamlMapping? Read(ReadOnlySpan<byte> bytes, string file, FaultList faults)
    {
        if (Utf8Text.Read(bytes, file, faults) is not { } text)
        {
            return null;
        }
        YamlReader reader = new(text, file, faults);
        try
        {
            return reader.Document();
        }
        catch (YamlException fault)
        {
            // The parser's message begins with its own place; ours is the line before the message.
            faults.Add(file, reader.LineOf(fault.Start), "", "", $"is not YAML: {fault.Message}");
            return null;
        }
        catch (Exception fault) when (
            fault is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The parser's scanner is not hardened against every sequence of bytes; such a text is not YAML either.
            faults.Add(file, reader.Line, "", "", "is not YAML that can be read from here on");
            return null;
        }
    }

    private int Line => LineOf(parser.Current?.Start ?? Mark.Empty);

    // As editors count: the parser also ends lines at a lone CR and at separators of Unicode.
    private int LineOf(Mark mark) => 1 + text.AsSpan(0, (int)Math.Min(mark.Index, text.Length)).Count('\n');

    private YamlMapping? Document()
    {
        parser.MoveNext();
        parser.MoveNext();
        if (parser.Current is StreamEnd)
        {
            faults.Add(file, null, "", "", "is empty");
            return null;
        }
        parser.MoveNext();
        YamlNode? node = Node(depth: 0);
        if (node is null)
        {
            return null;
        }
        parser.MoveNext();
        if (parser.Current is DocumentStart)
        {
            faults.Add(file, Line, "", "", "starts a second document; one file holds one");
        }
        if (node is YamlMapping mapping)
        {
            return mapping;
        }
        faults.Add(file, node.Line, "", "", $"holds {node.Words}, not keys with values");
        return null;
    }

    /// <summary>The node that starts at the current event; leaves the parser behind it.</summary>
    private YamlNode? Node(int depth)
    {
        int line = Line;
        if (depth > DeepestNesting)
        {
            faults.Add(file, line, "", "", $"is nested more than {DeepestNesting} deep");
            return null;
        }
        if (parser.Current is AnchorAlias || parser.Current is NodeEvent { Anchor.IsEmpty: false })
        {
            faults.Add(file, line, "", "", "uses an anchor or alias; write the value out");
            return null;
        }
        if (parser.Current is NodeEvent { Tag.IsEmpty: false })
        {
            faults.Add(file, line, "", "", "uses a tag; write the plain value");
            return null;
        }
        switch (parser.Current)
        {
            case Scalar scalar:
                parser.MoveNext();
                return new YamlScalar(line, scalar.Value);
            case SequenceStart:
                return List(line, depth);
            case MappingStart:
                return Mapping(line, depth);
            default:
                faults.Add(file, line, "", "", "is not YAML that can be read from here on");
                return null;
        }
    }

    private YamlList? List(int line, int depth)
    {
        List<YamlNode> items = [];
        parser.MoveNext();
        while (parser.Current is not SequenceEnd)
        {
            if (Node(depth + 1) is not { } item)
            {
                return null;
            }
            items.Add(item);
        }
        parser.MoveNext();
        return new YamlList(line, items);
    }

    private YamlMapping? Mapping(int line, int depth)
    {
        List<YamlEntry> entries = [];
        HashSet<string> seen = [];
        parser.MoveNext();
        while (parser.Current is not MappingEnd)
        {
            int keyLine = Line;
            if (parser.Current is not Scalar)
            {
                faults.Add(file, keyLine, "", "", "a key must be a word");
                return null;
            }
            if (Node(depth + 1) is not YamlScalar key || Node(depth + 1) is not { } value)
            {
                return null;
            }
            if (seen.Add(key.Text))
            {
                entries.Add(new YamlEntry(keyLine, key.Text, value));
            }
            else
            {
                faults.Add(file, keyLine, key.Text, "", "stands twice; keep one");
            }
        }
        parser.MoveNext();
        return new YamlMapping(line, entries);
    }
}
