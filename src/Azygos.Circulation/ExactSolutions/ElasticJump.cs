namespace Azygos.Circulation.ExactSolutions;

/// <summary>An elastic jump: the hydraulic jump of a collapsed vein.</summary>
/// <param name="Before">Supercritical state upstream of it.</param>
/// <param name="After">Subcritical state downstream of it, at the same place.</param>
/// <source doi="10.1017/S0022112099006084" at="elastic jump"/>
public sealed record ElasticJump(SteadyPoint Before, SteadyPoint After)
{
    /// <summary>x [m].</summary>
    public double Position => Before.Position;
}
