using System.Text.RegularExpressions;
using Azygos.Circulation.Verification;

namespace Azygos.Files.Benchmarks;

/// <summary>Reads the runs of a case.</summary>
internal static partial class RunReader
{
    /// <summary>A number of the case that a run replaces.</summary>
    public sealed record Replacement(CasePart Part, string Path, double Value);

    /// <summary>A run, and the numbers that it replaces.</summary>
    public sealed record ReadRun(CaseRun Run, IReadOnlyList<Replacement> Replaced);

    // Of the programs that give references in this way, where a case does not say.
    private const double UsualDamping = 0.5;

    /// <summary>Reads a run.</summary>
    public static ReadRun Read(CasePart part)
    {
        string id = part.Id("id");
        RunEnd until = new Evaluation();
        if (part.Part("until") is { } end)
        {
            until = end.Choice("kind", Ends)(end);
            end.Finish();
        }
        (int? cells, double? dx) = Mesh(part.OptionalPart("mesh"));
        (int[] cellRefinements, double[] stepRefinements) = Refinements(part.OptionalPart("refinements"));
        CaseRun run = new()
        {
            Id = id,
            Until = until,
            Cells = cells,
            LargestCell = dx,
            LargestStep = part.OptionalNumber("dt_max_s", Allowed.Positive),
            SampleInterval = part.OptionalNumber("sample_interval_s", Allowed.Positive),
            CellRefinements = cellRefinements,
            StepRefinements = stepRefinements,
        };
        double? damping = part.OptionalNumber("rho_infinity", Allowed.Share);
        if (part.Has("integrator"))
        {
            part.Constant("integrator", "generalized-alpha");
            run = run with { AlphaDamping = damping ?? UsualDamping };
        }
        List<Replacement> replaced = [];
        foreach (CasePart one in part.OptionalParts("set", atLeast: 0))
        {
            string path = one.Text("path");
            double value = one.Number("value");
            if (PointerPattern.IsMatch(path)) replaced.Add(new Replacement(one, path, value));
            else if (path.Length > 0) one.Fault("path", "must be a path such as /nodes/0/waveform/value");
            one.Finish();
        }
        part.Finish();
        return new ReadRun(run, replaced);
    }

    private static readonly Dictionary<string, Func<CasePart, RunEnd>> Ends = new()
    {
        ["time"] = part => new EndAtTime(part.Number("end_time_s", Allowed.Positive)),
        ["periodic"] = part =>
        {
            part.Constant("norm", "pressure_rms_relative");
            return new EndWhenPeriodic(
                part.Number("period_s", Allowed.Positive), part.Number("tolerance", Allowed.Positive),
                part.Integer("max_periods", atLeast: 2));
        },
        ["steady"] = part => new EndWhenSteady(
            part.Number("tolerance_per_s", Allowed.Positive), part.Number("max_time_s", Allowed.Positive)),
        ["evaluate"] = _ => new Evaluation(),
        ["model"] = _ => new EndOfModel(),
    };

    private static (int? Cells, double? LargestCell) Mesh(CasePart? part)
    {
        if (part is null) return (null, null);
        int? cells = part.OptionalInteger("cells", atLeast: 1);
        double? dx = part.OptionalNumber("dx_m", Allowed.Positive);
        if (part.Has("cells") == part.Has("dx_m")) part.Fault("must have either cells or dx_m");
        part.Finish();
        return (cells, dx);
    }

    private static (int[] Cells, double[] Steps) Refinements(CasePart? part)
    {
        if (part is null) return ([], []);
        int[] cells = part.Has("cells") ? part.Integers("cells", atLeast: 4, smallest: 1) : [];
        double[] steps = part.Has("dt_s") ? part.Numbers("dt_s", atLeast: 4, Allowed.Positive) : [];
        if (part.Has("cells") == part.Has("dt_s")) part.Fault("must have either cells or dt_s");
        for (int i = 1; i < cells.Length; i++)
            if (cells[i] <= cells[i - 1]) part.Fault("cells", "must go from coarse to fine");
        for (int i = 1; i < steps.Length; i++)
            if (steps[i] >= steps[i - 1]) part.Fault("dt_s", "must go from coarse to fine");
        part.Finish();
        return (cells, steps);
    }

    [GeneratedRegex(@"^(/[A-Za-z0-9_-]+)+\z")]
    private static partial Regex PointerPattern { get; }
}
