using Azygos.Body.Calibration;
using Azygos.Body.Tests.Anatomy;

namespace Azygos.Body.Tests.Prediction;

/// <summary>A body at its edges has a state or says where it has none; a run finishes or stops with a place.</summary>
/// <remarks>A sample by default; with <c>AZYGOS_REGENERATE=validation</c> all of them, counted on
/// docs/validation/body.md.</remarks>
public sealed class EdgeTests
{
    // Chosen: a prime, so that the sample passes through occlusions and narrowings alike; of the runs, a slow heart with
    // much blood head down, and a narrowed superior cava.
    private const int EveryPart = 23, EveryRun = 12, FirstRun = 7;

    [Fact]
    public void Every_vessel_may_close_and_every_bed_be_off()
    {
        SteadyBody open = SteadyBody.Find(
            AnatomicalBody.Core, default, null, TestContext.Current.CancellationToken);
        List<Edge> edges = [.. Sample(EdgeScan.Parts(), EveryPart, 0)
            .Select(part => EdgeScan.Steady(part.Kind, part.Name, 0, part.Body, open))];
        if (PredictionPage.IsRegenerated) PredictionPage.Replace("parts", Table(edges));
        Assert.All(edges, edge => Assert.True(edge.IsSound, edge.ToString()));
    }

    [Fact]
    public void Heart_blood_and_posture_may_be_at_their_ends()
    {
        List<Edge> edges = [.. EdgeScan.Corners()
            .Select(corner => EdgeScan.Steady("steady", corner.Name, corner.Tilt, corner.Body, null))];
        if (PredictionPage.IsRegenerated) PredictionPage.Replace("corners", Table(edges));
        Assert.All(edges, edge => Assert.True(edge.IsSound, edge.ToString()));
    }

    [Fact]
    public void A_beating_body_at_an_edge_finishes_or_stops_with_a_place()
    {
        List<Edge> edges = [.. Sample(EdgeScan.Beating(), EveryRun, FirstRun)
            .Select(run => EdgeScan.Run(run.Name, run.Tilt, run.Body))];
        if (PredictionPage.IsRegenerated) PredictionPage.Replace("runs", Table(edges));
        Assert.All(edges, edge => Assert.True(edge.IsSound, edge.ToString()));
    }

    private static IEnumerable<T> Sample<T>(IEnumerable<T> all, int every, int first) =>
        PredictionPage.IsRegenerated ? all : all.Where((_, i) => i % every == first);

    private static string Table(List<Edge> edges) =>
        "| edge | bodies | with a state | without, with reason and place | not finite or nowhere |\n|---|---|---|---|---|\n"
        + string.Concat(edges.GroupBy(edge => edge.Kind).Select(kind =>
            $"| {kind.Key} | {kind.Count()} | {kind.Count(e => e.Ended)} | {Names(kind.Where(e => !e.Ended && e.IsSound))} | "
            + $"{Names(kind.Where(e => !e.IsSound))} |\n"));

    private static string Names(IEnumerable<Edge> edges)
    {
        string[] names = [.. edges.Select(edge => $"{edge.Name}: {edge.Reason} ({edge.Place})")];
        return names.Length == 0 ? "0" : $"{names.Length}: {string.Join("; ", names)}";
    }
}
