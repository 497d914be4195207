using Azygos.Body.Model;
using Azygos.Circulation;
using Azygos.Circulation.Lumped;
using Azygos.Circulation.Walls;
using Azygos.Quantities;

namespace Azygos.Body.Building;

/// <summary>Vessels as chains of cells. An area of zero is an occlusion: conductance zero, nothing added.</summary>
internal static class VesselPart
{
    public static void Add(BodyBuild build)
    {
        Dictionary<string, WallRow> walls = build.Model.Walls.ToDictionary(w => w.Id);
        var widest = new WidestVein(build.Model);
        foreach (VesselRow vessel in build.Model.Vessels)
            if (vessel.RestArea > 0 && (!build.HasWaves || walls[vessel.Wall].Law == "rigid"))
                Add(build, vessel, walls[vessel.Wall], widest.HeadLossAtEnd(vessel));
    }

    private static void Add(BodyBuild build, VesselRow vessel, WallRow wall, double headLoss)
    {
        WallNumbers numbers = WallNumbers.Of(vessel, wall, build.Density);
        int cells = wall.Law == "rigid" ? 1 : vessel.Cells;   // nothing to hold between two cells
        var nodes = new string[cells + 1];
        var elements = new string[cells];
        double from = build.HeightOf(vessel.From), to = build.HeightOf(vessel.To);
        bool isArtery = vessel.Kind == "artery";
        nodes[0] = vessel.From;
        nodes[^1] = vessel.To;
        for (int k = 1; k < cells; k++)
        {
            nodes[k] = FormattableString.Invariant($"{vessel.Id}:{k}");
            build.AddNode(nodes[k], from + (to - from) * k / cells, isArtery ? BodyStart.Arteries : default,
                build.WallTime(isArtery));
        }

        for (int k = 0; k < cells; k++)
        {
            elements[k] = FormattableString.Invariant($"{vessel.Id}.{k + 1}");
            var ends = (build.Node(nodes[k]), build.Node(nodes[k + 1]));
            build.Network.Add(Cell(
                build, vessel, wall, numbers, (elements[k], k), ends, k == cells - 1 ? headLoss : 0));
        }

        build.Vessels.Add(
            vessel.Id,
            new LumpedPlace(elements, nodes, wall.Law == "rigid" ? numbers.ReferenceArea : null));
    }

    private static ILumpedElement Cell(
        BodyBuild build, VesselRow vessel, WallRow wall, in WallNumbers numbers, (string Id, int Number) cell,
        (NodeId From, NodeId To) ends, double headLoss)
    {
        double length = Length.FromCentimetres(vessel.Length).Metres / (wall.Law == "rigid" ? 1 : vessel.Cells);
        return wall.Law switch
        {
            "soft_vein" => Elastic<SoftVein>(build, vessel, numbers, cell, ends, length, headLoss),
            "stiff_vein" => Elastic<StiffVein>(build, vessel, numbers, cell, ends, length, headLoss),
            "artery" => Elastic<Artery>(build, vessel, numbers, cell, ends, length, headLoss),
            "rigid" => new Inertance
            {
                Id = cell.Id,
                From = ends.From,
                To = ends.To,
                Value = HydraulicInertance.FromPascalSecondsSquaredPerCubicMetre(
                    build.Density * length / numbers.ReferenceArea),
                Series = HydraulicResistance.FromPascalSecondsPerCubicMetre(
                    build.Friction * length / (numbers.ReferenceArea * numbers.ReferenceArea)),
                QuadraticLoss = 0.5 * headLoss * build.Density / (numbers.ReferenceArea * numbers.ReferenceArea),
            },
            _ => throw new ArgumentException($"Vessel '{vessel.Id}': there is no wall law '{wall.Law}'."),
        };
    }

    private static LumpedVessel<TWall> Elastic<TWall>(
        BodyBuild build, VesselRow vessel, in WallNumbers numbers, (string Id, int Number) cell,
        (NodeId From, NodeId To) ends, double length, double headLoss)
        where TWall : struct, IWallLaw
        => new()
        {
            Id = cell.Id,
            From = ends.From,
            To = ends.To,
            Outside = build.OutsideOf(vessel, cell.Id, cell.Number * length, (cell.Number + 1) * length),
            Length = Length.FromMetres(length),
            ReferenceArea = Area.FromSquareMetres(numbers.ReferenceArea),
            Distension = Pressure.FromPascals(numbers.Distension),
            Bending = Pressure.FromPascals(numbers.Bending),
            ReferencePressure = Pressure.FromPascals(numbers.ReferencePressure),
            Density = Density.FromKilogramsPerCubicMetre(build.Density),
            Friction = build.Friction,
            HeadLoss = headLoss,
        };
}
