using System.Globalization;
using Azygos.Body.Results;

namespace Azygos.Body.Tests.Simulation;

/// <summary>The table of docs/validation/body-lumped.md: one line for each row of the model's validation
/// table.</summary>
internal static class ValidationPage
{
    public const string Begin = "<!-- table: written by ValidationPageTests -->", End = "<!-- end of table -->";

    private const string Heading =
        "| row | posture | measured | band | computed | unit | verdict | use |\n|---|---|---|---|---|---|---|---|\n";

    // What a change of the code may move without a new page: far below every band, above what time step and periodic
    // tolerance leave.
    private const double Printed = 0.02;

    public static string File { get; } = Find();

    /// <summary>Cells of the page's lines.</summary>
    public static List<string[]> Rows() => [.. Between(System.IO.File.ReadAllText(File)).Trim().Split('\n').Skip(2)
        .Select(line => line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())];

    public static string[] Row(ValidationOutcome outcome) =>
    [
        outcome.Target.Id, outcome.Target.Posture, Text(outcome.Target.Value),
        $"{Text(outcome.Target.Low)} to {Text(outcome.Target.High)}",
        Text(outcome.Computed!.Value), outcome.Target.Unit, Verdict(outcome), outcome.Target.Use,
    ];

    /// <summary>Fails where a value of the run is not the page's.</summary>
    public static void Compare(SimulationResult result)
    {
        Dictionary<string, string[]> page = Rows().ToDictionary(row => row[0]);
        foreach (string[] now in result.Validation.Select(Row))
        {
            string[] shown = page[now[0]];
            double then = Number(shown[4]), computed = Number(now[4]);
            Assert.True(
                Math.Abs(computed - then) <= Printed * Math.Abs(then), $"{now[0]}: {computed} now, {then} on the page");
            Assert.Equal(now[6] == "inside", shown[6] == "inside");
        }
    }

    public static void Write(IEnumerable<SimulationResult> results)
    {
        string page = System.IO.File.ReadAllText(File);
        IEnumerable<string> lines = results.SelectMany(r => r.Validation).Select(
            o => $"| {string.Join(" | ", Row(o))} |\n");
        System.IO.File.WriteAllText(
            File, page.Replace(Between(page), $"\n\n{Heading}{string.Concat(lines)}\n", StringComparison.Ordinal));
    }

    private static string Verdict(ValidationOutcome outcome) => outcome.Hit == true ? "inside"
        : $"{Text(outcome.Miss)} {(outcome.Computed < outcome.Target.Low ? "below" : "above")}";

    private static string Between(string page) =>
        page[(page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)..page.IndexOf(
            End, StringComparison.Ordinal)];

    private static string Text(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Find()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (System.IO.File.Exists(Path.Combine(at.FullName, "Azygos.slnx")))
                return Path.Combine(at.FullName, "docs", "validation", "body-lumped.md");
        throw new DirectoryNotFoundException("The repository's root was not found above the tests.");
    }
}
