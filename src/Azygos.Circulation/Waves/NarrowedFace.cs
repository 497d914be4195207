using Azygos.Circulation.Narrowings;
using Azygos.Circulation.Stepping;
using Azygos.Circulation.Vessels;

namespace Azygos.Circulation.Waves;

/// <summary>A face of a vessel at which blood passes one throat or several in series: each side has a state of its own,
/// and what passes is the same.</summary>
/// <remarks>
/// With p + ½ρu² = H on either side, H_L − H_R = R Q + B Q|Q| + L dQ/dt. Outgoing waves give H_L = W_L − Z_L Q and
/// H_R = W_R + Z_R Q, so that (Z_L + Z_R + R + L c₀) Q + B Q|Q| = W_L − W_R + L (past): a quadratic, solved exactly, and
/// W and Z renewed until the areas stand. Coefficients are those of the states at the half step before waves from the
/// face; dQ/dt is the slope of the parabola through this flow and the last two. Where an end nears the wave speed, a
/// bracketed search for H_L: what leaves the left side falls with it, and so does what leaves the right. A throat in the
/// cells, as friction, would leak through their numerical diffusion.
/// </remarks>
/// <source choice="derived in this project; order 2 and agreement with the lumped throat are tested"/>
internal sealed class NarrowedFace(
    string id, VesselEnd left, VesselEnd right, Blood blood, IReadOnlyList<Narrowing> narrowings)
    : WaveNode(id, [left, right])
{
    // As at the nodes of balance: convergence is quadratic, and volume does not depend on it.
    private const double Tolerance = 1e-6;
    private const int MostIterations = 20;
    private const double NearCritical = 0.05;
    private const int MostWidenings = 40, Bisections = 100;

    private readonly double friction = 8 * Math.PI * blood.Viscosity;
    private readonly Throat[] throats = [.. narrowings.Select(one => new Throat(one, left))];
    private (double Time, double Flow) last = (double.NaN, 0), before = (double.NaN, 0);
    private ((double, double), (double, double)) saved;
    private ThroatLoss loss;

    /// <summary>Flow through the throat at the last solve [m³/s].</summary>
    public double Flow => last.Flow;

    /// <summary>Static pressure on the left and on the right at the last solve [Pa].</summary>
    public double Before { get; private set; }

    /// <summary>See <see cref="Before"/>.</summary>
    public double Behind { get; private set; }

    protected override SolveFailure? Balance(double start, double step)
    {
        double time = start + 0.5 * step;
        if (!(left.Area > 0 && right.Area > 0) || !double.IsFinite(left.Velocity + right.Velocity))
            return new SolveFailure($"the state of {left.Name} or {right.Name} is not finite", Id);
        loss = LossAt(time);
        double flow = 0;
        if (loss.IsClosed)
        {
            if (Shut(left) is { } lost) return lost;
            if (Shut(right) is { } gone) return gone;
        }
        else if (!Quick(out flow))
        {
            Bracketed(out flow);
        }

        Hand(left, flow, step);
        Hand(right, -flow, step);
        (Before, Behind) = (left.TrialPressure, right.TrialPressure);
        Pressure = 0.5 * (Before + Behind);
        before = last;
        last = (time, flow);
        return double.IsFinite(flow) ? null : new SolveFailure("no flow balances its two sides", Id);
    }

    private static void Hand(VesselEnd end, double outflow, double step) => end.Accept(
        outflow, end.MomentumFlux(end.TrialArea, end.TrialVelocity),
        Math.Abs(end.TrialVelocity) + end.TrialSpeed, step);

    private bool Quick(out double flow)
    {
        left.TryPredicted();
        right.TryPredicted();
        flow = 0;
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            if (IsNearCritical(left) || IsNearCritical(right)) return false;
            double zL = Impedance(left), zR = Impedance(right);
            double push = Head(left) + zL * Given(left) - Head(right) - zR * Given(right);
            flow = loss.Flow(push, zL + zR);
            double change = Math.Max(
                Move(left, (flow - Given(left)) / SlopeOfFlow(left)),
                Move(right, (-flow - Given(right)) / SlopeOfFlow(right)));
            if (!double.IsFinite(change)) return false;
            if (change <= Tolerance) return true;
        }

        return false;
    }

    // Both sides at the areas that give the flow; returns how far an area moved.
    private static double Move(VesselEnd end, double rise)
    {
        double change = Math.Clamp(rise / end.TrialArea, -0.5, 1);   // a pass may halve or double an area
        end.Try(end.TrialArea * (1 + change));
        return Math.Abs(change);
    }

    private void Bracketed(out double flow)
    {
        double chokedLeft = left.ChokedArea(), chokedRight = right.ChokedArea();
        left.Try(left.Area);
        right.Try(right.Area);
        double centre = 0.5 * (Head(left) + Head(right));
        double reach = blood.Density * (left.WaveSpeed * left.WaveSpeed + right.WaveSpeed * right.WaveSpeed);
        double low = centre, high = centre;
        for (int k = 0; k < MostWidenings && Surplus(low) < 0; k++) low -= reach * (1 << Math.Min(k, 20));
        for (int k = 0; k < MostWidenings && Surplus(high) > 0; k++) high += reach * (1 << Math.Min(k, 20));
        for (int i = 0; i < Bisections; i++)
        {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) break;
            if (Surplus(middle) > 0) low = middle;
            else high = middle;
        }

        Surplus(high);   // leaves the ends at the root
        flow = Given(left);

        double Surplus(double head)
        {
            BalanceNode.Settle(left, head, chokedLeft, 0.5);
            double q = Given(left);
            BalanceNode.Settle(right, head - loss.Drop(q), chokedRight, 0.5);
            return q + Given(right);
        }
    }

    // v = 0: a closed end.
    private SolveFailure? Shut(VesselEnd end)
    {
        end.TryPredicted();
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            double change = Move(end, -end.TrialVelocity / end.TrialVelocitySlope);
            if (change <= Tolerance)
            {
                end.TrialVelocity = 0;
                return null;
            }
        }

        return new SolveFailure($"no state of {end.Name} stands still", Id);
    }

    private static double Given(VesselEnd end) => end.TrialArea * end.TrialVelocity;

    private static double Head(VesselEnd end) =>
        end.TrialPressure + 0.5 * end.Density * end.TrialVelocity * end.TrialVelocity;

    // dq/dA, negative below the wave speed.
    private static double SlopeOfFlow(VesselEnd end) => end.TrialVelocity + end.TrialArea * end.TrialVelocitySlope;

    // −dH/dq, dH/dA = ρ(c²/A + v v′).
    private static double Impedance(VesselEnd end) => -end.Density * (end.TrialSpeed * end.TrialSpeed / end.TrialArea
        + end.TrialVelocity * end.TrialVelocitySlope) / SlopeOfFlow(end);

    private static bool IsNearCritical(VesselEnd end) =>
        end.TrialSpeed - Math.Abs(end.TrialVelocity) < NearCritical * end.TrialSpeed;

    private ThroatLoss LossAt(double time)
    {
        left.TryPredicted();
        right.TryPredicted();
        double open = 0.5 * (left.Area + right.Area);
        double inside = 0.5 * (left.TrialPressure - left.Outside + right.TrialPressure - right.Outside);
        ThroatLoss sum = default;
        foreach (Throat throat in throats)
        {
            (double forward, double backward) = throat.At(inside, time);
            sum = sum.With(forward, backward, throat.Length, (open, friction, blood.Density));
        }

        return sum.After(time, last, before);
    }

    public override void Save()
    {
        base.Save();
        saved = (last, before);
    }

    public override void Restore()
    {
        base.Restore();
        (last, before) = saved;
    }
}
