namespace Azygos.Circulation.Waves;

/// <summary>The state at an end of a vessel as the vessel's present step predicts it: linear in time.</summary>
internal struct EndTrace
{
    /// <summary>When the step began [s].</summary>
    public double Time;

    /// <summary>A at the end then [m²].</summary>
    public double Area;

    /// <summary>∂A/∂t [m²/s].</summary>
    public double AreaRate;

    /// <summary>u along x then [m/s].</summary>
    public double Velocity;

    /// <summary>∂u/∂t [m/s²].</summary>
    public double VelocityRate;

    /// <summary>s of a viscoelastic wall at the end then [Pa]; 0 of an elastic one.</summary>
    public double Lag;

    /// <summary>∂s/∂t [Pa/s].</summary>
    public double LagRate;
}
