using Azygos.Body.Calibration;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Body.Tests.Anatomy;
using Azygos.Body.Tests.Simulation;
using Azygos.Quantities;

namespace Azygos.Body.Tests.Prediction;

/// <summary>A body at an edge, and what became of it.</summary>
/// <param name="Kind">Kind of edge, for the table.</param>
/// <param name="Name">Which one.</param>
/// <param name="Ended">True: a state was found, or a run ended finished or at its last beat.</param>
/// <param name="Reason">Why there is none.</param>
/// <param name="Place">Where.</param>
/// <param name="NotFinite">Numbers that are not finite.</param>
internal sealed record Edge(string Kind, string Name, bool Ended, string Reason, string Place, IReadOnlyList<string> NotFinite)
{
    /// <summary>A state, or a reason with a place; and no number that is none.</summary>
    public bool IsSound => NotFinite.Count == 0 && (Ended || (Reason != "" && Place != ""));

    public override string ToString() =>
        $"{Kind} {Name}: {(Ended ? "ended" : Reason)} at '{Place}' {string.Join(", ", NotFinite.Take(3))}";
}

/// <summary>Bodies at the edges of what a user may ask for.</summary>
internal static class EdgeScan
{
    private static BodyModel Body => AnatomicalBody.Core;

    /// <summary>Every vessel occluded and narrowed to a thousandth, every bed off: (kind, name, body).</summary>
    public static IEnumerable<(string Kind, string Name, BodyModel Body)> Parts()
    {
        foreach (VesselRow vessel in Body.Vessels)
        {
            yield return ("vessel occluded", vessel.Id, Vessel(vessel, 0));
            yield return ("vessel narrowed by 99.9 %", vessel.Id, Vessel(vessel, 1e-3));
        }

        foreach (BedRow bed in Body.Beds)
            yield return ("tissue bed off", bed.Id, Body with
            {
                Beds = [.. Body.Beds.Select(b => b.Id != bed.Id ? b : b with
                {
                    ProximalResistance = 1e6 * b.ProximalResistance,
                    DistalResistance = 1e6 * b.DistalResistance,
                })],
            });
        foreach (CerebralBedRow bed in Body.CerebralBeds)
            yield return ("cerebral bed off", bed.Id, Body with
            {
                CerebralBeds = [.. Body.CerebralBeds.Select(
                    b => b.Id != bed.Id ? b : b with { FlowShare = 1e-6 * b.FlowShare })],
            });
    }

    /// <summary>Corners of heart rate, blood volume and tilt: (name, tilt, body).</summary>
    public static IEnumerable<(string Name, double Tilt, BodyModel Body)> Corners()
    {
        foreach (double rate in new double[] { 20, 70, 220 })
            foreach (double blood in new[] { 0.6, 1, 1.4 })
                foreach (double tilt in new double[] { -90, 0, 90 })
                    yield return (
                        FormattableString.Invariant($"heart {rate}/min, blood × {blood}, tilt {tilt}°"), tilt,
                        With(("heart.rate_per_min", _ => rate), ("blood.volume_mL", v => v * blood)));
    }

    /// <summary>Runs with waves: corners one at a time, ten important vessels closed, some narrowed, beds off.</summary>
    public static IEnumerable<(string Name, double Tilt, BodyModel Body)> Beating()
    {
        yield return ("heart 20/min", 0, With(("heart.rate_per_min", _ => 20)));
        yield return ("heart 220/min", 0, With(("heart.rate_per_min", _ => 220)));
        yield return ("blood × 0.6", 0, With(("blood.volume_mL", v => 0.6 * v)));
        yield return ("blood × 1.4", 0, With(("blood.volume_mL", v => 1.4 * v)));
        yield return ("head down 90°", -90, Body);
        yield return ("upright", 90, Body);
        yield return ("heart 220/min, blood × 0.6, upright", 90,
            With(("heart.rate_per_min", _ => 220), ("blood.volume_mL", v => 0.6 * v)));
        yield return ("heart 20/min, blood × 1.4, head down 90°", -90,
            With(("heart.rate_per_min", _ => 20), ("blood.volume_mL", v => 1.4 * v)));
        foreach (string id in new[]
        {
            "ijv_right_j1", "ijv_right_j2", "ijv_right_j3", "azygos", "transverse_sinus_right", "straight_sinus",
            "svc_lower", "brachiocephalic_left", "ivc", "internal_carotid_right_b",
        })
            yield return ($"{id} occluded", 0, Vessel(Body.Vessels.Single(v => v.Id == id), 0));
        foreach (string id in new[] { "ijv_right_j3", "svc_lower", "vertebral_artery_left", "superior_sagittal_sinus_middle" })
            yield return ($"{id} narrowed by 99.9 %", 0, Vessel(Body.Vessels.Single(v => v.Id == id), 1e-3));
        foreach (string kind in new[] { "tissue bed off", "cerebral bed off" })
        {
            (_, string name, BodyModel body) = Parts().First(part => part.Kind == kind);
            yield return ($"{kind}: {name}", 0, body);
        }
    }

    public static Edge Steady(string kind, string name, double tilt, BodyModel body, SteadyBody? near)
    {
        SteadyBody state = SteadyBody.Find(
            body, Angle.FromDegrees(tilt), near, TestContext.Current.CancellationToken);
        List<string> bad = [.. state.Sites.Where(site => !IsFinite(site)).Select(site => site.Site.Id)];
        return new(kind, name, state.Failure is null, state.Failure ?? "", state.Place, bad);
    }

    public static Edge Run(string name, double tilt, BodyModel body)
    {
        // Two breaths: the second can be judged; most stop as not yet periodic, which is an answer too.
        SimulationResult result = BodySimulation.Run(
            body, new SimulationSettings { TiltDegrees = tilt, MaximumBeats = 1 }, null,
            TestContext.Current.CancellationToken);
        bool ended = result.Ending.Finished || result.Times.Length > 0 && result.Beats > 0
            && result.Ending.Reason.Contains("periodic", StringComparison.Ordinal);
        return new("beating", name, ended, result.Ending.Reason, result.Ending.Place, NonFiniteNumbers.In(result));
    }

    private static bool IsFinite(SiteResult site) =>
        double.IsFinite(site.Pressure.Mean) && (site.Flow is not { } q || double.IsFinite(q.Mean))
        && (site.Area is not { } a || double.IsFinite(a.Mean)) && (site.Velocity is not { } v || double.IsFinite(v.Mean));

    private static BodyModel Vessel(VesselRow vessel, double share) => Body with
    {
        Vessels = [.. Body.Vessels.Select(v => v.Id == vessel.Id ? v with { RestArea = v.RestArea * share } : v)],
    };

    private static BodyModel With(params (string Path, Func<double, double> Of)[] changes)
    {
        var parameters = new Dictionary<string, ScalarParameter>(Body.Parameters);
        foreach ((string path, Func<double, double> of) in changes)
            parameters[path] = parameters[path] with { Value = of(parameters[path].Value) };
        return Body with { Parameters = parameters };
    }
}
