using Azygos.Body.Results;
using Azygos.Clinic.Iron;
using Azygos.Files.Cases;

namespace Azygos.Files.Runs;

/// <summary>The iron HYPOTHESIS beside a run whose case asked for it, and the account that competes with it.</summary>
/// <param name="Law">The hypothesis, with its assumed gain.</param>
/// <param name="Transmural">Largest transmural pressure of the veins before the bridging veins [mmHg].</param>
/// <param name="Released">What the competing account adds [mg/100 g].</param>
/// <source choice="HYPOTHESIS, off by default; fifteen years of disease for the competing account"/>
public sealed record IronAccount(IronHypothesis Law, double Transmural, double Released)
{
    /// <summary>Words that belong to the transmural pressures.</summary>
    public const string Shielding = "Transmural pressure of the cerebral veins is flow times resistance of the bridging veins, "
        + "whatever the pressure in the sinus, as long as the fluid around the brain is above it. Shielding is an assumption of "
        + "the Starling outflow, not shown for the cord, and not evidence.";

    /// <summary>Words for the other account.</summary>
    public const string Competing = "Competing account: iron set free in inflamed tissue and held by microglia and macrophages, "
        + "independent of venous pressure. Fifteen years of disease are taken.";

    private const double YearsOfDisease = 15;

    /// <summary>The account; null where the case did not ask for it, or the run left nothing.</summary>
    /// <param name="result">The run.</param>
    public static IronAccount? Of(SimulationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return !result.Settings.Hypotheses.Contains(IronWord.Key) || result.BridgingVeins.Count == 0
            ? null
            : new IronAccount(
                IronHypothesis.SwitchedOn, result.BridgingVeins.Max(vein => vein.Transmural),
                new InflammatoryIron().Released(YearsOfDisease));
    }
}
