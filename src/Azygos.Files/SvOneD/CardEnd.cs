using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;
using Azygos.Files.Faults;

namespace Azygos.Files.SvOneD;

/// <summary>Inlet and outlets of a card file.</summary>
internal static class CardEnd
{
    private static readonly string[] Outlets = ["PRESSURE", "RESISTANCE", "RCR"];

    /// <summary>The inlet; null with faults.</summary>
    public static NetworkNode? Inlet(Card options, string id, CardFile cards)
    {
        if (Table(options, "inlet table", 4, options.Fields[4], cards) is not { } table
            || !Ascends(table, options, "inlet table", 4))
            return null;
        switch (options.Fields[5])
        {
            case "FLOW":
                return new FlowNode(id, Over(table, CardUnits.Flow));
            case "PRESSURE_WAVE":
                return new PressureNode(id, Over(table, CardUnits.Pressure));
            default:
                options.Fault("inlet kind", 5, "is not understood; FLOW and PRESSURE_WAVE are");
                return null;
        }
    }

    /// <summary>The outlet of a segment; null with faults.</summary>
    public static NetworkNode? Outlet(Segment segment, string id, CardFile cards, Material material)
    {
        Card card = segment.Card;
        if (!Outlets.Contains(segment.Boundary))
        {
            card.Fault("boundary", 14, segment.Boundary == "NOBOUND"
                ? "is NOBOUND, but nothing goes on behind the segment"
                : $"is not understood; {string.Join(", ", Outlets)} are");
            return null;
        }
        if (Table(card, "table", 15, segment.Table, cards) is not { } table) return null;
        List<double> rows = table.Values;
        switch (segment.Boundary)
        {
            case "PRESSURE":
                return Ascends(table, card, "table", 15) ? new PressureNode(id, Over(table, CardUnits.Pressure)) : null;
            case "RESISTANCE" when rows.Count is 1 or 2 && rows[0] > 0:
                return new ResistanceNode(id)
                {
                    Resistance = rows[0] * CardUnits.Resistance,
                    OutletPressure = rows.Count > 1 ? rows[1] * CardUnits.Pressure : 0,
                };
            case "RCR" when rows.Count is 3 or 4 && rows.Take(3).All(value => value > 0):
                return new WindkesselNode(id)
                {
                    ProximalResistance = rows[0] * CardUnits.Resistance,
                    Compliance = rows[1] * CardUnits.Compliance,
                    DistalResistance = rows[2] * CardUnits.Resistance,
                    OutletPressure = rows.Count > 3 ? rows[3] * CardUnits.Pressure : 0,
                    InitialPressure = (material.ReferencePressure - rows[0] * segment.Flow) * CardUnits.Pressure,
                };
            default:
                card.Fault("table", 15, segment.Boundary == "RCR"
                    ? "must have rows R, C, R and, if any, the pressure behind; the first three above 0"
                    : "must have a resistance above 0 and, if any, the pressure behind");
                return null;
        }
    }

    private static CardTable? Table(Card card, string field, int at, string name, CardFile cards)
    {
        if (cards.Tables.TryGetValue(name, out CardTable? table)) return table;
        card.Fault(field, at, $"is no table of this file{Nearest.Suggestion(name, cards.Tables.Keys)}");
        return null;
    }

    private static bool Ascends(CardTable table, Card card, string field, int at)
    {
        bool ascends = table.Times.Count > 0 && table.Times.Zip(table.Times.Skip(1), (a, b) => b > a).All(holds => holds);
        if (!ascends) card.Fault(field, at, "must have rows whose times ascend");
        return ascends;
    }

    // One row is a constant; several are repeated with the time that they span.
    private static Waveform Over(CardTable table, double unit) => table.Values.Distinct().Count() == 1
        ? new ConstantWaveform(table.Values[0] * unit)
        : new TableWaveform(
            [.. table.Times], [.. table.Values.Select(value => value * unit)], table.Times[^1] - table.Times[0]);
}
