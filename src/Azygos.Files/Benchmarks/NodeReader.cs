using Azygos.Circulation.Vessels;
namespace Azygos.Files.Benchmarks;

/// <summary>Reads the nodes of a case.</summary>
internal static class NodeReader
{
    /// <summary>A node.</summary>
    public static NetworkNode Read(CasePart part)
    {
        string id = part.Id("id");
        NetworkNode node = part.Choice("kind", Kinds)(part, id);
        part.Finish();
        return node;
    }

    private static readonly Dictionary<string, Func<CasePart, string, NetworkNode>> Kinds = new()
    {
        ["junction"] = Junction,
        ["closed"] = (_, id) => new ClosedNode(id),
        ["transmissive"] = (_, id) => new TransmissiveNode(id),
        ["absorbing"] = (part, id) => new AbsorbingNode(id, part.Number("p_ref_Pa")),
        ["incident_wave"] = (part, id) =>
            new IncidentWaveNode(id, part.Number("p_ref_Pa"), WaveformReader.Read(part, "Pa")),
        ["flow"] = (part, id) => new FlowNode(id, WaveformReader.Read(part, "m3/s")),
        ["flow_and_area"] = (part, id) =>
            new FlowAndAreaNode(id, part.Number("A_m2", Allowed.Positive), WaveformReader.Read(part, "m3/s")),
        ["pressure"] = (part, id) => new PressureNode(id, WaveformReader.Read(part, "Pa")),
        ["total_pressure"] = (part, id) => new TotalPressureNode(id, WaveformReader.Read(part, "Pa")),
        ["resistance"] = Resistance,
        ["rcr"] = Windkessel,
        ["internal"] = (part, id) => new InternalNode(id, part.Number("p_initial_Pa")),
    };

    private static JunctionNode Junction(CasePart part, string id)
    {
        part.Constant("coupling", "total_pressure");
        return new JunctionNode(id);
    }

    private static ResistanceNode Resistance(CasePart part, string id) => new(id)
    {
        Resistance = part.Number("R_Pa_s_m3", Allowed.Positive),
        OutletPressure = part.Number("p_out_Pa"),
    };

    private static WindkesselNode Windkessel(CasePart part, string id) => new(id)
    {
        ProximalResistance = part.Number("R1_Pa_s_m3", Allowed.NotNegative),
        DistalResistance = part.Number("R2_Pa_s_m3", Allowed.Positive),
        Compliance = part.Number("C_m3_Pa", Allowed.Positive),
        OutletPressure = part.Number("p_out_Pa"),
        InitialPressure = part.Number("p_initial_Pa"),
    };
}
