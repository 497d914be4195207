using System.Text.Json;
using Azygos.Circulation.Verification;

using Azygos.Circulation.Vessels;
namespace Azygos.Files.Benchmarks;

/// <summary>Checks that the parts of a case fit together.</summary>
internal sealed class CaseLinks(PlacedValue root, CaseFolder folder, VerificationCase @case)
{
    /// <summary>Notes every name that leads nowhere or twice, and every part that lacks another.</summary>
    public void Check()
    {
        Twice("nodes", @case.Network.Nodes, node => node.Id);
        Twice("elements", @case.Network.Elements, element => element.Id);
        Twice("vessels", @case.Network.Vessels, vessel => vessel.Id);
        Twice("runs", @case.Runs, run => run.Id);
        Twice("probes", @case.Probes, probe => probe.Id);
        Twice("references", @case.References, reference => reference.Id);
        Ends();
        Fluid();
        Each("probes", @case.Probes, Probe);
        Each("references", @case.References, (reference, at) =>
        {
            if (@case.Runs.All(run => run.Id != reference.Run)) Fault(at, "run", "names a run that is not there");
        });
        if (@case.Network.Vessels.Count > 0)
            Each("runs", @case.Runs, (run, at) =>
            {
                if (run.Cells is null && run.LargestCell is null && run.CellRefinements.Count == 0)
                    Fault(at, "", "lacks the key mesh, which vessels need");
            });
        Each("bars", @case.Bars, Bar);
    }

    private void Ends()
    {
        Dictionary<string, int> ends = [];
        foreach (NetworkNode node in @case.Network.Nodes) ends.TryAdd(node.Id, 0);
        Dictionary<string, int> vesselEnds = new(ends);
        Each("vessels", @case.Network.Vessels, (vessel, at) =>
        {
            End(at, "from", vessel.From, vesselEnds);
            End(at, "to", vessel.To, vesselEnds);
        });
        Each("elements", @case.Network.Elements, (element, at) =>
        {
            if (element is not CaseBranch branch) return;
            End(at, "from", branch.From, ends);
            End(at, "to", branch.To, ends);
            if (branch.From == branch.To) Fault(at, "to", "must be another node than from");
        });
        Each("nodes", @case.Network.Nodes, (node, at) =>
        {
            int vessels = vesselEnds.GetValueOrDefault(node.Id), all = vessels + ends.GetValueOrDefault(node.Id);
            if (all == 0) Fault(at, "id", "is a node to which nothing is connected");
            else if (vessels > 1 && node is not (JunctionNode or InternalNode))
                Fault(at, "kind", "must be junction: several vessels end here");
            else if (all < 2 && node is JunctionNode)
                Fault(at, "kind", "must not be junction: only one part ends here");
        });
    }

    private void End(PlacedValue at, string key, string node, Dictionary<string, int> ends)
    {
        if (node.Length == 0) return;
        if (ends.TryGetValue(node, out int count)) ends[node] = count + 1;
        else Fault(at, key, "leads to a node that is not there");
    }

    private void Fluid()
    {
        CaseFluid? fluid = @case.Network.Fluid;
        if (@case.Network.Vessels.Count > 0 && fluid is { Viscosity: > 0, ProfileZeta: null })
            Fault(root.At("/fluid")!, "profile_zeta", "must be a number: vessels with a viscosity need it");
        if (fluid is null)
            Each("elements", @case.Network.Elements, (element, place) =>
            {
                if (element is ValveElement or StenosisElement or WomersleyTubeElement)
                    Fault(place, "kind", "needs fluid, which the case lacks");
            });
    }

    private void Probe(CaseProbe probe, PlacedValue at)
    {
        (string? vessel, double x) = probe switch
        {
            PointProbe point => (point.Vessel, point.Position),
            MeanProbe mean => (mean.Vessel, Math.Max(mean.From, mean.To)),
            ProfileProbe profile => (profile.Vessel, 0),
            VesselHistoryProbe history => (history.Vessel, 0),
            _ => (null, 0),
        };
        if (vessel is { Length: > 0 })
        {
            if (@case.Network.Vessels.FirstOrDefault(one => one.Id == vessel) is not { } found)
                Fault(at, "vessel", "names a vessel that is not there");
            else if (x > found.Length * (1 + 1e-12))                                      // rounding of printed lengths
                Fault(at, probe is MeanProbe ? "x_to_m" : "x_m", "must lie within the vessel");
        }
        if (probe is MeanProbe { From: var from, To: var to } && from >= to)
            Fault(at, "x_to_m", "must be above x_from_m");
        if (probe is NodeSeriesProbe { Node: { Length: > 0 } node } && @case.Network.Nodes.All(one => one.Id != node))
            Fault(at, "node", "names a node that is not there");
        if (probe is ElementSeriesProbe { Element: { Length: > 0 } element }
            && @case.Network.Elements.All(one => one.Id != element))
            Fault(at, "element", "names an element that is not there");
    }

    private void Bar(Bar bar, PlacedValue at)
    {
        if (bar.Probe.Length > 0 && @case.Probes.All(probe => probe.Id != bar.Probe))
            Fault(at, "at", "names a probe that is not there");
        foreach (string run in bar.Runs.Where(run => run.Length > 0))
        {
            if (@case.Runs.FirstOrDefault(one => one.Id == run) is not { } found)
                Fault(at, bar.Runs.Count > 1 ? "runs" : "run", "names a run that is not there");
            else if (bar.Metric == Metric.OrderMin && found.RefinementLengths.Count == 0)
                Fault(at, "run", "names a run without refinements, which order_min needs");
            else if (bar.Metric is Metric.HarmonicAmplitudeRelative or Metric.HarmonicPhaseAbsolute
                && found.Until is not EndWhenPeriodic)
                Fault(at, "run", "names a run that is not periodic, which harmonics need");
        }
        if (bar.ExpectedReference is not { Length: > 0 } id) return;
        CaseReference? reference = @case.References.FirstOrDefault(one => one.Id == id);
        if (reference is null) Fault(at, "expected", "names a reference that is not there");
        else if (reference.Run != bar.Runs[0]) Fault(at, "expected", "names a reference of another run");
        else if (reference is SeriesReference series && !series.Values.ContainsKey(bar.Probe))
            Fault(at, "expected", "names a reference without a column for this probe");
        else if (reference is KeyedReference != (bar.Metric == Metric.RmsRelativeWorst))
            Fault(at, "expected", "names a reference of a kind that this metric cannot use");
    }

    private void Twice<T>(string key, IReadOnlyList<T> parts, Func<T, string> id)
    {
        HashSet<string> seen = [];
        Each(key, parts, (part, at) =>
        {
            if (id(part).Length > 0 && !seen.Add(id(part))) Fault(at, "id", "is the name of another part of this list");
        });
    }

    private void Each<T>(string key, IReadOnlyList<T> parts, Action<T, PlacedValue> check)
    {
        // Entries that are no objects were left out of the list and are faults already.
        IEnumerable<PlacedValue> places = root.At("/" + key)?.Items ?? [];
        foreach ((T part, PlacedValue place) in parts.Zip(places.Where(item => item.Kind == JsonValueKind.Object)))
            check(part, place);
    }

    private void Fault(PlacedValue at, string key, string message)
        => folder.Fault(at.Members.TryGetValue(key, out PlacedValue? member) ? member : at, message);
}
