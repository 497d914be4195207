using System.Globalization;

namespace Azygos.Clinic.Tests.Lesions;

/// <summary>Tables of docs/validation/lesions.md between their marks.</summary>
internal static class LesionPage
{
    private static readonly Lock Writing = new();

    public static string Root { get; } = Find();

    public static bool IsRegenerated => Environment.GetEnvironmentVariable("AZYGOS_REGENERATE") == "validation";

    private static string File { get; } = Path.Combine(Root, "docs", "validation", "lesions.md");

    /// <summary>Cells of a table's lines.</summary>
    public static List<string[]> Rows(string table)
    {
        string page = System.IO.File.ReadAllText(File);
        (int from, int to) = Span(page, table);
        return [.. page[from..to].Trim().Split('\n').Skip(2)
            .Select(line => line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())];
    }

    public static void Replace(string table, string[] heading, IEnumerable<string[]> rows)
    {
        lock (Writing)
        {
            string page = System.IO.File.ReadAllText(File);
            (int from, int to) = Span(page, table);
            string text = Line(heading) + "|" + string.Concat(heading.Select(_ => "---|")) + "\n"
                + string.Concat(rows.Select(Line));
            System.IO.File.WriteAllText(File, $"{page[..from]}\n\n{text}\n{page[to..]}");
        }

        static string Line(string[] cells) => $"| {string.Join(" | ", cells)} |\n";
    }

    public static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static (int From, int To) Span(string page, string table)
    {
        string begin = $"<!-- {table}: written by tests -->", end = $"<!-- end of {table} -->";
        return (
            page.IndexOf(begin, StringComparison.Ordinal) + begin.Length, page.IndexOf(end, StringComparison.Ordinal));
    }

    private static string Find()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (System.IO.File.Exists(Path.Combine(at.FullName, "Azygos.slnx"))) return at.FullName;
        throw new DirectoryNotFoundException("The repository's root was not found above the tests.");
    }
}
