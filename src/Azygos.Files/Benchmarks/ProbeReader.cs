using Azygos.Circulation.Verification;

namespace Azygos.Files.Benchmarks;

/// <summary>Reads the probes of a case.</summary>
internal static class ProbeReader
{
    /// <summary>A probe.</summary>
    public static CaseProbe Read(CasePart part)
    {
        string id = part.Id("id");
        CaseQuantity quantity = part.Choice("quantity", BenchmarkNames.Quantities);
        CaseProbe probe = part.Choice("kind", Kinds)(part, id, quantity);
        part.Finish();
        return probe;
    }

    private static readonly Dictionary<string, Func<CasePart, string, CaseQuantity, CaseProbe>> Kinds = new()
    {
        ["point"] = (part, id, quantity) =>
            new PointProbe(id, part.Id("vessel"), part.Number("x_m", Allowed.NotNegative), quantity),
        ["mean"] = (part, id, quantity) => new MeanProbe(id, quantity)
        {
            Vessel = part.Id("vessel"),
            From = part.Number("x_from_m", Allowed.NotNegative),
            To = part.Number("x_to_m", Allowed.Positive),
        },
        ["profile"] = (part, id, quantity) => new ProfileProbe(id, part.Id("vessel"), quantity),
        ["history"] = History,
        ["series"] = Series,
        ["table"] = Table,
    };

    private static CaseProbe History(CasePart part, string id, CaseQuantity quantity)
    {
        if (part.Has("network") == part.Has("vessel")) part.Fault("must have either vessel or network");
        if (part.Has("network"))
        {
            WholeNetwork(part);
            return new NetworkHistoryProbe(id, quantity);
        }
        string vessel = part.Text("vessel");
        if (vessel.Length > 0 && vessel != "*" && !CasePart.IdPattern.IsMatch(vessel))
            part.Fault("vessel", "must be the name of a vessel, or * for all");
        return new VesselHistoryProbe(id, vessel == "*" ? null : vessel, quantity);
    }

    private static CaseProbe Series(CasePart part, string id, CaseQuantity quantity)
    {
        if (part.Has("node") == part.Has("element")) part.Fault("must have either node or element");
        if (part.Has("node")) return new NodeSeriesProbe(id, part.Id("node"), quantity);
        return new ElementSeriesProbe(id, part.OptionalId("element") ?? "", quantity, part.OptionalNumber("phase_deg"));
    }

    private static TableProbe Table(CasePart part, string id, CaseQuantity quantity)
    {
        WholeNetwork(part);
        if (quantity != CaseQuantity.ModelOutput) part.Fault("quantity", "must be model_output for a table");
        return new TableProbe(id);
    }

    private static void WholeNetwork(CasePart part)
    {
        if (part.Has("network") && part.Value.Members["network"].Kind != System.Text.Json.JsonValueKind.True)
            part.Fault("network", "must be true");
        else if (!part.Has("network")) part.Fault("lacks the key network");
    }
}
