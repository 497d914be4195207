using Azygos.Circulation.Narrowings;
using Azygos.Circulation.Waveforms;

namespace Azygos.Circulation.Vessels;

/// <summary>A vessel with waves; x runs from its first node (0) to its second (its length).</summary>
/// <remarks>
/// ∂A/∂t + ∂Q/∂x = 0; ∂Q/∂t + ∂(αQ²/A)/∂x + (A/ρ) ∂p/∂x = A g_x − κ Q/A, with p = p_ref(x) + y(A/A₀(x)) + P(t), P the pressure outside.
/// </remarks>
/// <source doi="10.1002/cnm.2732" at="1D equations of blood flow"/>
public sealed record Vessel
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
    public required VesselWall Wall { get; init; }

    /// <summary>Its properties along x.</summary>
    public required VesselProfile Profile { get; init; }

    /// <summary>Area and velocity before the first step.</summary>
    public required VesselStart Start { get; init; }

    /// <summary>Pressure P(t) [Pa] outside the whole vessel, on top of the profile's; null for none.</summary>
    public Waveform? OutsidePressure { get; init; }

    /// <summary>Node of the lumped network that surrounds the vessel, its pressure on top of the others; what the vessel
    /// gains in volume it displaces there. Null for none.</summary>
    public NodeId? OutsideNode { get; init; }

    /// <summary>Pressures outside parts of the vessel, on top of the others.</summary>
    public IReadOnlyList<OutsideLoad> Loads { get; init; } = [];

    /// <summary>τ of the viscoelastic wall [s], not negative: p = y + τ dy/dt for slow changes, y the wall at rest; 0:
    /// elastic.</summary>
    public double WallTime { get; init; }

    /// <summary>g of a viscoelastic wall [1], positive: fast waves meet 1 + g times the stiffness of the wall at
    /// rest.</summary>
    public double WallStiffening { get; init; }

    /// <summary>Factor of the profile's gravity in time [1] (a tilt); null: 1 always.</summary>
    public Waveform? GravityFactor { get; init; }

    /// <summary>Throats; each is at the face between two cells that is nearest to its place.</summary>
    public IReadOnlyList<Narrowing> Narrowings { get; init; } = [];

    /// <summary>Fewest cells that show how its properties vary; 1 unless told.</summary>
    public int LeastCells { get; init; } = 1;

    /// <summary>∫₀ˣ g_x dx [m²/s²], by Simpson between the profile's rows.</summary>
    public double PotentialAt(double x)
    {
        double sum = 0, from = 0;
        IReadOnlyList<double> rows = Profile is TabulatedProfile table ? table.Position : [];
        foreach (double row in rows.Where(row => row > 0 && row < x).Append(x))
        {
            double middle = Profile.At(0.5 * (from + row), fromLeft: true).Gravity;
            sum += (row - from) / 6
                * (Profile.At(from, fromLeft: false).Gravity + 4 * middle + Profile.At(row, fromLeft: true).Gravity);
            from = row;
        }

        return sum;
    }
}
