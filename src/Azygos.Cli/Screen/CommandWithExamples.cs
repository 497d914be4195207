using System.CommandLine;

namespace Azygos.Cli.Screen;

/// <summary>A command whose help ends with examples.</summary>
/// <param name="name">Its name.</param>
/// <param name="description">What it does.</param>
/// <param name="examples">Command lines, each with what it does.</param>
internal sealed class CommandWithExamples(
    string name, string description, params (string Line, string Remark)[] examples)
    : Command(name, description)
{
    /// <summary>Command lines, each with what it does.</summary>
    public IReadOnlyList<(string Line, string Remark)> Examples => examples;
}
