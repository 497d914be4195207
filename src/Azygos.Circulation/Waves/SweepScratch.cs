namespace Azygos.Circulation.Waves;

/// <summary>Scratch of one sweep along a vessel; vessels take turns.</summary>
internal sealed class SweepScratch(int length)
{
    /// <summary>u in cells [m/s].</summary>
    public readonly double[] Velocity = new double[length];

    /// <summary>Difference across the left face of each cell of what is reconstructed of the motion: u [m/s] or, where
    /// the wall varies, Q [m³/s]; and one over its scale, c or A c.</summary>
    public readonly double[] MotionDifference = new double[length], PerMotion = new double[length];

    /// <summary>1/A [1/m²] and c²/A, which is ∂(p/ρ)/∂A [1/s²], in cells.</summary>
    public readonly double[] PerArea = new double[length], Elastance = new double[length];

    /// <summary>α, and the head p − γρ ∫ g dx [Pa], in cells of a wall that varies.</summary>
    public readonly double[] Ratio = new double[length], Head = new double[length];

    /// <summary>Areas at the left and right face of each cell, were its head the same throughout [m²].</summary>
    public readonly double[] RestLeft = new double[length], RestRight = new double[length];

    /// <summary>Difference of those at the left face of each cell [m²]: zero at rest.</summary>
    public readonly double[] AreaDifference = new double[length];

    /// <summary>Slopes per cell, limited.</summary>
    public readonly double[] MotionSlope = new double[length], AreaSlope = new double[length];

    /// <summary>States at the left face of each cell, half a step on: A, u, momentum flux αAu² + G/ρ, wave
    /// speed.</summary>
    public readonly FaceStates Left = new(length);

    /// <summary>The same at the right face.</summary>
    public readonly FaceStates Right = new(length);

    /// <summary>Rise of the head of a cell over ρ in half a step [m²/s²].</summary>
    public readonly double[] HeadChange = new double[length];

    /// <summary>Force of wall and gravity within a cell, ΔG/ρ between its rest areas [m⁴/s²].</summary>
    public readonly double[] Force = new double[length];

    /// <summary>Of a viscoelastic wall: y in cells, the head that its s stands for, and the heads of y at both faces at which
    /// its p would be that of the cell [Pa].</summary>
    public readonly double[] Elastic = new double[length], LagHead = new double[length];
    public readonly double[] LeftHead = new double[length], RightHead = new double[length];

    /// <summary>Fluxes at the left face of each cell: volume [m³/s], momentum over density [m⁴/s²].</summary>
    public readonly double[] VolumeFlux = new double[length], MomentumFlux = new double[length];

    /// <summary>A few numbers side by side.</summary>
    public readonly double[] Lanes = new double[VesselLine.Margin];
}

/// <summary>States at faces; each of shape [cells with margins].</summary>
internal sealed class FaceStates(int length)
{
    public readonly double[] Area = new double[length];
    public readonly double[] Velocity = new double[length];
    public readonly double[] Momentum = new double[length];
    public readonly double[] Speed = new double[length];
}
