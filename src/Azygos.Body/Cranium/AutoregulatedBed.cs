using System.Runtime.CompilerServices;
using Azygos.Circulation;
using Azygos.Circulation.Assembly;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Body.Cranium;

/// <summary>The pial arterioles of a part of the brain: they hold blood inside the skull and widen or narrow to keep
/// their flow.</summary>
/// <remarks>
/// Signal: τ dx/dt = −x + (q − q_n)/q_n. Compliance: C(x) = C_n − (ΔC/2) tanh(2 G x/ΔC), ΔC = ΔC₁ for x ≤ 0 (dilation),
/// ΔC₂ above
/// (constriction). Blood: V = C (p_pial − p_ic). Resistance R = k_R C_n²/V², half of it on each side; inflow q = (p_a −
/// p_pial)/(R_la + R/2), outflow (p_pial − p_c)/(R/2). Circuit: Artery – R_la + R/2 – Pial – R/2 – Capillary, V from
/// Pial to the cerebrospinal fluid, one state.
/// A bed with the share s of the brain's flow has C s, ΔC s, G s, R_la/s, k_R/s, q_n s.
/// </remarks>
/// <source doi="10.1152/ajpheart.00469.2014" at="pial arterioles and autoregulation (read in a reimplementation)"/>
public sealed record AutoregulatedBed : ILumpedElement
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Feeding artery.</summary>
    public required NodeId Artery { get; init; }

    /// <summary>Pial arterioles.</summary>
    public required NodeId Pial { get; init; }

    /// <summary>Capillaries.</summary>
    public required NodeId Capillary { get; init; }

    /// <summary>Cranial cerebrospinal fluid.</summary>
    public required NodeId Fluid { get; init; }

    /// <summary>q_n, basal flow, above 0.</summary>
    public required Flow BasalFlow
    {
        get;
        init => field = Flow.FromCubicMetresPerSecond(
            Require.Positive(value.CubicMetresPerSecond, "basal flow", "q_n", "m³/s"));
    }

    /// <summary>R_la, large arteries that the vessels do not contain, 0 or more.</summary>
    public required HydraulicResistance LargeArteries
    {
        get;
        init => field = HydraulicResistance.FromPascalSecondsPerCubicMetre(
            Require.NotNegative(value.PascalSecondsPerCubicMetre, "large arteries", "R_la", "Pa·s/m³"));
    }

    /// <summary>k_R C_n² [Pa·s·m³]: resistance times the square of the pial volume, above 0.</summary>
    public required double ResistanceTimesSquaredVolume
    {
        get;
        init => field = Require.Positive(value, "arteriole coefficient", "k_R C_n²", "Pa·s·m³");
    }

    /// <summary>C_n, basal pial compliance, above 0.</summary>
    public required Compliance BasalCompliance
    {
        get;
        init => field = Compliance.FromCubicMetresPerPascal(
            Require.Positive(value.CubicMetresPerPascal, "basal compliance", "C_n", "m³/Pa"));
    }

    /// <summary>ΔC₁, amplitude of dilation, above 0.</summary>
    public required Compliance Dilation
    {
        get;
        init => field = Compliance.FromCubicMetresPerPascal(
            Require.Positive(value.CubicMetresPerPascal, "amplitude of dilation", "ΔC₁", "m³/Pa"));
    }

    /// <summary>ΔC₂, amplitude of constriction, above 0.</summary>
    public required Compliance Constriction
    {
        get;
        init => field = Compliance.FromCubicMetresPerPascal(
            Require.Positive(value.CubicMetresPerPascal, "amplitude of constriction", "ΔC₂", "m³/Pa"));
    }

    /// <summary>G, loss of compliance for each unit of relative excess flow, 0 or more.</summary>
    public required Compliance Gain
    {
        get;
        init => field = Compliance.FromCubicMetresPerPascal(
            Require.NotNegative(value.CubicMetresPerPascal, "autoregulation gain", "G", "m³/Pa"));
    }

    /// <summary>τ, time constant, above 0.</summary>
    public required Duration TimeConstant
    {
        get;
        init => field = Duration.FromSeconds(Require.Positive(value.Seconds, "autoregulation time constant", "τ", "s"));
    }

    /// <inheritdoc/>
    public IEnumerable<NodeId> Nodes => [Artery, Pial, Capillary, Fluid];

    /// <inheritdoc/>
    public void Assemble(MeshBuilder mesh)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        double[] regulation =
        [
            BasalCompliance.CubicMetresPerPascal, Dilation.CubicMetresPerPascal, Constriction.CubicMetresPerPascal,
            Gain.CubicMetresPerPascal,
        ];
        double half = 0.5 * ResistanceTimesSquaredVolume;
        double[] inflow = [.. regulation, LargeArteries.PascalSecondsPerCubicMetre, half];
        int signal = mesh.AddState(Id, "autoregulation", UnknownKind.Signal, 0);
        mesh.AddVolume<PialVolume>(Id, Pial, Fluid, regulation, signal);
        mesh.AddBranch<PialInflow>(Id, Artery, Pial, inflow, Fluid, signal);
        mesh.AddBranch<PialOutflow>(Id + ".outflow", Pial, Capillary, [.. regulation, half], Fluid, signal);
        mesh.AddStateLaw<Autoregulation>(
            Id, Artery, Pial, [.. inflow, BasalFlow.CubicMetresPerSecond, TimeConstant.Seconds], signal, Fluid);
    }
}

