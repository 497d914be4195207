using Azygos.Circulation;
using Azygos.Circulation.Lumped;
using Azygos.Circulation.Narrowings;
using Azygos.Circulation.Running;
using Azygos.Circulation.Translations;
using Azygos.Circulation.Vessels;
using Azygos.Files.Faults;
using Azygos.Quantities;

namespace Azygos.Files.SvOneD;

/// <summary>The segments, joints, inlet and outlets of a card file as a network in SI.</summary>
internal sealed class CardNetwork
{
    private const double Viscous = 32;   // 32 μLU/D²: Poiseuille, with the mean velocity

    /// <summary>The network.</summary>
    public required VesselNetwork Network { get; init; }

    /// <summary>Its steady state; null where something varies in time.</summary>
    public SteadyFlow? Start { get; init; }

    /// <summary>Both ends of every segment.</summary>
    public required IReadOnlyList<RecordedEnd> Recorded { get; init; }

    /// <summary>What every segment became.</summary>
    public required IReadOnlyList<TranslatedPart> Mapping { get; init; }

    /// <summary>Reads it; null with faults.</summary>
    public static CardNetwork? Read(
        CardFile cards, Dictionary<string, Material> materials, IReadOnlyList<Segment> segments, Card options)
    {
        FaultList faults = options.Faults;
        int before = faults.Count;
        CardJoints joints = CardJoints.Read(cards, segments);
        foreach (Segment lost in segments.Where(one => !materials.ContainsKey(one.Material)))
            lost.Card.Fault("material", 9, $"is no material{Nearest.Suggestion(lost.Material, materials.Keys)}");
        foreach (Segment twice in segments.GroupBy(one => one.Name).SelectMany(same => same.Skip(1)))
            twice.Card.Fault("name", 0, "stands twice; every segment needs a name of its own");
        foreach (Segment narrowing in segments.Where(one => one.IsStenosis))
        {
            if (segments.All(one => one.Id != narrowing.Upstream || one == narrowing))
                narrowing.Card.Fault("upstream segment", 12, "is no other segment");
            if (joints.Ends(narrowing))
                narrowing.Card.Fault("loss", 10, "a narrowing must have a segment before and behind it");
        }
        if (faults.Count > before) return null;
        Material first = materials[segments[0].Material];
        foreach (Segment other in segments.Where(one =>
            materials[one.Material] is var m && (m.Density, m.Viscosity, m.Profile) != (first.Density, first.Viscosity, first.Profile)))
            other.Card.Fault("material", 9, "has other blood than the first segment; one blood for the network is understood");

        double atRest = first.ReferencePressure * CardUnits.Pressure;
        List<TranslatedPart> mapping = [.. segments.Select(one => new TranslatedPart(one.Name, one.IsStenosis
            ? NarrowingOf(one, segments, first).Words : Words(one)))];
        (VesselNetwork network, IReadOnlyList<Inertance> narrowings) = Build();
        if (faults.Count > before) return null;
        CardSteady? steady = CardSteady.Of(network, narrowings);
        if (steady is not null) mapping.Add(new("start", "the steady flow: nothing varies in time"));
        return new CardNetwork
        {
            Network = steady?.Start(network) ?? network,
            Start = steady?.Flow,
            Recorded = [.. segments.SelectMany(one => new[] { End(one, "in"), End(one, "out") })],
            Mapping = mapping,
        };

        (VesselNetwork Network, IReadOnlyList<Inertance> Narrowings) Build()
        {
            LumpedNetwork lumped = new();
            Segment[] narrow = [.. segments.Where(one => one.IsStenosis)];
            foreach (int node in narrow.SelectMany(one => new[] { one.Nodes.From, one.Nodes.To }).Distinct())
                lumped.AddNode(Name(node), Pressure.FromPascals(atRest));
            Inertance[] losses = [.. narrow.Select(one => NarrowingOf(one, segments, first).Loss(lumped))];
            foreach (Inertance loss in losses) lumped.Add(loss);
            IEnumerable<int> all = segments.SelectMany(one => new[] { one.Nodes.From, one.Nodes.To }).Distinct().Order();
            return (new VesselNetwork
            {
                Blood = new Blood(
                    1000 * first.Density, 0.1 * first.Viscosity, first.Profile, (first.Profile + 2) / (first.Profile + 1)),
                Vessels = [.. segments.Except(narrow).Select(one => VesselOf(one, materials[one.Material]))],
                Nodes = [.. all.Select(node => NodeOf(node, lumped)).OfType<NetworkNode>()],
                Lumped = losses.Length > 0 ? lumped : null,
            }, losses);
        }

        NetworkNode? NodeOf(int node, LumpedNetwork lumped) =>
            lumped.TryNode(Name(node)) is { } shared
                ? new LumpedEnd(Name(node), shared) { Coupling = NodeCoupling.StaticPressure }
                : joints.Meets(node) ? new JunctionNode(Name(node)) { Coupling = NodeCoupling.StaticPressure }
                : segments.FirstOrDefault(one => one.Nodes.To == node) is { } last
                    ? CardEnd.Outlet(last, Name(node), cards, materials[last.Material])
                    : CardEnd.Inlet(options, Name(node), cards);
    }

