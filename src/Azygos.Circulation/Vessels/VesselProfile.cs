namespace Azygos.Circulation.Vessels;

/// <summary>How the properties of a vessel vary along it.</summary>
/// <source choice="uniform, tapered or tabulated: the geometries of 1D models"/>
public abstract record VesselProfile
{
    /// <summary>Places [m] at which a property jumps.</summary>
    public virtual IReadOnlyList<double> Jumps => [];

    /// <summary>True when every property but the pressure column of gravity is the same everywhere.</summary>
    public virtual bool IsUniform => false;

    /// <summary>Properties at <paramref name="x"/> [m]; at a jump the limit from the left or from the right.</summary>
    public abstract WallPoint At(double x, bool fromLeft);
}

/// <summary>The same everywhere.</summary>
/// <param name="Point">The properties.</param>
/// <source choice="geometry"/>
public sealed record UniformProfile(WallPoint Point) : VesselProfile
{
    /// <inheritdoc/>
    public override bool IsUniform => true;

    /// <inheritdoc/>
    public override WallPoint At(double x, bool fromLeft) => Point;
}

/// <summary>Radius and wall thickness linear in x: A₀ = πr², K = 4/3 E h/r.</summary>
/// <source doi="10.1002/cnm.2732" at="wall stiffness of a thin incompressible wall"/>
public sealed record TaperedProfile : VesselProfile
{
    /// <summary>Length of the vessel [m], positive.</summary>
    public required double Length { get; init; }

    /// <summary>r at x = 0 and at x = length [m], positive.</summary>
    public required (double In, double Out) Radius { get; init; }

    /// <summary>h at x = 0 and at x = length [m], positive.</summary>
    public required (double In, double Out) Thickness { get; init; }

    /// <summary>E [Pa], positive.</summary>
    public required double YoungModulus { get; init; }

    /// <summary>p_ext + p₀ [Pa].</summary>
    public double ReferencePressure { get; init; }

    /// <summary>Component of gravity along +x [m/s²].</summary>
    public double Gravity { get; init; }

    /// <inheritdoc/>
    public override WallPoint At(double x, bool fromLeft)
    {
        double share = x / Length, r = Radius.In + share * (Radius.Out - Radius.In);
        double K = 4.0 / 3 * YoungModulus * (Thickness.In + share * (Thickness.Out - Thickness.In)) / r;
        return new(Math.PI * r * r, K, K, ReferencePressure, Gravity);
    }
}

/// <summary>Columns along x, linear between rows; a jump is two rows with the same x, left limit first.</summary>
/// <param name="Position">x [m], ascending; shape [rows].</param>
/// <param name="Points">Properties; shape [rows].</param>
/// <source choice="geometry"/>
public sealed record TabulatedProfile(IReadOnlyList<double> Position, IReadOnlyList<WallPoint> Points) : VesselProfile
{
    /// <inheritdoc/>
    public override IReadOnlyList<double> Jumps { get; } =
        [.. Position.Skip(1).Zip(Position, (later, earlier) => (later, earlier))
            .Where(pair => pair.later == pair.earlier).Select(pair => pair.later)];

    /// <inheritdoc/>
    public override bool IsUniform { get; } = Points.Distinct().Count() == 1;

    /// <inheritdoc/>
    public override WallPoint At(double x, bool fromLeft)
    {
        int next = 0;   // the first row beyond x; from the left, the first at x or beyond
        while (next < Position.Count && (fromLeft ? Position[next] < x : Position[next] <= x)) next++;
        if (next == 0) return Points[0];
        if (next == Position.Count) return Points[^1];
        double share = (x - Position[next - 1]) / (Position[next] - Position[next - 1]);
        WallPoint a = Points[next - 1], b = Points[next];
        return new(
            Between(a.ReferenceArea, b.ReferenceArea), Between(a.Distension, b.Distension),
            Between(a.Bending, b.Bending), Between(a.ReferencePressure, b.ReferencePressure),
            Between(a.Gravity, b.Gravity));

        double Between(double from, double to) => from + share * (to - from);
    }
}
