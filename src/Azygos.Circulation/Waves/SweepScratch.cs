namespace Azygos.Circulation.Waves;

/// <summary>Scratch of one sweep along a vessel; vessels take turns.</summary>
internal sealed class SweepScratch(int length)
{
    /// <summary>u in cells [m/s].</summary>
    public readonly double[] Velocity = new double[length];

    /// <summary>What is reconstructed beside u: area [m²] or head [Pa].</summary>
    public readonly double[] Level = new double[length];

    public readonly double[] VelocitySlope = new double[length];
    public readonly double[] LevelSlope = new double[length];

    /// <summary>c in cells [m/s].</summary>
    public readonly double[] Speed = new double[length];

    /// <summary>States at the left face of each cell, half a step on: A, u, momentum flux αAu² + G/ρ, wave
    /// speed.</summary>
    public readonly FaceStates Left = new(length);

    /// <summary>The same at the right face.</summary>
    public readonly FaceStates Right = new(length);

    /// <summary>Force of wall and gravity within a cell, (ΔG − Ā Δh)/ρ [m⁴/s²].</summary>
    public readonly double[] Force = new double[length];

    /// <summary>Fluxes at the left face of each cell: volume [m³/s], momentum over density [m⁴/s²].</summary>
    public readonly double[] VolumeFlux = new double[length];

    public readonly double[] MomentumFlux = new double[length];
}

/// <summary>States at faces; each of shape [cells with margins].</summary>
internal sealed class FaceStates(int length)
{
    public readonly double[] Area = new double[length];
    public readonly double[] Velocity = new double[length];
    public readonly double[] Momentum = new double[length];
    public readonly double[] Speed = new double[length];
}
