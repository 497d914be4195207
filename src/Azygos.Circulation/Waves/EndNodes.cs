using Azygos.Circulation.Stepping;
using Azygos.Circulation.Waveforms;

namespace Azygos.Circulation.Waves;

/// <summary>A prescribed pressure, static or total.</summary>
/// <remarks>An outflow faster than waves is not held back; an inflow is no faster than they are.</remarks>
internal sealed class PressureEnd(string id, VesselEnd[] ends, Waveform pressure, bool total) : WaveNode(id, ends)
{
    // Nearer to the wave speed than this share, choking is looked for.
    private const double NearCritical = 0.05;

    protected override SolveFailure? Balance(double start, double step)
    {
        double head = pressure.At(start + 0.5 * step);
        if (Refuse(head, "pressure") is { } refused) return refused;
        foreach (VesselEnd end in Ends)
        {
            if (!(end.Area > 0) || !double.IsFinite(end.Velocity))
                return new SolveFailure($"the state of {end.Name} is not finite", Id);
            end.Try(total ? end.Area : end.AreaAt(head));
            bool isSlow = end.Velocity < (1 - NearCritical) * end.WaveSpeed
                && Math.Abs(end.TrialVelocity) < (1 - NearCritical) * end.TrialSpeed;
            if (total || !isSlow) BalanceNode.Settle(end, head, end.ChokedArea(), total ? 0.5 : 0);
            end.Accept(end.TrialArea, end.TrialVelocity, step);
            Outflow += end.TrialArea * end.TrialVelocity * step;
        }

        Pressure = head;
        return null;
    }
}

/// <summary>An end through which waves leave; a simple wave may enter a vessel at rest.</summary>
/// <remarks>
/// The outgoing characteristic carries v + ∫c dA/A of the prediction, the incoming one v − ∫c dA/A of the simple wave
/// that raises the pressure from rest to p_ref + p(t).
/// </remarks>
internal sealed class CharacteristicEnd(string id, VesselEnd[] ends, double reference, Waveform? incident)
    : WaveNode(id, ends)
{
    private const double Tolerance = 1e-13;
    private const int MostIterations = 50;

    protected override SolveFailure? Balance(double start, double step)
    {
        double rise = incident?.At(start + 0.5 * step) ?? 0;
        if (Refuse(rise, "pressure") is { } refused) return refused;
        foreach (VesselEnd end in Ends)
        {
            double atRest = end.AreaAt(reference), entering = end.AreaAt(reference + rise);
            double carried = end.Velocity + end.WaveChange(atRest, entering), area = end.Area;
            for (int i = 0; i < MostIterations; i++)
            {
                // v_e − W(A_e → A) = W(A_w → A) − W(A_ref → A_w); both W grow by c/A.
                double residual = carried - end.WaveChange(end.Area, area) - end.WaveChange(entering, area);
                end.Try(area);
                double change = residual / (2 * end.TrialSpeed);
                if (!double.IsFinite(change))
                    return new SolveFailure($"the state of {end.Name} is not finite", Id);
                area *= 1 + Math.Clamp(change, -0.5, 1);
                if (Math.Abs(change) <= Tolerance) break;
            }

            end.Try(area);
            double velocity = end.Velocity - end.WaveChange(end.Area, area);
            end.Accept(area, velocity, step);
            Outflow += area * velocity * step;
            Pressure = end.TrialPressure;
        }

        return null;
    }
}

/// <summary>Zero gradient: the predicted state leaves as it is.</summary>
internal sealed class TransmissiveEnd(string id, VesselEnd[] ends) : WaveNode(id, ends)
{
    protected override SolveFailure? Balance(double start, double step)
    {
        foreach (VesselEnd end in Ends)
        {
            end.Try(end.Area);
            end.Accept(end.Area, end.Velocity, step);
            Outflow += end.Area * end.Velocity * step;
            Pressure = end.TrialPressure;
        }

        return null;
    }
}

/// <summary>A supercritical inflow: flow and area are prescribed.</summary>
internal sealed class FlowAndAreaEnd(string id, VesselEnd[] ends, double area, Waveform flow) : WaveNode(id, ends)
{
    protected override SolveFailure? Balance(double start, double step)
    {
        double inflow = flow.At(start + 0.5 * step);
        if (Refuse(inflow, "flow") is { } refused) return refused;
        foreach (VesselEnd end in Ends)
        {
            end.Try(area);
            end.Accept(area, -inflow / area, step);
            Outflow -= inflow * step;
            Pressure = end.TrialPressure;
        }

        return null;
    }
}

/// <summary>Two vessels with the same wall at the joint: a face like any other, by HLL.</summary>
/// <remarks>Flow through it may be faster than waves.</remarks>
internal sealed class SeamlessJoint(string id, VesselEnd[] ends) : WaveNode(id, ends)
{
    protected override SolveFailure? Balance(double start, double step)
    {
        VesselEnd a = Ends[0], b = Ends[1];
        double uA = a.Velocity, uB = -b.Velocity;   // both along the way from a to b
        double low = Math.Min(0, Math.Min(uA - a.WaveSpeed, uB - b.WaveSpeed));
        double high = Math.Max(0, Math.Max(uA + a.WaveSpeed, uB + b.WaveSpeed));
        double flowA = a.Area * uA, flowB = b.Area * uB, scale = 1 / (high - low);
        double flow = (high * flowA - low * flowB + low * high * (b.Area - a.Area)) * scale;
        double momentum = (high * a.MomentumFlux(a.Area, uA) - low * b.MomentumFlux(b.Area, uB)
            + low * high * (flowB - flowA)) * scale;
        if (!double.IsFinite(flow))
            return new SolveFailure($"the state of {a.Name} or {b.Name} is not finite", Id);
        double speed = Math.Max(high, -low);   // either side's waves may enter the other: a jump that comes across
        a.Accept(flow, momentum, speed, step);
        b.Accept(-flow, momentum, speed, step);
        a.Try(a.Area);
        Pressure = a.TrialPressure;
        return null;
    }
}