    private static string Name(int node) => FormattableString.Invariant($"node {node}");

    private static string Words(Segment segment) => FormattableString.Invariant(
        $"vessel of {segment.Length:G5} cm, area {segment.Areas.In:G5} to {segment.Areas.Out:G5} cm2")
        + (segment.Boundary == "NOBOUND" ? "" : $"; ends in {segment.Boundary}");

    private static Vessel VesselOf(Segment segment, Material material)
    {
        double length = segment.Length * CardUnits.Length, velocity = segment.Flow / segment.Areas.In * CardUnits.Length;
        // Radius, not area, runs linearly along a segment.
        const int rows = 20;
        double r0 = Math.Sqrt(segment.Areas.In), r1 = Math.Sqrt(segment.Areas.Out);
        WallPoint At(double share) => material.At(Math.Pow(r0 + share * (r1 - r0), 2));
        return new Vessel
        {
            Id = segment.Name,
            From = Name(segment.Nodes.From),
            To = Name(segment.Nodes.To),
            Length = length,
            Wall = material.Wall,
            Profile = r0 == r1
                ? new UniformProfile(At(0))
                : new TabulatedProfile(
                    [.. Enumerable.Range(0, rows + 1).Select(i => length * i / rows)],
                    [.. Enumerable.Range(0, rows + 1).Select(i => At((double)i / rows))]),
            Start = new HydrostaticStart(material.ReferencePressure * CardUnits.Pressure, 0, velocity),
        };
    }

    private static (Func<LumpedNetwork, Inertance> Loss, string Words) NarrowingOf(
        Segment segment, IReadOnlyList<Segment> segments, Material blood)
    {
        double wide = segments.First(other => other.Id == segment.Upstream).Areas.Out, narrow = segment.Areas.In;
        double D0 = 2 * Math.Sqrt(wide / Math.PI), D1 = 2 * Math.Sqrt(narrow / Math.PI);
        double Kv = Viscous * (NarrowingLaw.LengthShare * segment.Length + NarrowingLaw.DiameterShare * D1) / D0 * (wide / narrow) * (wide / narrow);
        double R = Kv * blood.Viscosity / (D0 * wide), excess = wide / narrow - 1;
        double B = 0.5 * NarrowingLaw.JetLoss * blood.Density * excess * excess / (wide * wide);
        return (
            lumped => new Inertance
            {
                Id = segment.Name,
                From = lumped.Node(Name(segment.Nodes.From)),
                To = lumped.Node(Name(segment.Nodes.To)),
                Value = HydraulicInertance.FromPascalSecondsSquaredPerCubicMetre(
                    NarrowingLaw.Unsteady * 1000 * blood.Density * segment.Length * CardUnits.Length / (wide * CardUnits.Area)),
                Series = HydraulicResistance.FromPascalSecondsPerCubicMetre(R * CardUnits.Resistance),
                QuadraticLoss = B * CardUnits.Pressure / (CardUnits.Flow * CardUnits.Flow),
            },
            FormattableString.Invariant($"narrowing, dp = {R:G5} Q + {B:G5} Q|Q| dyn/cm2, with its inertia and without length; ")
                + FormattableString.Invariant($"the vessel before it has {wide:G5} cm2"));
    }

    private static RecordedEnd End(Segment segment, string end)
    {
        Dictionary<string, Probe> probes;
        if (segment.IsStenosis)
            probes = new()
            {
                ["pressure"] = Probe.Pressure(Name(end == "in" ? segment.Nodes.From : segment.Nodes.To)),
                ["flow"] = Probe.Flow(segment.Name),
            };
        else
            probes = ((string[])["pressure", "flow", "area", "velocity"]).ToDictionary(
                quantity => quantity,
                quantity => Probe.InVessel(segment.Name, end == "in" ? 0 : segment.Length * CardUnits.Length, quantity));
        return new RecordedEnd(segment.Name, end, probes);
    }
}
