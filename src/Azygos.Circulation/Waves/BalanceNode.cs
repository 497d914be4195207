using Azygos.Circulation.Stepping;
using Azygos.Circulation.Vessels;

namespace Azygos.Circulation.Waves;

/// <summary>A node that obeys a balance: what flows out of the vessels is what the rest takes in, Σ v A = Y H + B, and
/// the ends share the head H.</summary>
/// <remarks>
/// H is the total pressure p + ρv²/2, or the static one. Y and B are of the load: 0 and 0 for a junction or a closed
/// end, 0 and −q for a prescribed inflow, 1/R and −p_out/R for a resistance. Newton on the areas and H together; where
/// an end nears the wave speed, a bracketed search for H, in which choked ends give what they can.
/// </remarks>
/// <source doi="10.1002/cnm.2732" at="total pressure and mass at a node"/>
internal abstract class BalanceNode(string id, VesselEnd[] ends, NodeCoupling coupling) : WaveNode(id, ends)
{
    // Corrections below this share end the iteration; convergence is quadratic, so that 1e-8 is left, far below the error
    // of a step, and volume, which is balanced apart, does not depend on it.
    private const double Tolerance = 1e-4;
    private const int MostIterations = 12;

    // Nearer to the wave speed than this share, the quick iteration is left for the bracketed one.
    private const double NearCritical = 0.05;

    // Nearer than this, rounding away, an end is choked: neither flow nor head answers to its area.
    private const double Choking = 1e-9;

    private readonly double[] choked = new double[ends.Length];
    private readonly double kinetic = coupling == NodeCoupling.TotalPressure ? 0.5 : 0;

    /// <summary>Y [m³/(s·Pa)] and B [m³/s] of the load at the middle of a step.</summary>
    protected abstract (double Conductance, double Offset) Load(double start, double step);

    /// <summary>Tells the load what flowed into it.</summary>
    protected virtual void Pass(double flow, double head, double start, double step)
    {
    }

    /// <summary>How much less the vessels give as the head rises, at the last solve [m³/(s·Pa)]: A/(ρc) of slow ends, 0
    /// of choked ones.</summary>
    protected double Answered { get; private set; } = double.NaN;

    protected sealed override SolveFailure? Balance(double start, double step)
    {
        (double Y, double B) = Load(start, step);
        if (Refuse(Y + B, "load") is { } refused) return refused;
        if (!Quick(Y, B, out double head) && Bracketed(Y, B, ref head) is { } reason)
            return new SolveFailure(reason, Id);
        double taken = Y * head + B;
        if (GivesWhatItCan) taken = Math.Min(taken, Given());
        Hand(taken, head, start, step);
        return null;
    }

    private void Hand(double taken, double head, double start, double step)
    {
        // What rounding left goes to the end that answers most to pressure, so that volume is exact.
        double sum = 0, widest = 0;
        int largest = 0;
        for (int i = 0; i < Ends.Length; i++)
        {
            VesselEnd end = Ends[i];
            sum += end.TrialArea * end.TrialVelocity;
            double admittance = end.TrialArea / end.TrialSpeed;
            if (admittance > widest) (widest, largest) = (admittance, i);
        }

        for (int i = 0; i < Ends.Length; i++)
        {
            VesselEnd end = Ends[i];
            double outflow = end.TrialArea * end.TrialVelocity - (i == largest ? sum - taken : 0);
            end.Accept(
                outflow, end.MomentumFlux(end.TrialArea, end.TrialVelocity),
                Math.Abs(end.TrialVelocity) + end.TrialSpeed, step);
        }

        Answered = 0;
        foreach (VesselEnd end in Ends)
            if (end.TrialVelocity < (1 - Choking) * end.TrialSpeed)
                Answered += Math.Max(0, -(end.TrialVelocity + end.TrialArea * end.TrialVelocitySlope) / SlopeOfHead(end));
        Pressure = head;
        Outflow += taken * step;
        Pass(taken, head, start, step);
    }

    private double Head(VesselEnd end) =>
        end.TrialPressure + kinetic * end.Density * end.TrialVelocity * end.TrialVelocity;

    private bool Quick(double Y, double B, out double head)
    {
        double weight = 0;
        head = 0;
        foreach (VesselEnd end in Ends)
        {
            end.TryPredicted();
            double admittance = end.Area / end.WaveSpeed;
            weight += admittance;
            head += admittance * Head(end);
        }

        head /= weight;
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            // End i: h + h′ δA = H; all: Σ (q + q′ δA) = Y H + B.
            double balance = -B, slope = -Y;
            foreach (VesselEnd end in Ends)
            {
                double lag = end.TrialSpeed - end.TrialVelocity;
                if (lag < NearCritical * end.TrialSpeed || -end.TrialVelocity > end.TrialSpeed) return false;
                double area = end.TrialArea, slopeOfFlow = end.TrialVelocity + area * end.TrialVelocitySlope;
                double slopeOfHead = SlopeOfHead(end);
                balance += area * end.TrialVelocity - slopeOfFlow / slopeOfHead * Head(end);
                slope += slopeOfFlow / slopeOfHead;
            }

            double next = -balance / slope, largest = 0;
            foreach (VesselEnd end in Ends)
            {
                double change = (next - Head(end)) / SlopeOfHead(end) / end.TrialArea;
                change = Math.Clamp(change, -0.5, 1);   // a pass may halve or double an area
                largest = Math.Max(largest, Math.Abs(change));
                end.Try(end.TrialArea * (1 + change));
            }

            head = next;
            if (!double.IsFinite(largest)) return false;
            if (largest <= Tolerance) return true;
        }

