using Azygos.Files.Tables;
using Azygos.Studies.Populations;

namespace Azygos.Files.Studies;

/// <summary>Tables of a population: distributions, correlations, and published values to check it against.</summary>
internal static class PopulationTables
{
    private static readonly Interval Anything = Interval.From(-1e6, 1e6);

    private static readonly Dictionary<string, Sexes> People = new()
    {
        ["all"] = Sexes.All,
        ["men"] = Sexes.Men,
        ["women"] = Sexes.Women,
    };

    private static readonly Dictionary<string, MarginalKind> Kinds = new()
    {
        ["lognormal"] = MarginalKind.Lognormal,
        ["lognormal_quantiles"] = MarginalKind.LognormalQuantiles,
        ["normal"] = MarginalKind.Normal,
        ["beta"] = MarginalKind.Beta,
        ["share"] = MarginalKind.Share,
    };

    public static readonly Table<PopulationRow> Distributions =
        new Table<PopulationRow>("population", "how each quantity is distributed over people", new PopulationRow())
            .Key(r => $"{r.Quantity}:{r.Sexes}", "quantity", "people")
            .Identifier("quantity", "the quantity", (r, v) => r with { Quantity = v })
            .Word("people", [.. People.Keys], "whom the row holds for", (r, v) => r with { Sexes = People[v] })
            .Word("kind", [.. Kinds.Keys], "family: mean and CV; median and 90th percentile; mean and SD; two shapes; "
                + "a share", (r, v) => r with { Kind = Kinds[v] })
            .Number("a", "", Anything, "first number of the family", (r, v) => r with { A = v })
            .OptionalNumber("b", "", Anything, "second number of the family", (r, v) => r with { B = v })
            .OptionalNumber("low", "", Anything, "lower end, or empty", (r, v) => r with { Low = v })
            .OptionalNumber("high", "", Anything, "upper end, or empty", (r, v) => r with { High = v })
            .Text("unit", "unit of the quantity", (r, v) => r with { Unit = v })
            .Word("basis", [.. TableWords.Bases.Keys], "how far to trust the least certain number of the row",
                (r, v) => r with { Basis = TableWords.Bases[v] })
            .Remark("source", "DOI or other source; empty only where assumed", (r, v) => r with { Source = v })
            .Remark("note", "what a reader must know, or empty", (r, v) => r with { Note = v });

    public static readonly Table<CorrelationRow> Correlations =
        new Table<CorrelationRow>("correlations", "how quantities go together", new CorrelationRow())
            .Key(r => $"{r.First}:{r.Second}", "first", "second")
            .Identifier("first", "first quantity", (r, v) => r with { First = v })
            .Identifier("second", "second quantity", (r, v) => r with { Second = v })
            .Word("kind", ["rho", "slope"], "correlation of normal scores, or slope of the second in the first",
                (r, v) => r with { IsSlope = v == "slope" })
            .Number("value", "", Interval.From(-100, 100), "the correlation or the slope", (r, v) => r with { Value = v })
            .Text("unit", "unit", (r, v) => r with { Unit = v })
            .Word("basis", [.. TableWords.Bases.Keys], "how far to trust it",
                (r, v) => r with { Basis = TableWords.Bases[v] })
            .Remark("source", "DOI or other source; empty only where assumed", (r, v) => r with { Source = v })
            .Remark("note", "what a reader must know, or empty", (r, v) => r with { Note = v });

    public static readonly Table<PopulationCheckRow> Checks =
        new Table<PopulationCheckRow>("population-checks", "published values that the sampled people are held against",
            new PopulationCheckRow())
            .Identifier("quantity", "the quantity", (r, v) => r with { Quantity = v })
            .Word("people", [.. People.Keys], "whom", (r, v) => r with { Sexes = People[v] })
            .Word("statistic", ["mean", "sd", "median", "p90", "share_below", "age_slope"], "what of them",
                (r, v) => r with { Statistic = v })
            .OptionalNumber("at", "", Anything, "the value below which a share is taken", (r, v) => r with { At = v })
            .Number("published", "", Anything, "the published value", (r, v) => r with { Published = v })
            .OptionalNumber("sd", "", Anything, "published SD", (r, v) => r with { Deviation = v })
            .OptionalWholeNumber("n", "1", Interval.From(1, 1e6), "people of the study", (r, v) => r with { People = v })
            .Text("unit", "unit", (r, v) => r with { Unit = v })
            .Word("basis", [.. TableWords.Bases.Keys], "how far to trust it",
                (r, v) => r with { Basis = TableWords.Bases[v] })
            .Text("source", "DOI or other source", (r, v) => r with { Source = v })
            .Remark("note", "what a reader must know, or empty", (r, v) => r with { Note = v });

    public static IReadOnlyList<TableDescription> All { get; } = [Distributions, Correlations, Checks];
}
