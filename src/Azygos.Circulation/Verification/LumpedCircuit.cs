using Azygos.Circulation.Lumped;
using Azygos.Circulation.Running;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Circulation.Verification;

/// <summary>The lumped network of a case, and where its probes are read.</summary>
/// <remarks>
/// A node X of the case is <c>node X</c> of the network and an element X <c>element X</c>, so that no name meets one of
/// the network's own. Boundary nodes become elements to a pressure: a resistance, a windkessel, a prescribed flow.
/// </remarks>
internal sealed class LumpedCircuit
{
    private readonly CaseNetwork source;
    private readonly bool steady;

    /// <summary>Builds it; a steady one keeps waveforms at their first value and gives narrowings inertia.</summary>
    /// <exception cref="ArgumentException">A number that the format allows makes no element.</exception>
    public LumpedCircuit(CaseNetwork source, bool steady)
    {
        this.source = source;
        this.steady = steady;
        foreach (NetworkNode node in source.Nodes) Add(node);
        foreach (CaseBranch branch in source.Elements.OfType<CaseBranch>()) Add(branch);
    }

    /// <summary>The network.</summary>
    public LumpedNetwork Network { get; } = new();

    /// <summary>A node of the case in the network.</summary>
    public NodeId NodeOf(string node) => Network.Node(NodeName(node));

    /// <summary>Probes of the pressures of all nodes: what a periodic run is judged by.</summary>
    public IReadOnlyList<Probe> NodePressures => [.. source.Nodes.Select(node => Probe.Pressure(Name(node)))];

    /// <summary>What the network cannot be built from, or null when it can.</summary>
    public static string? WhyNot(CaseNetwork network)
    {
        NetworkNode? other = network.Nodes.FirstOrDefault(node => node is not (FlowNode or PressureNode or InternalNode
            or ResistanceNode or WindkesselNode or JunctionNode or ClosedNode));
        return other is null ? null : $"needs vessels, node {other.Id}";
    }

    /// <summary>Where a probe is read, or null when it has no meaning in a lumped network.</summary>
    public Readout? ReadoutOf(CaseProbe probe) => probe switch
    {
        NetworkHistoryProbe { Quantity: CaseQuantity.Volume } => TotalVolume(),
        NodeSeriesProbe at => ReadoutOf(source.Nodes.First(node => node.Id == at.Node), at.Quantity),
        ElementSeriesProbe { PhaseDegrees: null } at
            when source.Elements.First(element => element.Id == at.Element) is CaseBranch branch =>
            ReadoutOf(branch, at.Quantity),
        _ => null,
    };

    private static Readout? ReadoutOf(NetworkNode node, CaseQuantity quantity) => (node, quantity) switch
    {
        (_, CaseQuantity.Pressure) => Readout.Of(Probe.Pressure(Name(node))),
        (FlowNode, CaseQuantity.Flow) => Readout.Of(Probe.Flow(Name(node))),
        (ResistanceNode, CaseQuantity.Flow) => Readout.Of(Probe.Flow(Name(node))),
        (WindkesselNode { ProximalResistance: > 0 }, CaseQuantity.Flow) => Readout.Of(Probe.Flow(Name(node))),
        (WindkesselNode, CaseQuantity.Volume) => Readout.Of(Volume(Name(node))),
        _ => null,
    };

    private Readout? ReadoutOf(CaseBranch branch, CaseQuantity quantity) => (branch, quantity) switch
    {
        (_, CaseQuantity.PressureDrop) =>
            Readout.Of(Probe.Pressure(NodeName(branch.From))) - Readout.Of(Probe.Pressure(NodeName(branch.To))),
        (CapacitorElement, CaseQuantity.Volume) => Readout.Of(Volume(Name(branch))),
        (CapacitorElement, CaseQuantity.Flow) => FlowByBalance(branch),
        (_, CaseQuantity.Flow) => Readout.Of(Probe.Flow(Name(branch))),
        (ValveElement, CaseQuantity.Opening) => Readout.Of(new Probe(Name(branch), Name(branch), "opening")),
        _ => null,
    };

    private Readout TotalVolume()
    {
        Readout total = Readout.Nothing;
        foreach (CaseElement element in source.Elements)
            if (element is CapacitorElement capacitor) total += Readout.Of(Volume(Name(capacitor)));
        foreach (NetworkNode node in source.Nodes)
            if (node is WindkesselNode) total += Readout.Of(Volume(Name(node)));
        return total;
    }

    /// <summary>A capacitor's flow is what others bring to one of its nodes; null where both hold a second.</summary>
    private Readout? FlowByBalance(CaseBranch capacitor)
    {
        if (Brought(capacitor.From) is { } into) return into;
        return Brought(capacitor.To) is { } from ? Readout.Nothing - from : null;

        Readout? Brought(string id)
        {
            NetworkNode node = source.Nodes.First(one => one.Id == id);
            List<CaseBranch> others = [.. source.Elements.OfType<CaseBranch>()
                .Where(one => one != capacitor && (one.From == id || one.To == id))];
            if (node is not (InternalNode or FlowNode) || others.Any(one => one is CapacitorElement)) return null;
            Readout sum = node is FlowNode ? Readout.Of(Probe.Flow(Name(node))) : Readout.Nothing;
            foreach (CaseBranch one in others)
                sum = one.To == id ? sum + Readout.Of(Probe.Flow(Name(one))) : sum - Readout.Of(Probe.Flow(Name(one)));
            return sum;
        }
    }

