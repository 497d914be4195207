using Azygos.Circulation.Assembly;
using Azygos.Circulation.Waveforms;

namespace Azygos.Circulation.Waves;

/// <summary>Vessels inside a space whose pressure is a lumped node's: the node presses on them, and what they gain they
/// displace there.</summary>
internal sealed class FluidAround(Surroundings surroundings, VesselLine[] lines, Waveform? prescribed)
{
    private double before, lastPressure, lastInflow;

    /// <summary>Slot of the node's pressure.</summary>
    public required int Slot { get; init; }

    /// <summary>What the node is told; null where its pressure is prescribed, so that nothing displaces it.</summary>
    public VesselInterface? Displaced { get; init; }

    /// <summary>What the vessels displaced, but the node has not taken yet [m³].</summary>
    public double Pending { get; private set; }

    /// <summary>Volume of the vessels [m³].</summary>
    public double Held()
    {
        double sum = 0;
        foreach (VesselLine line in lines) sum += line.Volume();
        return sum;
    }

    /// <summary>Begins a step of the network.</summary>
    /// <param name="time">[s].</param>
    /// <param name="step">[s].</param>
    /// <param name="lastStep">[s]; 0: there was none.</param>
    /// <param name="pressure">Of the node now [Pa].</param>
    public void Begin(double time, double step, double lastStep, double pressure)
    {
        double slope = prescribed is { } given ? (given.At(time + step) - pressure) / step
            : lastStep == 0 ? 0 : (pressure - lastPressure) / lastStep;
        surroundings.Set(time, pressure, slope);
        before = Displaced is null ? 0 : Held();
    }

    /// <summary>Tells the node what the vessels displaced in the step.</summary>
    public void Tell(double time, double step, double lastStep)
    {
        if (Displaced is not { } one) return;
        double inflow = (Held() - before) / step;
        one.Middle = time + 0.5 * step;
        one.Inflow = inflow;
        one.InflowSlope = lastStep == 0 ? 0 : (inflow - lastInflow) / (0.5 * (step + lastStep));
        one.Taken = 0;
    }

    /// <summary>Goes on from another, in the middle of a run.</summary>
    public void TakeOver(FluidAround other)
    {
        (before, lastPressure, lastInflow, Pending) = (other.before, other.lastPressure, other.lastInflow, other.Pending);
        surroundings.TakeOver(other.Around);
        if (Displaced is { } one) one.TakeOver(other.Displaced!);
    }

    private Surroundings Around => surroundings;

    /// <summary>Moves the pressure by other means than a step: what is carried on moves along, else the next step would
    /// take the move for a slope.</summary>
    /// <param name="change">[Pa].</param>
    public void Move(double change)
    {
        lastPressure += change;
        surroundings.Move(change);
    }

    /// <summary>Ends a step that succeeded.</summary>
    /// <param name="step">[s].</param>
    /// <param name="pressure">Of the node at its beginning [Pa].</param>
    public void End(double step, double pressure)
    {
        lastPressure = pressure;
        if (Displaced is not { } one) return;
        Pending += step * one.Inflow - one.Taken;
        lastInflow = one.Inflow;
    }
}
