using Spectre.Console;

namespace Azygos.Cli.Screen;

/// <summary>Consoles for tables and progress on the door's streams.</summary>
internal static class Screens
{
    /// <summary>Width of tables where there is no terminal to ask; chosen so that no row of a table breaks.</summary>
    private const int WidthWithoutTerminal = 240;

    /// <summary>A console for results.</summary>
    public static IAnsiConsole ForResults(Door door) => On(door.Out, door.OutIsTerminal);

    /// <summary>A console for progress.</summary>
    public static IAnsiConsole ForProgress(Door door) => On(door.Error, door.ErrorIsTerminal);

    private static IAnsiConsole On(TextWriter writer, bool isTerminal)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!isTerminal)
        {
            console.Profile.Width = WidthWithoutTerminal;
        }
        return console;
    }

    /// <summary>A plain table with the given headings; the first column, of names to copy, never breaks.</summary>
    public static Table Table(params string[] headings)
    {
        Table table = new Table().Border(TableBorder.Simple);
        foreach (string heading in headings)
        {
            table.AddColumn(new TableColumn(new Text(heading)) { NoWrap = heading == headings[0] });
        }
        return table;
    }

    /// <summary>Adds a row of texts, in which brackets are brackets.</summary>
    public static void Row(this Table table, params string[] cells) =>
        table.AddRow([.. cells.Select(cell => new Text(cell))]);
}
