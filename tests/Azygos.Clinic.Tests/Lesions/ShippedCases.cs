using Azygos.Body;
using Azygos.Body.Calibration;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Files.Cases;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;

namespace Azygos.Clinic.Tests.Lesions;

/// <summary>What one shipped case gave, beating or in mean flow.</summary>
internal sealed record CaseNumbers
{
    public required string Case { get; init; }

    public required string Outcome { get; init; }

    /// <summary>Mean pressures [mmHg]: upper sagittal sinus, skull, either jugular bulb.</summary>
    public required double Sinus { get; init; }

    public required double Skull { get; init; }

    public required (double Left, double Right) Bulb { get; init; }

    /// <summary>Mean flows [mL/min].</summary>
    public required (double Left, double Right) Jugular { get; init; }

    public required double Vertebral { get; init; }

    public required double Azygos { get; init; }

    public required double BrainInflow { get; init; }

    /// <summary>Out of the skull by all ways [mL/min].</summary>
    public required double BrainOutflow { get; init; }

    public required IReadOnlyList<MarkResult> Marks { get; init; }

    public double JugularShare => (Jugular.Left + Jugular.Right) / BrainInflow;
}

/// <summary>The shipped cases with lesions, run.</summary>
internal static class ShippedCases
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "supine", "left-jugular-50", "left-jugular-90", "right-jugular-90", "both-jugulars-90", "azygos-90",
        "pattern-a", "pattern-b", "pattern-c", "pattern-d", "iih",
    ];

    public static PreparedRun Prepared(string name)
    {
        FaultList faults = new();
        CaseFile? read = CaseReader.Read(Path.Combine(LesionPage.Root, "cases", $"{name}.yaml"), faults);
        PreparedRun? run = PreparedRun.Prepare(Full.Value, read, null, [], faults);
        faults.ThrowIfAny();
        return run!;
    }

    public static CaseNumbers Beating(string name)
    {
        PreparedRun run = Prepared(name);
        SimulationResult result =
            BodySimulation.Run(run.Model, run.Settings, null, TestContext.Current.CancellationToken);
        return Of(name, result.Ending.Finished ? "Finished" : $"Stopped: {result.Ending.Reason} ({result.Ending.Place})",
            result.Vessels, result.Sites, result.Marks);
    }

    public static CaseNumbers Steady(string name)
    {
        SteadyBody found = Healthy.With(Prepared(name).Model);
        return Of(name, "mean flow", found.Vessels, found.Sites, found.Marks);
    }

    private static readonly Lazy<BodyModel> Full =
        new(() => ModelReader.Read(Path.Combine(LesionPage.Root, "models", "healthy-adult")));

    private static CaseNumbers Of(
        string name, string outcome, IReadOnlyList<VesselMean> vessels, IReadOnlyList<SiteResult> sites,
        IReadOnlyList<MarkResult> marks)
    {
        return new CaseNumbers
        {
            Case = name,
            Outcome = outcome,
            Sinus = Pressure("sss"),
            Skull = Pressure("icp"),
            Bulb = (Pressure("jugular_bulb_left"), Pressure("jugular_bulb_right")),
            Jugular = (Flow("ijv_left_j2"), Flow("ijv_right_j2")),
            Vertebral = Flow("vertebral_vein_left") + Flow("vertebral_vein_right"),
            Azygos = Flow("azygos"),
            BrainInflow = Flow("internal_carotid_left") + Flow("internal_carotid_right")
                + Flow("vertebral_artery_left") + Flow("vertebral_artery_right"),
            BrainOutflow = Outflow(vessels),
            Marks = marks,
        };

        double Pressure(string site) => sites.First(one => one.Site.Id == site).Pressure.Mean;

        double Flow(string site) => sites.First(one => one.Site.Id == site).Flow!.Value.Mean;
    }

    // Every vessel that leads from a dural sinus out of the skull.
    private static double Outflow(IReadOnlyList<VesselMean> vessels)
    {
        HashSet<string> sinuses = [.. vessels.Where(mean => mean.Vessel.Kind == "sinus")
            .SelectMany(mean => new[] { mean.Vessel.From, mean.Vessel.To })];
        HashSet<string> outside = [.. vessels
            .Where(mean => mean.Vessel.Kind == "vein" && sinuses.Contains(mean.Vessel.From)
                && mean.Vessel.Space != Space.Skull)
            .Select(mean => mean.Vessel.To)];
        return vessels.Where(mean => mean.Vessel.Kind is "vein" or "sinus"
                && sinuses.Contains(mean.Vessel.From) && !outside.Contains(mean.Vessel.From)
                && (!sinuses.Contains(mean.Vessel.To) || outside.Contains(mean.Vessel.To)))
            .Sum(mean => mean.Flow);
    }
}