/// <summary>C(x) of the pial arterioles, shared by their laws.</summary>
internal static class PialCompliance
{
    /// <summary>Compliance [m³/Pa] at the signal x [1]; parameters C_n, ΔC₁, ΔC₂, G [m³/Pa].</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]   // the compiler inlines operations only into small methods
    public static T At<T>(T x, Parameters<T> p)
        where T : struct, IReal<T>
    {
        T zero = T.From(0), one = T.From(1);
        T ΔC = T.Select(T.Less(zero, x), p[2], p[1]);
        // tanh(z) of |z| ≤ 350, so that the exponential stays finite.
        T z = T.Max(T.Min(T.From(2) * p[3] * x / ΔC, T.From(350)), T.From(-350));
        T e = T.Exp(-T.From(2) * T.Abs(z));
        T tanh = (one - e) / (one + e);
        return p[0] - T.From(0.5) * ΔC * T.Select(T.Less(z, zero), -tanh, tanh);
    }
}

/// <summary>Volume of the pial arterioles: V = C(x) y.</summary>
/// <source doi="10.1152/ajpheart.00469.2014" at="pial arterioles (read in a reimplementation)"/>
public readonly struct PialVolume : IVolumeLaw
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Volume<T>(in VolumeInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
        => PialCompliance.At(input.State, parameters) * input.Transmural;
}

/// <summary>Inflow of the pial arterioles: q = Δp V²/(R_la V² + k/2), V the pial volume, none when they are
/// shut.</summary>
/// <source doi="10.1152/ajpheart.00469.2014" at="pial arterioles (read in a reimplementation)"/>
public readonly struct PialInflow : IBranchLaw
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Flow<T>(in LawInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
    {
        T V = PialCompliance.At(input.State, parameters) * T.Max(input.DownstreamTransmural, T.From(0));
        return input.Drop * V * V / (parameters[4] * V * V + parameters[5]);
    }
}

/// <summary>Outflow of the pial arterioles: q = Δp V²/(k/2).</summary>
/// <source doi="10.1152/ajpheart.00469.2014" at="pial arterioles (read in a reimplementation)"/>
public readonly struct PialOutflow : IBranchLaw
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Flow<T>(in LawInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
    {
        T V = PialCompliance.At(input.State, parameters) * T.Max(input.UpstreamTransmural, T.From(0));
        return input.Drop * V * V / parameters[4];
    }
}

/// <summary>The signal of autoregulation: τ dx/dt = −x + (q − q_n)/q_n, q the inflow.</summary>
/// <source doi="10.1152/ajpheart.00469.2014" at="autoregulation (read in a reimplementation)"/>
public readonly struct Autoregulation : IStateLaw
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Rate<T>(in LawInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
    {
        T q = PialInflow.Flow(input, parameters);
        return (q / parameters[6] - T.From(1) - input.State) / parameters[7];
    }
}