        return false;
    }

    // dh/dA = ρ(c²/A + 2k v v′)
    private double SlopeOfHead(VesselEnd end) => end.Density * (end.TrialSpeed * end.TrialSpeed / end.TrialArea
        + 2 * kinetic * end.TrialVelocity * end.TrialVelocitySlope);

    private string? Bracketed(double Y, double B, ref double head)
    {
        for (int i = 0; i < Ends.Length; i++)
        {
            if (!(Ends[i].Area > 0) || !double.IsFinite(Ends[i].Velocity))
                return $"the state of {Ends[i].Name} is not finite";
            choked[i] = Ends[i].ChokedArea();
        }

        // Surplus of outflow falls with H. Widen the bracket until it holds the root.
        double centre = 0, reach = 0;
        foreach (VesselEnd end in Ends)
        {
            end.Try(end.Area);
            centre += Head(end) / Ends.Length;
            reach = Math.Max(reach, end.Density * end.WaveSpeed * end.WaveSpeed);
        }

        double low = centre, high = centre;
        for (int k = 0; Surplus(low, Y, B) < 0; k++)
        {
            if (GivesWhatItCan && k > WideningsUntilChoked)
            {
                head = low;   // leaves the ends choked
                return null;
            }

            if (k > MostWidenings) return Choked();
            low -= reach * (1 << Math.Min(k, 20));
        }

        for (int k = 0; Surplus(high, Y, B) > 0; k++)
        {
            if (k > MostWidenings) return "no pressure balances its flows";
            high += reach * (1 << Math.Min(k, 20));
        }

        for (int i = 0; i < Bisections; i++)
        {
            head = 0.5 * (low + high);
            if (head <= low || head >= high) break;
            if (Surplus(head, Y, B) > 0) low = head;
            else high = head;
        }

        Surplus(head, Y, B);   // leaves the ends at H
        return null;
    }

    private string Choked() =>
        $"more is to leave than can: {string.Join(", ", Ends.Select(end => end.Name))} choked at the speed of waves";

    /// <summary>True: where more is to leave than can, the choked ends give what they can, and the load goes
    /// short.</summary>
    protected virtual bool GivesWhatItCan => false;

    private double Given()
    {
        double sum = 0;
        foreach (VesselEnd end in Ends) sum += end.TrialArea * end.TrialVelocity;
        return sum;
    }

    // So many ρc² (2⁶) below their pressure, ends have long been choked.
    private const int WideningsUntilChoked = 6;

    // Widenings of the bracket by powers of two of ρc², and bisections to the last digit.
    private const int MostWidenings = 24;
    private const int Bisections = 100;

    private double Surplus(double head, double Y, double B)
    {
        double sum = -Y * head - B;
        for (int i = 0; i < Ends.Length; i++)
        {
            Settle(Ends[i], head, choked[i], kinetic);
            sum += Ends[i].TrialArea * Ends[i].TrialVelocity;
        }

        return sum;
    }

    /// <summary>Sets the trial state of an end to that of a head, or to the choked one.</summary>
    /// <param name="end">The end.</param>
    /// <param name="head">H [Pa].</param>
    /// <param name="choked">Its choked area [m²].</param>
    /// <param name="kinetic">½ for total pressure, 0 for static.</param>
    internal static void Settle(VesselEnd end, double head, double choked, double kinetic)
    {
        if (HeadAt(choked) >= head)
        {
            if (end.Velocity >= end.WaveSpeed) end.Try(end.Area);   // supercritical: nothing enters
            return;
        }

        double low = choked, high = Math.Max(choked, end.Area);
        while (HeadAt(high) < head && double.IsFinite(high)) high *= 2;
        double area = Math.Clamp(end.Area, low, high);
        for (int i = 0; i < Bisections; i++)
        {
            double h = HeadAt(area);
            if (h < head) low = area;
            else high = area;
            double slope = end.Density * (end.TrialSpeed * end.TrialSpeed / area
                + 2 * kinetic * end.TrialVelocity * end.TrialVelocitySlope);
            double next = area + (head - h) / slope;
            if (!(next > low && next < high)) next = 0.5 * (low + high);
            if (Math.Abs(next - area) <= 1e-15 * area) break;
            area = next;
        }

        HeadAt(area);
        if (end.TrialVelocity < -end.TrialSpeed) Critical(end, head, kinetic);

        double HeadAt(double a)
        {
            end.Try(a);
            return end.TrialPressure + kinetic * end.Density * end.TrialVelocity * end.TrialVelocity;
        }
    }

    // An inflow faster than waves hears nothing of the vessel: the head alone makes the state, v = −c with
    // p + kρc² = H. At v = −c it is that of the wave curve.
    private static void Critical(VesselEnd end, double head, double kinetic)
    {
        double low = end.TrialArea, high = end.TrialArea;
        while (HeadAt(low) > head && low > 0) low *= 0.5;
        while (HeadAt(high) < head && double.IsFinite(high)) high *= 2;
        for (int i = 0; i < Bisections; i++)
        {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) break;
            if (HeadAt(middle) < head) low = middle;
            else high = middle;
        }

        HeadAt(high);
        end.TrialVelocity = -end.TrialSpeed;

        double HeadAt(double area)
        {
            end.Try(area);
            return end.TrialPressure + kinetic * end.Density * end.TrialSpeed * end.TrialSpeed;
        }
    }
}
