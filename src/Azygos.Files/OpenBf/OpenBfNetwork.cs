using Azygos.Circulation.Running;
using Azygos.Circulation.Translations;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;
using Azygos.Files.Faults;

namespace Azygos.Files.OpenBf;

/// <summary>The vessels, joints, inlet and outlets of an openBF file.</summary>
internal sealed class OpenBfNetwork
{
    // Poisson's ratio of an incompressible wall: 1/(1 − σ²) = 4/3.
    private const double ParabolicProfile = 2;

    /// <summary>The network; null with faults.</summary>
    public VesselNetwork? Network { get; private init; }

    /// <summary>Both ends of every vessel.</summary>
    public IReadOnlyList<RecordedEnd> Recorded { get; private init; } = [];

    /// <summary>What every vessel became.</summary>
    public IReadOnlyList<TranslatedPart> Mapping { get; private init; } = [];

    /// <summary>Reads it.</summary>
    public static OpenBfNetwork Read(
        IReadOnlyList<OpenBfPart> parts, Blood blood, InletTable? inlet, List<string> withoutEffect, string file,
        FaultList faults)
    {
        int before = faults.Count;
        List<OpenBfVessel> vessels = [.. parts.Select(part => OpenBfVessel.Read(part, withoutEffect))];
        foreach (OpenBfVessel twice in vessels.GroupBy(one => one.Label).SelectMany(same => same.Skip(1)))
            twice.Part.Fault("label", "stands twice; every vessel needs a name of its own");
        double[] profiles = [.. vessels.Select(one => one.Profile).Distinct()];
        if (profiles.Length > 1)
            faults.Add(file, null, "gamma_profile", string.Join(", ", profiles),
                "differs from vessel to vessel; one velocity profile for the whole network is understood");
        Blood ofNetwork = blood with { ProfileExponent = profiles.Length == 1 ? profiles[0] : ParabolicProfile };

        ILookup<int, OpenBfVessel> starting = vessels.ToLookup(one => one.From), ending = vessels.ToLookup(one => one.To);
        if (!starting[1].Any()) faults.Add(file, null, "network", "", "no vessel starts at node 1, where blood enters");
        List<NetworkNode> nodes = [];
        List<TranslatedPart> mapping = [];
        foreach (int node in vessels.SelectMany(one => new[] { one.From, one.To }).Distinct().Order())
        {
            OpenBfVessel[] into = [.. ending[node]];
            string id = Name(node);
            if (node == 1)
            {
                if (into.Length > 0) into[0].Part.Fault("tn", "is node 1, where blood enters");
                if (inlet is not null) nodes.Add(new FlowNode(
                    id, new TableWaveform(inlet.Times, inlet.Flows, inlet.Period)));
            }
            else if (!starting[node].Any() && into.Length == 1)
            {
                if (Outlet(into[0], id, blood.Density) is { } outlet) nodes.Add(outlet);
            }
            else if (into.Length == 0)
                starting[node].First().Part.Fault("sn", "has no vessel that ends there, and is not node 1");
            else
            {
                foreach (OpenBfVessel vessel in into.Where(one => OpenBfOutlet.IsIn(one.Part)))
                    vessel.Part.Fault("tn", "is a joint, but the vessel has an outlet's keys");
                nodes.Add(new JunctionNode(id));
            }
        }
        foreach (OpenBfVessel vessel in vessels) vessel.Part.Finish("a vessel");
        if (faults.Count > before) return new OpenBfNetwork();
        foreach (OpenBfVessel vessel in vessels) mapping.Add(new(vessel.Label, vessel.Words));
        return new OpenBfNetwork
        {
            Network = new VesselNetwork
            {
                Blood = ofNetwork,
                Vessels = [.. vessels.Select(one => one.Vessel(Name(one.From), Name(one.To)))],
                Nodes = nodes,
            },
            Recorded = [.. vessels.SelectMany(one => new[] { End(one, "in", 0), End(one, "out", one.Length) })],
            Mapping = mapping,
        };
    }

    private static string Name(int node) => FormattableString.Invariant($"node {node}");

    private static NetworkNode? Outlet(OpenBfVessel vessel, string id, double density)
    {
        if (!OpenBfOutlet.IsIn(vessel.Part))
        {
            vessel.Part.Fault("tn", "is an end, but the vessel has no outlet: Rt, R1 with Cc, or R1, R2 and Cc");
            return null;
        }
        (NetworkNode Node, string Words)? outlet =
            OpenBfOutlet.Read(vessel.Part, id, vessel.EndImpedance(density), vessel.Outside);
        vessel.Words += outlet is { } read ? $"; ends in a {read.Words}" : "";
        return outlet?.Node;
    }

    private static RecordedEnd End(OpenBfVessel vessel, string end, double x) => new(
        vessel.Label, end,
        ((string[])["pressure", "flow", "area", "velocity"]).ToDictionary(
            quantity => quantity, quantity => Probe.InVessel(vessel.Label, x, quantity)));
}
