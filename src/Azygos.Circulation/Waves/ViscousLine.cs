namespace Azygos.Circulation.Waves;

/// <summary>The viscous part of one vessel's wall, for an implicit step: its flows as they answer to the viscous
/// pressures at its two ends.</summary>
/// <remarks>
/// p_v = −Γ ∂Q/∂x, Γ = τ ∂p/∂A. With w the weight of the step, Q − w (A/ρ) ∂/∂x(Γ ∂Q/∂x) = r is tridiagonal in the cells;
/// its solution is Q = q + β₀ P₀ a − β₁ P₁ b, P₀ and P₁ the viscous pressures at the ends, and the flow through an end
/// is Q ± P/g with g = 2Γ/Δx there.
/// </remarks>
internal sealed class ViscousLine(VesselLine line, double density, int left, int right)
{
    private readonly double time = line.Vessel.WallTime, area0 = 1 / (density * line.CellLength);
    private readonly double[] stiffness = new double[line.Cells], a = new double[line.Cells], b = new double[line.Cells];
    private readonly double[] lower = new double[line.Cells], upper = new double[line.Cells], pivot = new double[line.Cells];
    private readonly double[] start = new double[line.Cells], q = new double[line.Cells];
    private double perLeft, perRight;

    /// <summary>Nodes at its ends, by number.</summary>
    public int Left => left;

    /// <summary>See <see cref="Left"/>.</summary>
    public int Right => right;

    /// <summary>What an end's flow falls by as its own viscous pressure rises [m³/(s·Pa)]: β a + 1/g.</summary>
    public double OwnLeft { get; private set; }

    /// <summary>See <see cref="OwnLeft"/>.</summary>
    public double OwnRight { get; private set; }

    /// <summary>What the other end's pressure adds to the flow out of the left end, and of the right one.</summary>
    public double OtherLeft { get; private set; }

    /// <summary>See <see cref="OtherLeft"/>.</summary>
    public double OtherRight { get; private set; }

    /// <summary>Sets the matrix for the present areas and a weight, and keeps the present flows.</summary>
    public void Prepare(double weight)
    {
        int n = line.Cells;
        line.Stiffnesses(stiffness);   // ∂p/∂A
        double scale = weight * area0 / line.CellLength;
        // Elimination from the left: pivot is 1/d′, lower the factor of the row before.
        double above = 0;
        for (int i = 0; i < n; i++)
        {
            double α = scale * time * line.Area[VesselLine.Margin + i];
            double before = i > 0 ? α * 0.5 * (stiffness[i - 1] + stiffness[i]) : 0;
            double after = i < n - 1 ? α * 0.5 * (stiffness[i] + stiffness[i + 1]) : 0;
            lower[i] = i > 0 ? before * pivot[i - 1] : 0;
            pivot[i] = 1 / (1 + before + after - lower[i] * above);
            above = after;
            upper[i] = after;
        }

        double reach = weight * area0;
        perLeft = reach * line.Area[VesselLine.Margin];
        perRight = reach * line.Area[VesselLine.Margin + n - 1];
        Array.Clear(a);
        Array.Clear(b);
        a[0] = 1;
        b[n - 1] = 1;
        Solve(a);
        Solve(b);
        double half = 0.5 * line.CellLength / time;
        OwnLeft = perLeft * a[0] + half / stiffness[0];
        OwnRight = perRight * b[n - 1] + half / stiffness[n - 1];
        OtherLeft = perRight * b[0];
        OtherRight = perLeft * a[n - 1];
        Array.Copy(line.Flow, VesselLine.Margin, start, 0, n);
    }

    /// <summary>The flows out of both ends without viscous pressures there.</summary>
    /// <param name="share">Right-hand side: start + share · (present − start).</param>
    public (double Left, double Right) Relax(double share)
    {
        int n = line.Cells;
        for (int i = 0; i < n; i++) q[i] = start[i] + share * (line.Flow[VesselLine.Margin + i] - start[i]);
        Solve(q);
        return (-q[0], q[n - 1]);
    }

    /// <summary>Takes the flows that go with viscous pressures at both ends.</summary>
    public void Accept(double leftPressure, double rightPressure)
    {
        double l = perLeft * leftPressure, r = perRight * rightPressure;
        for (int i = 0; i < line.Cells; i++) line.Flow[VesselLine.Margin + i] = q[i] + l * a[i] - r * b[i];
    }

    /// <summary>Takes the flows back that <see cref="Prepare"/> found.</summary>
    public void Undo() => Array.Copy(start, 0, line.Flow, VesselLine.Margin, line.Cells);

    private void Solve(double[] x)
    {
        int n = line.Cells;
        for (int i = 1; i < n; i++) x[i] += lower[i] * x[i - 1];
        x[n - 1] *= pivot[n - 1];
        for (int i = n - 2; i >= 0; i--) x[i] = (x[i] + upper[i] * x[i + 1]) * pivot[i];
    }
}
