using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Azygos.Cli.Screen;

/// <summary>Help with examples at its end, for commands that have some.</summary>
internal sealed class ExamplesHelp(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        int code = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is CommandWithExamples { Examples: var examples })
        {
            TextWriter output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach ((string line, string remark) in examples)
            {
                output.WriteLine($"  {line}");
                output.WriteLine($"      {remark}");
            }
            output.WriteLine();
        }
        return code;
    }
}
