using System.Text.Json;
using Azygos.Circulation.Verification;

namespace Azygos.Files.Benchmarks;

/// <summary>Reads the bars of a case.</summary>
internal static class BarReader
{
    private static readonly Dictionary<string, bool> Operators = new() { ["<="] = true, [">="] = false };

    private static readonly HashSet<Metric> AgainstReference =
    [
        Metric.L1RelativeRange, Metric.RmsRelative, Metric.RmsRelativeMax, Metric.RmsRelativeWorst, Metric.MaxRelative,
        Metric.MaxRelativePointwise, Metric.MaxAbsolute, Metric.PeakRelative, Metric.PeakTimeAbsolute,
        Metric.OvershootFraction, Metric.OrderMin,
    ];

    private static readonly HashSet<Metric> AgainstNumber =
    [
        Metric.ValueAbsolute, Metric.ValueRelative, Metric.JumpPositionCells, Metric.UniformityRelative,
        Metric.HarmonicAmplitudeRelative, Metric.HarmonicPhaseAbsolute,
    ];

    /// <summary>A bar.</summary>
    public static Bar Read(CasePart part)
    {
        Metric metric = part.Choice("metric", BenchmarkNames.Metrics);
        (double? number, string? reference) = Expected(part, metric);
        Bar bar = new()
        {
            Metric = metric,
            Probe = part.Id("at"),
            Runs = Runs(part, metric),
            AtMost = part.Choice("op", Operators),
            Limit = part.Number("value"),
            Unit = part.Choice("unit", BenchmarkNames.Units),
            ExpectedValue = number,
            ExpectedReference = reference,
            Scale = part.OptionalNumber("scale", Allowed.Positive),
            Extremum = part.Has("reduce"),
            Window = Window(part),
            Level = metric == Metric.JumpPositionCells ? part.Number("level") : part.OptionalNumber("level"),
            Exclude = Exclude(part.OptionalPart("exclude")),
            Harmonic = metric is Metric.HarmonicAmplitudeRelative or Metric.HarmonicPhaseAbsolute
                ? part.Integer("harmonic", atLeast: 1) : part.OptionalInteger("harmonic", atLeast: 1),
            Norm = metric == Metric.OrderMin || part.Has("norm") ? part.Choice("norm", BenchmarkNames.Norms) : default,
        };
        if (bar.Extremum) part.Constant("reduce", "extremum");
        bool atMost = part.Value.Members.TryGetValue("op", out PlacedValue? op) && op.Text == "<=";
        if (atMost && metric is (Metric.OrderMin or Metric.Minimum)) part.Fault("op", "must be >= for this metric");
        part.Finish();
        return bar;
    }

    private static string[] Runs(CasePart part, Metric metric)
    {
        if (metric == Metric.SpreadRelative) return part.Ids("runs", atLeast: 2);
        if (part.Has("runs")) part.Fault("runs", "belongs to spread_relative only; name one run");
        return [part.Id("run")];
    }

    private static (double? Number, string? Reference) Expected(CasePart part, Metric metric)
    {
        bool needsReference = AgainstReference.Contains(metric), needsNumber = AgainstNumber.Contains(metric);
        if (!part.Has("expected"))
        {
            if (needsReference || needsNumber) part.Fault("lacks the key expected");
            return (null, null);
        }
        bool isObject = part.Value.Members["expected"].Kind == JsonValueKind.Object;
        if (isObject && needsNumber) part.Fault("expected", "must be a number for this metric");
        if (!isObject && needsReference) part.Fault("expected", "must name a reference for this metric");
        if (!isObject) return (part.Number("expected"), null);
        CasePart expected = part.Part("expected")!;
        string reference = expected.Id("reference");
        expected.Finish();
        return (null, reference);
    }

    private static (double From, double To)? Window(CasePart part)
    {
        if (!part.Has("window_s")) return null;
        double[] window = part.Numbers("window_s", atLeast: 2);
        if (window.Length == 2) return (window[0], window[1]);
        if (window.Length > 2) part.Fault("window_s", "must be two times");
        return null;
    }

    private static (double Position, int Cells)? Exclude(CasePart? part)
    {
        if (part is null) return null;
        (double, int) exclude = (part.Number("x_m"), part.Integer("cells", atLeast: 1));
        part.Finish();
        return exclude;
    }
}