    private void Add(NetworkNode node)
    {
        string name = Name(node);
        switch (node)
        {
            case PressureNode fixedPressure:
                Network.AddPressureNode(name, Held(fixedPressure.Pressure));
                break;
            case FlowNode flow:
                NodeId into = Network.AddNode(name);
                Network.Add(new PrescribedFlow
                { Id = name, From = Network.Ground, Into = into, Flow = Held(flow.Flow) });
                break;
            case InternalNode inner:
                Network.AddNode(name, Pressure.FromPascals(inner.InitialPressure));
                break;
            case JunctionNode or ClosedNode:
                Network.AddNode(name);            // a lumped flow has no velocity: one pressure, flows add up to zero
                break;
            case ResistanceNode end:
                Add(name, Network.AddNode(name), Outlet(name, end.OutletPressure), end.Resistance);
                break;
            case WindkesselNode end:
                AddWindkessel(name, end);
                break;
            default:
                throw new NotSupportedException($"{node.GetType().Name} is not a lumped node.");
        }
    }

    private void AddWindkessel(string name, WindkesselNode end)
    {
        Pressure initial = Pressure.FromPascals(end.InitialPressure);
        NodeId entry = Network.AddNode(name, initial), middle = entry;
        if (end.ProximalResistance > 0)
        {
            middle = Network.AddNode($"{name} middle", initial);
            Add(name, entry, middle, end.ProximalResistance);
        }
        Network.Add(new ElasticVolume
        {
            Id = $"{name} compliance",
            Inside = middle,
            Outside = Network.Ground,
            Value = Compliance.FromCubicMetresPerPascal(end.Compliance),
        });
        Add($"{name} distal", middle, Outlet(name, end.OutletPressure), end.DistalResistance);
    }

    private NodeId Outlet(string name, double pressure)
        => Network.AddPressureNode($"{name} outlet", new ConstantWaveform(pressure));

    private void Add(string id, NodeId from, NodeId to, double resistance) => Network.Add(new Resistance
    { Id = id, From = from, To = to, Value = HydraulicResistance.FromPascalSecondsPerCubicMetre(resistance) });

    private void Add(CaseBranch branch)
    {
        NodeId from = Network.Node(NodeName(branch.From)), to = Network.Node(NodeName(branch.To));
        string name = Name(branch);
        switch (branch)
        {
            case ResistorElement resistor:
                Add(name, from, to, resistor.Resistance);
                break;
            case CapacitorElement capacitor:
                Network.Add(new ElasticVolume
                {
                    Id = name,
                    Inside = from,
                    Outside = to,
                    Value = Compliance.FromCubicMetresPerPascal(capacitor.Compliance),
                });
                break;
            case InductorElement inductor:
                Network.Add(new Inertance
                {
                    Id = name,
                    From = from,
                    To = to,
                    Value = HydraulicInertance.FromPascalSecondsSquaredPerCubicMetre(inductor.Inertance),
                    InitialFlow = Flow.FromCubicMetresPerSecond(inductor.InitialFlow),
                });
                break;
            case ValveElement valve:
                Network.Add(Valve(name, from, to, valve));
                break;
            case StenosisElement stenosis:
                Network.Add(new YoungTsaiLoss(stenosis, source.Fluid!).Element(name, from, to, needsInertia: steady));
                break;
            default:
                throw new NotSupportedException($"{branch.GetType().Name} is not a lumped element.");
        }
    }

    private DynamicValve Valve(string name, NodeId from, NodeId to, ValveElement valve) => new()
    {
        Id = name,
        From = from,
        To = to,
        OpenArea = Area.FromSquareMetres(valve.OpenArea),
        ClosedArea = Area.FromSquareMetres(valve.ClosedArea),
        EffectiveLength = Length.FromMetres(valve.EffectiveLength),
        Density = Density.FromKilogramsPerCubicMetre(source.Fluid!.Density),
        OpeningRate = valve.Dynamics?.OpeningRate ?? 0,
        ClosingRate = valve.Dynamics?.ClosingRate ?? 0,
        OpensAbove = Pressure.FromPascals(valve.Dynamics?.OpensAbove ?? 0),
        ClosesBelow = Pressure.FromPascals(valve.Dynamics?.ClosesBelow ?? 0),
        InitialOpening = valve.InitialOpening,
        InitialFlow = Flow.FromCubicMetresPerSecond(valve.InitialFlow),
    };

    private Waveform Held(Waveform waveform) => steady ? new ConstantWaveform(waveform.At(0)) : waveform;

    private static Probe Volume(string holder)
    {
        string element = holder.StartsWith("node ", StringComparison.Ordinal) ? $"{holder} compliance" : holder;
        return new Probe($"{element} volume", element, "volume");
    }

    private static string Name(NetworkNode node) => NodeName(node.Id);

    private static string NodeName(string id) => $"node {id}";

    private static string Name(CaseElement element) => $"element {element.Id}";
}
