using Azygos.Body.Model;
using Azygos.Circulation;
using Azygos.Circulation.Lumped;
using Azygos.Circulation.Narrowings;
using Azygos.Circulation.Walls;
using Azygos.Numerics;
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
        VesselShape shape = new(build.Model, vessel, wall, build.Density);
        bool isRigid = wall.Law == "rigid";
        if (isRigid && shape.IsClosed) return;   // it holds nothing either
        int cells = isRigid ? 1 : shape.Cells;   // nothing to hold between two cells
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

        ThroatRow?[] throats = shape.InCells(cells);
        for (int k = 0; k < cells; k++)
        {
            elements[k] = FormattableString.Invariant($"{vessel.Id}.{k + 1}");
            CellPlan plan = new(
                elements[k], build.Node(nodes[k]), build.Node(nodes[k + 1]), shape.At((k + 0.5) / cells),
                Length.FromCentimetres(vessel.Length).Metres / cells, k, k == cells - 1 ? headLoss : 0,
                throats[k] is { } throat ? shape.Narrowing(throat) : null);
            build.Network.Add(isRigid ? Rigid(build, plan, shape) : Cell(build, vessel, wall, plan));
        }

        build.Vessels.Add(
            vessel.Id,
            new LumpedPlace(elements, nodes, isRigid ? shape.Numbers.ReferenceArea : null)
            {
                Throats = Enumerable.Range(0, cells).Where(k => throats[k] is not null)
                    .ToDictionary(k => throats[k]!.Id),
            });
    }

    // One cell to be made.
    private sealed record CellPlan(
        string Id, NodeId From, NodeId To, WallNumbers Numbers, double Length, int Number, double HeadLoss,
        Narrowing? Narrowing);

    private static ILumpedElement Cell(BodyBuild build, VesselRow vessel, WallRow wall, CellPlan plan) => wall.Law switch
    {
        "soft_vein" => Elastic<SoftVein>(build, vessel, plan),
        "stiff_vein" => Elastic<StiffVein>(build, vessel, plan),
        "artery" => Elastic<Artery>(build, vessel, plan),
        _ => throw new ArgumentException($"Vessel '{vessel.Id}': there is no wall law '{wall.Law}'."),
    };

    // A rigid lumen: means of 1/A and 1/A² along it, and what every throat costs beside the lumen at its place.
    private static Inertance Rigid(BodyBuild build, CellPlan plan, VesselShape shape)
    {
        double A = plan.Numbers.ReferenceArea, length = plan.Length;
        double resistance = build.Friction * length / (A * A), inertance = build.Density * length / A;
        if (shape.IsVaried)
        {
            double[] areas = [.. Enumerable.Range(0, RigidPieces)
                .Select(k => shape.At((k + 0.5) / RigidPieces).ReferenceArea)];
            resistance = build.Friction * length * areas.Average(area => 1 / (area * area));
            inertance = build.Density * length * areas.Average(area => 1 / area);
        }

        double quadratic = 0.5 * plan.HeadLoss * build.Density / (A * A);
        foreach (ThroatRow row in shape.Throats)
        {
            Narrowing throat = shape.Narrowing(row);
            Real open = new(shape.At(row.Position).ReferenceArea), narrow = new(Math.Min(open.Value, throat.ForwardArea));
            resistance += NarrowingLaw.Resistance(open, narrow, new(throat.Length), new Real(build.Friction)).Value;
            quadratic += NarrowingLaw.Quadratic(
                open, narrow, new(NarrowingLaw.JetLoss), new Real(build.Density)).Value;
        }

        return new Inertance
        {
            Id = plan.Id,
            From = plan.From,
            To = plan.To,
            Value = HydraulicInertance.FromPascalSecondsSquaredPerCubicMetre(inertance),
            Series = HydraulicResistance.FromPascalSecondsPerCubicMetre(resistance),
            QuadraticLoss = quadratic,
        };
    }

    private const int RigidPieces = 64;   // chosen: pieces of a rigid lumen that varies

    private static LumpedVessel<TWall> Elastic<TWall>(BodyBuild build, VesselRow vessel, CellPlan plan)
        where TWall : struct, IWallLaw
        => new()
        {
            Id = plan.Id,
            From = plan.From,
            To = plan.To,
            Outside = build.OutsideOf(vessel, plan.Id, plan.Number * plan.Length, (plan.Number + 1) * plan.Length),
            Length = Length.FromMetres(plan.Length),
            ReferenceArea = Area.FromSquareMetres(plan.Numbers.ReferenceArea),
            Distension = Pressure.FromPascals(plan.Numbers.Distension),
            Bending = Pressure.FromPascals(plan.Numbers.Bending),
            ReferencePressure = Pressure.FromPascals(plan.Numbers.ReferencePressure),
            Density = Density.FromKilogramsPerCubicMetre(build.Density),
            Friction = build.Friction,
            HeadLoss = plan.HeadLoss,
            Narrowing = plan.Narrowing,
        };
}
