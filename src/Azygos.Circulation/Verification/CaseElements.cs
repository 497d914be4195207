namespace Azygos.Circulation.Verification;

/// <summary>A lumped element of a case.</summary>
/// <param name="Id">Name, unique among the elements.</param>
/// <source choice="schema azygos-benchmark/1"/>
public abstract record CaseElement(string Id);

/// <summary>A lumped element between two nodes; flow is positive from the first to the second.</summary>
/// <param name="Id">Name, unique among the elements.</param>
/// <param name="From">First node.</param>
/// <param name="To">Second node.</param>
/// <source choice="schema azygos-benchmark/1"/>
public abstract record CaseBranch(string Id, string From, string To) : CaseElement(Id);

/// <summary>Resistor, p_from − p_to = R q.</summary>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record ResistorElement(string Id, string From, string To) : CaseBranch(Id, From, To)
{
    /// <summary>R [Pa s/m³], positive.</summary>
    public required double Resistance { get; init; }
}

/// <summary>Capacitor, q = C d(p_from − p_to)/dt; holds the volume C (p_from − p_to).</summary>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record CapacitorElement(string Id, string From, string To) : CaseBranch(Id, From, To)
{
    /// <summary>C [m³/Pa], positive.</summary>
    public required double Compliance { get; init; }
}

/// <summary>Inductor, p_from − p_to = L dq/dt.</summary>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record InductorElement(string Id, string From, string To) : CaseBranch(Id, From, To)
{
    /// <summary>L [Pa s²/m³], positive.</summary>
    public required double Inertance { get; init; }

    /// <summary>q at the start [m³/s].</summary>
    public required double InitialFlow { get; init; }
}

/// <summary>A valve: Bernoulli loss and inertance of its orifice, which opens and closes.</summary>
/// <remarks>
/// Δp = B q|q| + L dq/dt, B = ρ/(2A²), L = ρl/A, A = A_closed + z (A_open − A_closed); when dynamic,
/// dz/dt = (1 − z) K_o (Δp − Δp_open) above Δp_open and z K_c (Δp − Δp_close) below Δp_close.
/// </remarks>
/// <source doi="10.1002/cnm.1466" at="valve model"/>
public sealed record ValveElement(string Id, string From, string To) : CaseBranch(Id, From, To)
{
    /// <summary>A_open [m²], positive.</summary>
    public required double OpenArea { get; init; }

    /// <summary>A_closed [m²], not negative.</summary>
    public required double ClosedArea { get; init; }

    /// <summary>l [m], positive.</summary>
    public required double EffectiveLength { get; init; }

    /// <summary>z at the start [1], in [0, 1].</summary>
    public required double InitialOpening { get; init; }

    /// <summary>q at the start [m³/s].</summary>
    public required double InitialFlow { get; init; }

    /// <summary>How it opens and closes; null when its opening is fixed.</summary>
    public ValveDynamics? Dynamics { get; init; }
}

/// <summary>How fast a valve opens and closes, and from which pressure difference on.</summary>
/// <param name="OpeningRate">K_o [1/(Pa s)], positive.</param>
/// <param name="ClosingRate">K_c [1/(Pa s)], positive.</param>
/// <param name="OpensAbove">Δp_open [Pa].</param>
/// <param name="ClosesBelow">Δp_close [Pa].</param>
/// <source doi="10.1002/cnm.1466" at="valve state"/>
public sealed record ValveDynamics(double OpeningRate, double ClosingRate, double OpensAbove, double ClosesBelow);

/// <summary>Which part of a narrowing's loss is meant.</summary>
public enum StenosisForm
{
    /// <summary>The whole loss between its ends.</summary>
    Full,

    /// <summary>The whole loss less the viscous loss of the healthy length.</summary>
    Excess,
}

/// <summary>A narrowing with the pressure loss of Young and Tsai.</summary>
/// <remarks>
/// Δp = Kv μU/D0 + Kt/2 (A0/A1 − 1)² ρU|U| + Ku ρ Ls dU/dt, Kv = 32 (0.83 Ls + 1.64 D1)/D0 (A0/A1)²; U, D0, A0 outside,
/// D1, A1 = A0 (1 − area reduction) inside, Ls its length.
/// </remarks>
/// <source doi="10.1016/0021-9290(73)90099-7" at="unsteady loss, constants Kv, Kt, Ku"/>
public sealed record StenosisElement(string Id, string From, string To) : CaseBranch(Id, From, To)
{
    /// <summary>Which part of the loss.</summary>
    public required StenosisForm Form { get; init; }

    /// <summary>D0 [m], positive.</summary>
    public required double Diameter { get; init; }

    /// <summary>Share of the lumen lost [1], in [0, 1).</summary>
    public required double AreaReduction { get; init; }

    /// <summary>Ls [m], positive.</summary>
    public required double Length { get; init; }

    /// <summary>Kt [1], not negative.</summary>
    public required double TurbulentLoss { get; init; }

    /// <summary>Ku [1], not negative.</summary>
    public required double InertialFactor { get; init; }
}

/// <summary>Womersley's functions at given Womersley numbers: algebra, no network.</summary>
/// <param name="Id">Name, unique among the elements.</param>
/// <param name="WomersleyNumbers">α [1], positive.</param>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record WomersleyFunctionsElement(string Id, IReadOnlyList<double> WomersleyNumbers) : CaseElement(Id);

/// <summary>Oscillating flow in a rigid tube, −dp/dx = Re(G e^{iωt}).</summary>
/// <param name="Id">Name, unique among the elements.</param>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record WomersleyTubeElement(string Id) : CaseElement(Id)
{
    /// <summary>[m], positive.</summary>
    public required double Radius { get; init; }

    /// <summary>ω/2π [Hz], positive.</summary>
    public required double Frequency { get; init; }

    /// <summary>G [Pa/m].</summary>
    public required double PressureGradient { get; init; }

    /// <summary>Radii at which velocity is asked [m].</summary>
    public required IReadOnlyList<double> Radii { get; init; }
}
