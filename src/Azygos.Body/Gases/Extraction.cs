using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Body.Gases;

/// <summary>What tissue takes out of the blood that reaches it.</summary>
/// <remarks>
/// Consumption M = min(demand, D (P_cap(M) − P_t)) with P_t ≥ 0: capillaries pass oxygen in proportion to the pressure
/// between blood and mitochondria, so that tissue can have what D P_cap(M) = M gives at most; and never more than
/// arrives. Content that leaves: c_v = c_a − M/Q. OEF = M/(Q c_a). Tissue: P_t = P_cap − M/D.
/// </remarks>
/// <param name="Consumption">M [m³/s].</param>
/// <param name="Leaving">c_v [1].</param>
/// <param name="Fraction">Oxygen extraction fraction [1]; 0 without flow.</param>
/// <param name="CapillaryPressure">P_cap, mean along the capillaries [Pa].</param>
/// <param name="TissuePressure">P_t, at the mitochondria [Pa]; null where no diffusivity is given.</param>
/// <param name="IsLimited">True: the tissue gets less than it asks for.</param>
/// <source choice="flow-diffusion limit as in PMC9875355, read in a summary of its preprint"/>
public readonly record struct Extraction(
    double Consumption, double Leaving, double Fraction, double CapillaryPressure, double? TissuePressure,
    bool IsLimited)
{
    // Chosen: blood that has given all leaves with nothing; a billionth less keeps its pressure defined.
    private const double MostOfAll = 1 - 1e-9;

    /// <summary>What tissue takes.</summary>
    /// <param name="blood">The blood.</param>
    /// <param name="arriving">c_a [1], 0 or more.</param>
    /// <param name="flow">Q [m³/s], 0 or more.</param>
    /// <param name="demand">What the tissue would take [m³/s], 0 or more.</param>
    /// <param name="diffusivity">D [m³/(s·Pa)], above 0; null: diffusion limits nothing.</param>
    /// <typeparam name="TCurve">Dissociation curve.</typeparam>
    public static Extraction Of<TCurve>(
        BloodOxygen<TCurve> blood, double arriving, double flow, double demand, double? diffusivity)
        where TCurve : struct, IDissociationCurve
    {
        ArgumentNullException.ThrowIfNull(blood);
        Require.NotNegative(demand, "demand", "M", "m³/s");
        double delivery = Require.NotNegative(flow, "flow", "Q", "m³/s")
            * Require.NotNegative(arriving, "arriving content", "c_a", "1");
        if (delivery == 0) return new(0, arriving, 0, 0, diffusivity is null ? null : 0, demand > 0);
        double most = Math.Min(demand, MostOfAll * delivery), taken = most;
        if (diffusivity is { } D && D * Capillary(most) < most)
            taken = RootFinder.FindRoot(M => D * Capillary(M) - M, 0, most).Position;
        double pressure = Capillary(taken);
        return new(
            taken, arriving - taken / flow, taken / delivery, pressure,
            diffusivity is { } d ? Math.Max(0, pressure - taken / d) : null, taken < demand);

        double Capillary(double M) => blood.CapillaryPressure(arriving, arriving - M / flow);
    }
}
