namespace Azygos.Circulation.Assembly;

/// <summary>What vessels with waves do to a lumped node during a step: an inflow, linear in time, and how it answers to
/// the node's pressure.</summary>
/// <remarks>q = q_m + q′ (t − t_m) − Y (p − p_m − p′ (t − t_m)): what the vessels passed, less what they would have held
/// back had the node been at another pressure than they saw.</remarks>
/// <source choice="Robin condition on either side: a node without storage is determined, and one with storage takes
/// exactly what it is given (Y = 0)"/>
internal sealed class VesselInterface(int slot)
{
    /// <summary>Slot of the node's pressure.</summary>
    public int Slot { get; } = slot;

    /// <summary>Place of the node's own slope in the matrix; negative where the node's pressure is known.</summary>
    public int Diagonal { get; set; } = -1;

    /// <summary>t_m [s].</summary>
    public double Middle { get; set; }

    /// <summary>q_m [m³/s].</summary>
    public double Inflow { get; set; }

    /// <summary>q′ [m³/s²].</summary>
    public double InflowSlope { get; set; }

    /// <summary>Y [m³/(s·Pa)].</summary>
    public double Conductance { get; set; }

    /// <summary>p_m [Pa].</summary>
    public double Pressure { get; set; }

    /// <summary>p′ [Pa/s].</summary>
    public double PressureSlope { get; set; }

    /// <summary>What the node has taken in this step [m³].</summary>
    public double Taken { get; set; }

    /// <summary>Takes what another was told.</summary>
    public void TakeOver(VesselInterface other)
    {
        (Middle, Inflow, InflowSlope) = (other.Middle, other.Inflow, other.InflowSlope);
        (Conductance, Pressure, PressureSlope) = (other.Conductance, other.Pressure, other.PressureSlope);
    }

    /// <summary>The inflow at a time and a pressure of the node.</summary>
    public double At(double time, double pressure)
    {
        double ahead = time - Middle;
        return Inflow + ahead * InflowSlope - Conductance * (pressure - Pressure - ahead * PressureSlope);
    }
}
