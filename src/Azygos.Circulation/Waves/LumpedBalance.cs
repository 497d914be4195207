using Azygos.Circulation.Vessels;

namespace Azygos.Circulation.Waves;

/// <summary>A node that vessels share with the lumped network, between two of its steps.</summary>
/// <remarks>
/// C dP/dt = Σ Q + r(t) − G (P − p̂(t)): C the node's storage, r what lumped elements bring and p̂ the pressure they expect,
/// both carried on linearly from the last two steps, G how they answer to another pressure. By the midpoint of each
/// vessel step, so that order 2 is kept.
/// </remarks>
internal sealed class LumpedBalance(LumpedEnd node, VesselEnd[] ends) : BalanceNode(node.Id, ends, node.Coupling)
{
    private double pressure, savedPressure, savedPressureTime, savedVolume;

    /// <summary>The lumped node.</summary>
    public NodeId Node => node.Node;

    /// <summary>C [m³/Pa] and G [m³/(s·Pa)].</summary>
    public double Compliance, Conductance;

    /// <summary>r and p̂ at the beginning of the network's step, and their slopes in time.</summary>
    public double Rate, RateSlope, Expected, ExpectedSlope;

    /// <summary>Beginning of the network's step [s].</summary>
    public double Beginning;

    /// <summary>∫ P dt [Pa·s] and ∫ Q dt [m³] over the step so far.</summary>
    public double PressureTime, Volume;

    /// <summary>Σ A/(ρc) of the ends [m³/(s·Pa)].</summary>
    public double Admittance()
    {
        double sum = 0;
        foreach (VesselEnd end in Ends)
        {
            end.Predict(end.IsRight ? end.Line.RightTrace.Time : end.Line.LeftTrace.Time);
            sum += end.Area / (end.Density * end.WaveSpeed);
        }

        return sum;
    }

    /// <summary>What the vessels give less as the node's pressure rises [m³/(s·Pa)].</summary>
    /// <remarks>Not 0 where all are choked: a node without storage would have no pressure.</remarks>
    public double Response() => double.IsNaN(Answered) ? Admittance() : Math.Max(Answered, LeastResponse * Admittance());

    // Chosen: a choked end answers to next to nothing.
    private const double LeastResponse = 0.01;

    /// <summary>What flows out of the vessels by their predicted states [m³/s].</summary>
    public double Outflowing()
    {
        double sum = 0;
        foreach (VesselEnd end in Ends) sum += end.Area * end.Velocity;
        return sum;
    }

    /// <summary>Takes what can be read of another.</summary>
    public void TakeOver(LumpedBalance other)
    {
        (pressure, Pressure, Outflow) = (other.pressure, other.Pressure, other.Outflow);
    }

    /// <summary>Begins a step of the network at the lumped node's pressure.</summary>
    public void Start(double time, double from)
    {
        Beginning = time;
        pressure = from;
        PressureTime = Volume = 0;
    }

    /// <summary>What the lumped side then took too much, the vessels owe it.</summary>
    protected override bool GivesWhatItCan => true;

    protected override (double Conductance, double Offset) Load(double start, double step)
    {
        double ahead = start + 0.5 * step - Beginning, storage = 2 * Compliance / step;
        double rate = Rate + ahead * RateSlope, expected = Expected + ahead * ExpectedSlope;
        return (storage + Conductance, -(storage * pressure + rate + Conductance * expected));
    }

    protected override void Pass(double flow, double head, double start, double step)
    {
        PressureTime += head * step;
        Volume += flow * step;
        pressure = Compliance > 0 ? 2 * head - pressure : head;
    }

    public override void Save()
    {
        base.Save();
        (savedPressure, savedPressureTime, savedVolume) = (pressure, PressureTime, Volume);
    }

    public override void Restore()
    {
        base.Restore();
        (pressure, PressureTime, Volume) = (savedPressure, savedPressureTime, savedVolume);
    }
}
