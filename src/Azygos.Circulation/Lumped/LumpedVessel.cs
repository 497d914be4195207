using Azygos.Circulation.Assembly;
using Azygos.Circulation.Narrowings;
using Azygos.Circulation.Walls;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Circulation.Lumped;

/// <summary>One cell of a vessel with an elastic or collapsible wall: resistance, inertance and compliance that follow
/// its area (RLC).</summary>
/// <remarks>See <see cref="VesselCell{TWall}"/> for the equations. Circuit: half a volume at each node, one flow with
/// inertia between them.</remarks>
/// <typeparam name="TWall">Wall law.</typeparam>
/// <source choice="lumped RLC vessel whose coefficients follow the wall's law"/>
public sealed record LumpedVessel<TWall> : ILumpedElement
    where TWall : struct, IWallLaw
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>First node; flow is positive from here.</summary>
    public required NodeId From { get; init; }

    /// <summary>Second node.</summary>
    public required NodeId To { get; init; }

    /// <summary>Node whose pressure acts from outside.</summary>
    public required NodeId Outside { get; init; }

    /// <summary>ℓ, above 0.</summary>
    public required Length Length
    {
        get;
        init => field = Length.FromMetres(Require.Positive(value.Metres, "length", "ℓ", "m"));
    }

    /// <summary>A₀, the area at the reference pressure, above 0.</summary>
    public required Area ReferenceArea
    {
        get;
        init => field = Area.FromSquareMetres(Require.Positive(value.SquareMetres, "reference area", "A₀", "m²"));
    }

    /// <summary>K_d, stiffness against distension, above 0.</summary>
    public required Pressure Distension
    {
        get;
        init => field = Pressure.FromPascals(Require.Positive(value.Pascals, "distension stiffness", "K_d", "Pa"));
    }

    /// <summary>K_b, stiffness against folding, above 0.</summary>
    public required Pressure Bending
    {
        get;
        init => field = Pressure.FromPascals(Require.Positive(value.Pascals, "bending stiffness", "K_b", "Pa"));
    }

    /// <summary>p₀, the transmural pressure at the reference area.</summary>
    public Pressure ReferencePressure { get; init; }

    /// <summary>ρ, above 0.</summary>
    public Density Density { get; init; } = PhysicalConstants.BloodDensity;

    /// <summary>c_f = 8πμ, the friction of a parabolic profile [Pa·s], above 0.</summary>
    public double Friction { get; init => field = Require.Positive(value, "friction", "c_f", "Pa·s"); }
        = 8 * Math.PI * PhysicalConstants.BloodViscosity.PascalSeconds;

    /// <summary>K, velocity heads ½ρu² lost at the cell's end, where it opens into something wider [1], 0 or
    /// more.</summary>
    public double HeadLoss { get; init => field = Require.NotNegative(value, "head loss", "K", "1"); }

    /// <summary>A throat in the cell, wherever in it; null: none.</summary>
    public Narrowing? Narrowing { get; init; }

    /// <summary>Flow before the first step.</summary>
    public Flow InitialFlow { get; init; }

    /// <inheritdoc/>
    public IEnumerable<NodeId> Nodes => [From, To, Outside];

    /// <inheritdoc/>
    public void Assemble(MeshBuilder mesh)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        double[] cell =
        [
            Distension.Pascals, Bending.Pascals, ReferencePressure.Pascals, ReferenceArea.SquareMetres,
            Length.Metres, Density.KilogramsPerCubicMetre, Friction, HeadLoss,
        ];
        if (Narrowing is not { } throat)
        {
            mesh.AddCell<VesselCell<TWall>>(Id, From, To, Outside, cell, InitialFlow.CubicMetresPerSecond);
            return;
        }

        double stretch = default(TWall).AreaRatio<Real>(
            new(throat.Softness * throat.StatedAt), new(Distension.Pascals), new(Bending.Pascals)).Value;
        double share = (throat.Opening?.At(0) ?? 1) / stretch;
        mesh.AddCell<NarrowedCell<TWall>>(
            Id, From, To, Outside,
            [.. cell, share * throat.ForwardArea, share * throat.BackwardArea, throat.Length, throat.Softness],
            InitialFlow.CubicMetresPerSecond);
    }
}
