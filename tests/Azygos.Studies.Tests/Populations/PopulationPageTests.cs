using System.Globalization;
using Azygos.Files.Studies;
using Azygos.Studies.Populations;

namespace Azygos.Studies.Tests.Populations;

/// <summary>docs/validation/population.md: sampled people against published values.</summary>
/// <remarks>AZYGOS_REGENERATE=validation writes the page anew.</remarks>
public sealed class PopulationPageTests
{
    /// <summary>People sampled; chosen: standard errors of a third of a per cent.</summary>
    private const int People = 40_000;

    private static readonly Lazy<Person[]> Sampled =
        new(() => [.. Enumerable.Range(0, People).Select(i => Shipped.People.Draw(2026, 0, i))]);

    private static readonly Dictionary<string, Func<Person, double>> Quantities = new()
    {
        ["area_left_j1"] = p => p.Left.J1.SquareMillimetres,
        ["area_left_j3"] = p => p.Left.J3.SquareMillimetres,
        ["area_right_j1"] = p => p.Right.J1.SquareMillimetres,
        ["area_right_j3"] = p => p.Right.J3.SquareMillimetres,
        ["area_both_j1"] = p => p.Left.J1.SquareMillimetres + p.Right.J1.SquareMillimetres,
        ["area_both_j3"] = p => p.Left.J3.SquareMillimetres + p.Right.J3.SquareMillimetres,
        ["right_share"] = p => p.RightShare,
        ["left_transverse_sinus_hypoplasia"] = p => p.HasHypoplasticLeftSinus ? 1 : 0,
        ["lesion"] = p => p.LesionScore < Shipped.People.LesionShare ? 1 : 0,
        ["valve_absent_both"] = p => p is { LeftValve: ValveState.Absent, RightValve: ValveState.Absent } ? 1 : 0,
        ["valve_absent_any"] = p => p.LeftValve == ValveState.Absent || p.RightValve == ValveState.Absent ? 1 : 0,
        ["valve_incompetent_any"] = p =>
            p.LeftValve == ValveState.Incompetent || p.RightValve == ValveState.Incompetent ? 1 : 0,
        ["central_venous_pressure"] = p => p.CentralVenousPressure.MillimetresOfMercury,
        ["cerebral_blood_flow"] = p => p.CerebralBloodFlow,
        ["outflow_resistance"] = p => p.OutflowResistance.MillimetreOfMercurySecondsPerMillilitre / 60,
    };

    /// <summary>Rows that are known to miss, and why; every other is within its own uncertainty.</summary>
    private static readonly Dictionary<string, string> Misses = new()
    {
        ["area_both_j1:sd"] = "the two sides go together more than 0.3 makes them",
        ["area_both_j3:median"] = "another modality with larger areas",
    };

    private static double Statistic(PopulationCheckRow row)
    {
        Person[] people = [.. Sampled.Value.Where(p => row.Sexes == Sexes.All || p.IsMan == (row.Sexes == Sexes.Men))];
        double[] x = [.. people.Select(Quantities[row.Quantity]).Order()];
        double mean = x.Average();
        return row.Statistic switch
        {
            "mean" => mean,
            "sd" => Math.Sqrt(x.Sum(value => (value - mean) * (value - mean)) / (x.Length - 1)),
            "median" => x[x.Length / 2],
            "p90" => x[x.Length * 9 / 10],
            "share_below" => x.Count(value => value <= row.At!.Value) / (double)x.Length,
            _ => Slope(people, Quantities[row.Quantity]),
        };
    }

    private static double Slope(Person[] people, Func<Person, double> of)
    {
        double age = people.Average(p => p.Age), mean = people.Average(of);
        return people.Sum(p => (p.Age - age) * (of(p) - mean)) / people.Sum(p => (p.Age - age) * (p.Age - age));
    }

    /// <summary>What a published value may be off by: 5 % (printed to two digits, or a spread carried over from one
    /// level to all), or two standard errors of its own study where that is more.</summary>
    private static double Allowed(PopulationCheckRow row)
    {
        double relative = 0.05 * Math.Abs(row.Published);
        if (row is { Statistic: "mean", People: { } n })
        {
            double deviation = row.Deviation ?? (row.Unit == "1" ? Math.Sqrt(row.Published * (1 - row.Published))
                : 0.76 * row.Published);
            return Math.Max(relative, 2 * deviation / Math.Sqrt(n));
        }
        return Math.Max(relative, row.Statistic == "share_below" ? 0.02 : 0);
    }

    [Fact]
    public void Sampled_people_are_as_published_and_the_page_says_so()
    {
        List<string> lines = [];
        foreach (PopulationCheckRow row in Shipped.Folder.Checks)
        {
            double sampled = Statistic(row), off = sampled - row.Published;
            bool isWithin = Math.Abs(off) <= Allowed(row);
            string key = $"{row.Quantity}:{row.Statistic}";
            Assert.True(isWithin != Misses.ContainsKey(key), $"{key}: {sampled} against {row.Published}");
            string at = row.At is { } bar ? $" {Text(bar)} mm²" : "";
            lines.Add($"| {row.Quantity} | {Word(row.Sexes)} | {row.Statistic.Replace('_', ' ')}{at} | "
                + $"{Text(row.Published)} | {Text(sampled)} | {row.Unit} | "
                + $"{(isWithin ? "within" : $"**off by {Text(off)}**: {Misses[key]}")} | {Word(row.Basis)} | {row.Source} |");
        }
        string text = string.Join('\n', lines);
        string page = Path.Combine(Root(), "docs", "validation", "population.md");
        const string Begin = "<!-- checks: written by tests -->\n", End = "\n<!-- end of checks -->";
        string whole = File.ReadAllText(page);
        int from = whole.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int to = whole.IndexOf(End, StringComparison.Ordinal);
        string table = "| quantity | people | statistic | published | sampled | unit | verdict | basis | source |\n"
            + "|---|---|---|---|---|---|---|---|---|\n" + text;
        if (Environment.GetEnvironmentVariable("AZYGOS_REGENERATE") == "validation")
            File.WriteAllText(page, whole[..from] + table + whole[to..]);
        else
            Assert.Equal(table, whole[from..to]);
    }

    [Fact]
    public void Every_distribution_and_correlation_has_a_source_or_is_marked_as_assumed() =>
        Assert.All(Shipped.Folder.Rows, row => Assert.True(
            row.Source.Length > 0 || row.Basis == Body.Model.Basis.Assumed, row.Quantity));

    private static string Word(Body.Model.Basis basis) =>
        basis == Body.Model.Basis.PublishedSecondary ? "second-hand" : basis.ToString().ToLowerInvariant();

    private static string Word(Sexes sexes) => sexes == Sexes.All ? "all" : sexes == Sexes.Men ? "men" : "women";

    private static string Text(double value) => value.ToString("G3", CultureInfo.InvariantCulture);

    private static string Root()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Azygos.slnx"))) return at.FullName;
        throw new DirectoryNotFoundException("The repository's root was not found above the tests.");
    }
}
