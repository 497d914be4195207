using Azygos.Circulation.Stepping;
using Azygos.Numerics;

namespace Azygos.Circulation.Waves;

/// <summary>The viscous part of the walls of a network, Kelvin-Voigt: p = y(A) + τ dy/dt, y the elastic part.</summary>
/// <remarks>
/// As dy/dt = −y′ ∂Q/∂x, viscous pressures diffuse flow along vessels, with τc² m²/s, too stiff for an explicit step. The
/// step is split (Strang): half of this, the elastic waves, half of this. This part is implicit, SDIRK of order 2,
/// stiffly accurate; flows at a node balance, and the ends there share the viscous pressure. It changes flows, never
/// areas: volume stays exact.
/// </remarks>
/// <source doi="10.1016/j.jbiomech.2011.05.041" at="Kelvin-Voigt wall in 1D"/>
/// <source doi="10.1137/0714068" at="SDIRK of order 2"/>
internal sealed class WallViscosity
{
    private static readonly double Gamma = 1 - Math.Sqrt(0.5);

    private readonly WaveNode[] nodes;
    private readonly ViscousLine[] lines;
    private readonly SparseLu matrix;
    private readonly int[] diagonal, fromLeft, fromRight;
    private readonly bool[] isFree;
    private readonly double[] values, pressure, load;

    private WallViscosity(WaveMesh mesh)
    {
        nodes = mesh.Nodes;
        Dictionary<(VesselLine, bool IsRight), int> nodeOf = [];
        for (int k = 0; k < nodes.Length; k++)
            foreach (VesselEnd end in nodes[k].Ends) nodeOf[(end.Line, end.IsRight)] = k;
        List<ViscousLine> viscous = [];
        isFree = [.. nodes.Select(_ => false)];   // where an elastic vessel gives way to any viscous pressure
        foreach (VesselLine line in mesh.Lines)
        {
            int left = nodeOf[(line, false)], right = nodeOf[(line, true)];
            if (line.Vessel.WallTime > 0) viscous.Add(new(line, nodes[left].Ends[0].Density, left, right));
            else isFree[left] = isFree[right] = true;
        }

        lines = [.. viscous];
        matrix = new SparseLu(nodes.Length, lines.SelectMany(line =>
            ((int, int)[])[(line.Left, line.Right), (line.Right, line.Left)]), new int[nodes.Length]);
        diagonal = [.. nodes.Select((_, k) => matrix.PositionOf(k, k))];
        fromLeft = [.. lines.Select(line => matrix.PositionOf(line.Left, line.Right))];
        fromRight = [.. lines.Select(line => matrix.PositionOf(line.Right, line.Left))];
        values = new double[matrix.NonZeros];
        pressure = new double[nodes.Length];
        load = new double[nodes.Length];
    }

    /// <summary>For the vessels of a mesh; null where no wall is viscous.</summary>
    public static WallViscosity? Of(WaveMesh mesh) =>
        mesh.Lines.Any(line => line.Vessel.WallTime > 0) ? new WallViscosity(mesh) : null;

    /// <summary>Takes a step of this part alone.</summary>
    public SolveFailure? Apply(double step)
    {
        double weight = Gamma * step;
        Array.Clear(values);
        for (int k = 0; k < nodes.Length; k++)
        {
            (load[k], double conductance) = isFree[k] ? (0, double.PositiveInfinity) : nodes[k].Answer;
            values[diagonal[k]] = double.IsInfinity(conductance) ? 1 : conductance;
        }

        for (int i = 0; i < lines.Length; i++)
        {
            ViscousLine line = lines[i];
            line.Prepare(weight);
            if (Holds(line.Left))
            {
                values[diagonal[line.Left]] += line.OwnLeft;
                values[fromLeft[i]] -= line.OtherLeft;
            }

            if (Holds(line.Right))
            {
                values[diagonal[line.Right]] += line.OwnRight;
                values[fromRight[i]] -= line.OtherRight;
            }
        }

        if (!matrix.TryFactor(values, out int failed))
            return new SolveFailure("the viscous pressure of its walls cannot be determined", nodes[failed].Id);
        Stage(0);
        Stage((1 - Gamma) / Gamma);
        return null;
    }

    /// <summary>Goes back to the flows before the last <see cref="Apply"/>.</summary>
    public void Undo()
    {
        foreach (ViscousLine line in lines) line.Undo();
    }

    private bool Holds(int node) => !isFree[node] && !double.IsInfinity(nodes[node].Answer.Conductance);

    private void Stage(double share)
    {
        for (int k = 0; k < nodes.Length; k++) pressure[k] = Holds(k) ? -load[k] : 0;
        foreach (ViscousLine line in lines)
        {
            (double left, double right) = line.Relax(share);
            if (Holds(line.Left)) pressure[line.Left] += left;
            if (Holds(line.Right)) pressure[line.Right] += right;
        }

        matrix.Solve(pressure);
        foreach (ViscousLine line in lines) line.Accept(pressure[line.Left], pressure[line.Right]);
    }
}
