using System.CommandLine;
using System.Globalization;
using Azygos.Cli.Screen;
using Azygos.Evidence;
using Azygos.Files.Faults;
using Azygos.Files.Sheets;

namespace Azygos.Cli.Commands;

/// <summary>What every question to a table asks: the file, who is a study, the level, and how to print.</summary>
internal sealed class TableQuestion(string holds)
{
    private readonly Argument<string> _file = new("FILE") { Description = holds };

    private readonly Option<string> _label = new("--label")
    {
        DefaultValueFactory = _ => "",
        Description = "Column that names a study. Default: study.",
    };

    private readonly Option<double> _level = new("--level")
    {
        DefaultValueFactory = _ => 0.95,
        Description = "Confidence level, between 0 and 1.",
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Print the result as JSON, and nothing else.",
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_file);
        command.Add(_label);
        command.Add(_level);
        command.Add(_json);
    }

    /// <summary>The file, as messages show it.</summary>
    public string Shown(ParseResult parsed) => parsed.GetValue(_file)!.Replace('\\', '/');

    /// <summary>The column that names a study; empty for the usual one.</summary>
    public string Study(ParseResult parsed) => parsed.GetValue(_label)!;

    /// <summary>The confidence level, checked.</summary>
    public double Level(ParseResult parsed, FaultList faults)
    {
        double level = parsed.GetValue(_level);
        if (!(level > 0 && level < 1))
            faults.Add("--level", null, "", "",
                $"{level.ToString(CultureInfo.InvariantCulture)} is not between 0 and 1");
        return level;
    }

    /// <summary>Prints a result as the command line asks.</summary>
    public int Finish(Door door, ParseResult parsed, ResultSheet sheet)
    {
        if (parsed.GetValue(_json)) door.Out.Write(SheetJson.Write(sheet));
        else SheetScreen.Print(sheet, Screens.ForResults(door));
        return ExitCode.Finished;
    }

    /// <summary>The value, or a fault of the file that says why there is none.</summary>
    public static T Answer<T>(string shown, Outcome<T> outcome)
        where T : notnull
        => outcome.Refused is { } none
            ? throw new InputRefusedException(new Fault(shown, null, "", "", $"cannot be pooled: {none.Reason}"))
            : outcome.Value;
}
