using Azygos.Circulation.Vessels;

namespace Azygos.Circulation.Plausibility;

/// <summary>Joints at which the model itself reflects waves: a taper drawn as steps, or badly matched
/// branches.</summary>
/// <remarks>
/// With Y = A₀/(ρc) of each end, a wave from the end of largest Y is reflected by R = (Y − ΣY of the others)/ΣY of all.
/// </remarks>
internal static class SteppedJoints
{
    // Chosen: where one vessel goes on as another, a step of a tenth in area is a taper drawn as a step (R about 0.06).
    private const double LargestStep = 0.1;

    // Chosen: forward reflection at arterial junctions of bodies lies within 0.2; with room for a stiff branch.
    private const double LargestReflection = 0.3;

    public static IEnumerable<ModelWarning> Of(VesselNetwork network)
    {
        foreach (JunctionNode node in network.Nodes.OfType<JunctionNode>())
        {
            (string Id, double Area, double Admittance)[] ends =
            [
                .. network.Vessels.Where(vessel => vessel.From == node.Id).Select(vessel => End(vessel, 0)),
                .. network.Vessels.Where(vessel => vessel.To == node.Id).Select(vessel => End(vessel, vessel.Length)),
            ];
            if (ends.Length < 2) continue;
            (string first, double area, double largest) = ends.MaxBy(end => end.Admittance);
            double all = ends.Sum(end => end.Admittance), reflection = (2 * largest - all) / all;
            if (ends.Length == 2)
            {
                (string second, double other, _) = ends.First(end => end.Id != first || end.Area != area);
                double step = Math.Abs(area - other) / Math.Max(area, other);
                if (step > LargestStep)
                    yield return new ModelWarning(WarnedPart.Node, node.Id, WarnedProperty.ReferenceArea,
                        FormattableString.Invariant($"the area steps from {area:G3} to {other:G3} m² between ")
                        + FormattableString.Invariant($"{first} and {second}, reflecting {reflection:P0} of a wave"));
            }
            else if (Math.Abs(reflection) > LargestReflection)
            {
                yield return new ModelWarning(WarnedPart.Node, node.Id, WarnedProperty.ReferenceArea,
                    FormattableString.Invariant($"a wave from {first} is reflected by {reflection:F2}; junctions of a ")
                    + FormattableString.Invariant($"body reflect within ±{LargestReflection}: check areas and ")
                    + FormattableString.Invariant($"stiffness of its {ends.Length} ends"));
            }
        }

        (string, double, double) End(Vessel vessel, double x)
        {
            WallPoint at = vessel.Profile.At(x, fromLeft: x > 0);
            double c = vessel.Wall.WaveSpeed(at.ReferenceArea, at, network.Blood.Density);
            return (vessel.Id, at.ReferenceArea, at.ReferenceArea / (network.Blood.Density * c));
        }
    }
}
