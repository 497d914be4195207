using Azygos.Body.Building;
using Azygos.Body.Model;
using Azygos.Quantities;

namespace Azygos.Body.Heart;

/// <summary>One side of the heart: an atrium, a ventricle and the two valves of the ventricle, with what a body lays
/// before and behind them.</summary>
/// <param name="Atrium">The atrium.</param>
/// <param name="Ventricle">The ventricle.</param>
/// <param name="Inlet">The valve between them.</param>
/// <param name="Outlet">The valve to the artery.</param>
/// <param name="Veins">Resistance to what the atrium draws and gives back within a beat [Pa·s/m³].</param>
/// <param name="Store">What feeds those veins; null: constant pressure.</param>
/// <param name="Load">What the ventricle ejects into.</param>
internal sealed record HeartSide(
    ChamberRow Atrium, ChamberRow Ventricle, ValveRow Inlet, ValveRow Outlet, double Veins, VenousStore? Store,
    VentricleLoad Load)
{
    /// <summary>The sides of a model's heart: ventricles with an outlet valve to a node that is no chamber.</summary>
    public static IEnumerable<HeartSide> Of(BodyModel model)
    {
        Dictionary<string, ChamberRow> chambers = model.Chambers.ToDictionary(c => c.Node);
        ValveRow[] valves = [.. model.Valves.Where(v => v.Kind == "cardiac")];
        foreach (ValveRow outlet in valves)
        {
            if (!chambers.TryGetValue(outlet.From, out ChamberRow? ventricle) || chambers.ContainsKey(outlet.To)) continue;
            if (valves.FirstOrDefault(v => v.To == outlet.From && chambers.ContainsKey(v.From)) is not { } inlet) continue;
            yield return new(
                chambers[inlet.From], ventricle, inlet, outlet, VeinsInto(model, inlet.From), StoreBefore(model, inlet.From),
                LoadAt(model, outlet.To));
        }
    }

    // Compartments by their resistance; vessels by their characteristic impedance, side by side.
    private static double VeinsInto(BodyModel model, string atrium)
    {
        double conductance = model.Compartments.Where(c => c.To == atrium).Sum(c => 1 / InSI(c.Resistance));
        foreach (VesselRow vein in model.Vessels.Where(v => v.To == atrium && v.RestArea > 0))
            conductance += 1 / Impedance(
                model, vein, Pressure.FromMillimetresOfMercury(vein.RestPressure).Pascals);
        return 1 / conductance;
    }

    // The compartment that ends at the atrium, and the resistance through which it fills.
    private static VenousStore? StoreBefore(BodyModel model, string atrium)
    {
        if (model.Compartments.FirstOrDefault(c => c.To == atrium && c.Compliance > 0) is not { } veins) return null;
        double feed = model.Compartments.Where(c => c.To == veins.From).Sum(c => 1 / InSI(c.Resistance));
        return feed > 0 ? new(veins.From, Capacity(veins.Compliance), 1 / feed) : null;
    }

    private static VentricleLoad LoadAt(BodyModel model, string artery)
    {
        CompartmentRow[] lungs = [.. model.Compartments.Where(c => c.From == artery)];
        if (lungs.Length > 0)
        {
            CompartmentRow main = lungs.MinBy(c => c.Resistance)!;
            return new(
                Capacity(lungs.Sum(c => c.Compliance)), InSI(main.Resistance),
                HydraulicInertance.FromMillimetreOfMercurySecondsSquaredPerMillilitre(main.Inertance)
                    .PascalSecondsSquaredPerCubicMetre,
                Capacity(model.Compartments.Where(c => c.From == main.To).Sum(c => c.Compliance)), main.To);
        }

        double working = new ModelNumbers(model).Pressure("reflex.set_point_mmHg").Pascals;
        double conductance = model.Vessels.Where(v => v.From == artery && v.RestArea > 0)
            .Sum(v => 1 / Impedance(model, v, working));
        double compliance = model.Vessels.Where(v => v.Kind == "artery" && v.RestArea > 0)
            .Sum(v => Compliance(model, v, working));
        return new(0, 1 / conductance, 0, compliance + Capacity(model.Beds.Sum(bed => bed.ArterialCompliance)));
    }

    // ρc/A, ρc² = A dp/dA.
    private static double Impedance(BodyModel model, VesselRow vessel, double pressure)
    {
        double density = new ModelNumbers(model)["blood.density_kg_m3"];
        (double area, double stiffness) = Numbers(model, vessel).At(WallOf(model, vessel), pressure);
        return Math.Sqrt(density * stiffness) / area;
    }

    private static double Compliance(BodyModel model, VesselRow vessel, double pressure)
    {
        (double area, double stiffness) = Numbers(model, vessel).At(WallOf(model, vessel), pressure);
        return Length.FromCentimetres(vessel.Length).Metres * area / stiffness;
    }

    private static WallNumbers Numbers(BodyModel model, VesselRow vessel) =>
        WallNumbers.Of(vessel, WallOf(model, vessel), new ModelNumbers(model)["blood.density_kg_m3"]);

    private static WallRow WallOf(BodyModel model, VesselRow vessel) => model.Walls.First(w => w.Id == vessel.Wall);

    private static double InSI(double resistance) =>
        HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(resistance).PascalSecondsPerCubicMetre;

    private static double Capacity(double compliance) =>
        Quantities.Compliance.FromMillilitresPerMillimetreOfMercury(compliance).CubicMetresPerPascal;
}

/// <summary>Veins that fill steadily and give in beats.</summary>
/// <param name="Node">Their node.</param>
/// <param name="Compliance">[m³/Pa].</param>
/// <param name="Feed">Resistance through which they fill [Pa·s/m³].</param>
internal sealed record VenousStore(string Node, double Compliance, double Feed);

/// <summary>What a ventricle ejects into: a compliance at the valve, a resistance with inertance, a second compliance,
/// and the rest of the circulation as a resistance behind it.</summary>
/// <param name="Near">Compliance at the valve [m³/Pa], 0 or more.</param>
/// <param name="Resistance">Between the two [Pa·s/m³]: the artery's characteristic impedance, or that of the
/// lungs' arteries.</param>
/// <param name="Inertance">Between the two [Pa·s²/m³], 0 or more.</param>
/// <param name="Far">Compliance behind it [m³/Pa].</param>
/// <param name="FarNode">The node of the far compliance; null: all arteries are it.</param>
internal sealed record VentricleLoad(
    double Near, double Resistance, double Inertance, double Far, string? FarNode = null);
