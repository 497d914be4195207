using Azygos.Circulation.Vessels;

namespace Azygos.Circulation.Plausibility;

/// <summary>Ends that fill or empty more slowly than the run lasts: it shows its start, not its state.</summary>
/// <remarks>
/// R₂C of each windkessel; and of the whole network the compliance of vessels and windkessels times the resistance of
/// its ends in parallel.
/// </remarks>
internal static class TimeConstants
{
    private const int Pieces = 20;   // of a vessel, for its compliance; chosen: midpoints of a smooth taper

    public static IEnumerable<ModelWarning> Of(VesselNetwork network, IntendedRun run)
    {
        double compliance = network.Vessels.Sum(vessel => Compliance(vessel, network.Blood)), conductance = 0;
        bool isHeld = false;                       // by a prescribed pressure, or an end that waves leave by
        double slowest = 0;
        foreach (NetworkNode node in network.Nodes)
        {
            switch (node)
            {
                case WindkesselNode end:
                    double τ = end.DistalResistance * end.Compliance;
                    slowest = Math.Max(slowest, τ);
                    compliance += end.Compliance;
                    conductance += 1 / (end.ProximalResistance + end.DistalResistance);
                    if (τ > run.Duration)
                        yield return new ModelWarning(
                            WarnedPart.Node, end.Id, WarnedProperty.TimeConstant, Text("R2 C", τ, run));
                    break;
                case ResistanceNode end:
                    conductance += 1 / end.Resistance;
                    break;
                case PressureNode or TotalPressureNode or AbsorbingNode or TransmissiveNode
                    or IncidentWaveNode or LumpedEnd:
                    isHeld = true;
                    break;
            }
        }

        if (conductance == 0 || isHeld) yield break;
        double whole = compliance / conductance;
        if (whole > run.Duration && slowest <= run.Duration)
            yield return new ModelWarning(WarnedPart.Run, run.Id, WarnedProperty.TimeConstant,
                Text("the time constant of the whole network, its compliance times its resistance,", whole, run));
    }

    private static string Text(string what, double τ, IntendedRun run)
        => FormattableString.Invariant($"{what} is {τ:G3} s, longer than the run of {run.Duration:G3} s: ")
            + FormattableString.Invariant($"{Math.Exp(-run.Duration / τ):P0} of the start is left at its end");

    /// <summary>∫ A/(ρc²) dx [m³/Pa] at the start.</summary>
    private static double Compliance(Vessel vessel, Blood blood) => Enumerable.Range(0, Pieces).Sum(i =>
    {
        double x = (i + 0.5) * vessel.Length / Pieces;
        WallPoint at = vessel.Profile.At(x, fromLeft: false);
        double area = vessel.Start.At(x, vessel, blood, at).Area, c = vessel.Wall.WaveSpeed(area, at, blood.Density);
        return vessel.Length / Pieces * area / (blood.Density * c * c);
    });
}
