using System.Globalization;
using Azygos.Files.Sheets;
using Spectre.Console;

namespace Azygos.Cli.Screen;

/// <summary>A result on the screen: the sheet's parts, numbers to four digits.</summary>
internal static class SheetScreen
{
    public static void Print(ResultSheet sheet, IAnsiConsole console)
    {
        console.WriteLine(sheet.Title);
        Print(sheet.Parts, console);
    }

    /// <summary>Parts of a sheet, under a title that stands already.</summary>
    public static void Print(IEnumerable<SheetPart> parts, IAnsiConsole console)
    {
        foreach (SheetPart part in parts)
        {
            if (part.Heading.Length > 0) console.WriteLine(part.Heading);
            switch (part)
            {
                case SheetFacts facts:
                    foreach (SheetFact fact in facts.Facts)
                        console.WriteLine($"  {fact.Words}: {Shown(fact.Value)}");
                    break;
                case SheetTable { Rows.Count: 0 }:
                    break;
                case SheetTable table:
                    Table shown = Screens.Table([.. table.Columns.Select(column => column.Words)]);
                    foreach (IReadOnlyList<SheetValue> row in table.Rows) shown.Row([.. row.Select(Shown)]);
                    console.Write(shown);
                    break;
                case SheetRemarks remarks:
                    foreach (string text in remarks.Texts) console.WriteLine($"  {text}");
                    break;
            }
        }
    }

    /// <summary>A value as the screen shows it.</summary>
    public static string Shown(SheetValue value) =>
        value.Number is { } number ? Number(number)
        : value.Limits is { } limits ? $"{Number(limits.Lower)} to {Number(limits.Upper)}"
        : value.Text ?? "";

    private static string Number(double value) => value == Math.Floor(value) && Math.Abs(value) < 1e7
        ? value.ToString("F0", CultureInfo.InvariantCulture) : value.ToString("G4", CultureInfo.InvariantCulture);
}
