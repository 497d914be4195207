using Azygos.Circulation.Vessels;

namespace Azygos.Circulation.Verification;

/// <summary>A vessel with waves; x runs from its first node (0) to its second (its length).</summary>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record CaseVessel
{
    /// <summary>Name, unique among the vessels.</summary>
    public required string Id { get; init; }

    /// <summary>Node at x = 0.</summary>
    public required string From { get; init; }

    /// <summary>Node at x = length.</summary>
    public required string To { get; init; }

    /// <summary>[m], positive.</summary>
    public required double Length { get; init; }

    /// <summary>Pressure against area.</summary>
    public required CaseTubeLaw Law { get; init; }

    /// <summary>Reference area, stiffness and external pressure along x.</summary>
    public required VesselGeometry Geometry { get; init; }

    /// <summary>Area and velocity at the start.</summary>
    public required VesselStart Initial { get; init; }
}

/// <summary>p = p_e + p0 + K [(A/A0)^m − (A/A0)^n].</summary>
/// <param name="Stiffness">K [Pa], positive; null where the geometry gives it.</param>
/// <param name="RisingExponent">m [1].</param>
/// <param name="FallingExponent">n [1].</param>
/// <param name="OffsetPressure">p0 [Pa].</param>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record CaseTubeLaw(
    double? Stiffness, double RisingExponent, double FallingExponent, double OffsetPressure);

/// <summary>Reference area, stiffness and external pressure along a vessel.</summary>
/// <source choice="schema azygos-benchmark/1"/>
public abstract record VesselGeometry;

/// <summary>The same everywhere.</summary>
/// <param name="ReferenceArea">A0 [m²], positive.</param>
/// <param name="ExternalPressure">p_e [Pa].</param>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record UniformGeometry(double ReferenceArea, double ExternalPressure) : VesselGeometry;

/// <summary>Radius r and wall thickness h linear in x; A0 = πr², K = 4/3 E h/r.</summary>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record TaperedGeometry : VesselGeometry
{
    /// <summary>r at x = 0 [m], positive.</summary>
    public required double RadiusIn { get; init; }

    /// <summary>r at x = length [m], positive.</summary>
    public required double RadiusOut { get; init; }

    /// <summary>h at x = 0 [m], positive.</summary>
    public required double ThicknessIn { get; init; }

    /// <summary>h at x = length [m], positive.</summary>
    public required double ThicknessOut { get; init; }

    /// <summary>E [Pa], positive.</summary>
    public required double YoungModulus { get; init; }

    /// <summary>p_e [Pa].</summary>
    public required double ExternalPressure { get; init; }
}

/// <summary>Columns along x, linear between rows; a jump is two rows with the same x, left limit first.</summary>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record FieldGeometry : VesselGeometry
{
    /// <summary>x [m], ascending from 0 to the length; shape [rows].</summary>
    public required double[] Position { get; init; }

    /// <summary>A0 [m²]; shape [rows].</summary>
    public required double[] ReferenceArea { get; init; }

    /// <summary>K [Pa]; shape [rows].</summary>
    public required double[] Stiffness { get; init; }

    /// <summary>p_e [Pa]; shape [rows].</summary>
    public required double[] ExternalPressure { get; init; }
}
