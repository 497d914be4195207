using Azygos.Body.Model;
using Azygos.Clinic.Procedures;
using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Rows;
using Azygos.Files.Physiology;

namespace Azygos.Files.Harms;

/// <summary>What stands beside every benefit that a simulated procedure seems to have: harms that happened, and trials with
/// a sham procedure.</summary>
/// <remarks>
/// Rates are exact (Clopper-Pearson, 95 %), each with the denominator that was printed with it: procedures, people and
/// stents are never mixed, no events keep their upper limit, and what nobody counted is listed as reported with its rate
/// unknown. Harms of people treated for CCSVI come from the evidence base alone. The effect on multiple sclerosis is zero
/// here: no benefit was shown, and none is computed.
/// </remarks>
/// <source choice="wording rules of the project; data/evidence/safety.csv, trials.csv, data/physiology/procedures.csv"/>
public sealed record HarmAccount
{
    /// <summary>Said wherever a procedure of another disease is shown.</summary>
    public const string OtherDisease = "Different disease; not evidence for CCSVI.";

    /// <summary>Effect on multiple sclerosis that every simulated procedure has.</summary>
    public const string EffectOnMultipleSclerosis = "Effect on multiple sclerosis: zero (chosen). No benefit was shown in "
        + "three trials with a sham procedure; a small benefit is not excluded.";

    /// <summary>Said above every rate.</summary>
    public const string LowerBounds = "Serious harm has happened, and people have died. Most numbers come from the teams that "
        + "did the procedure, so the true risk may be higher.";

    private HarmAccount() { }

    /// <summary>True: a procedure on a sinus inside the skull, which another disease is treated by.</summary>
    public required bool IsOtherDisease { get; init; }

    /// <summary>Rates in people treated for CCSVI; empty for another disease.</summary>
    public required IReadOnlyList<HarmRate> Rates { get; init; }

    /// <summary>Harms that nobody counted.</summary>
    public required IReadOnlyList<HarmRow> RateUnknown { get; init; }

    /// <summary>Harms and outcomes of similar procedures in other diseases, and of dilated veins.</summary>
    public required IReadOnlyList<PublishedProcedure> Others { get; init; }

    /// <summary>Primary outcomes of trials with a sham procedure.</summary>
    public required IReadOnlyList<TrialRow> ShamTrials { get; init; }

    /// <summary>True when a body had a procedure.</summary>
    /// <param name="model">The body as run.</param>
    public static bool IsNeededFor(BodyModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Marks.Any(mark => ProcedureKinds.Has(mark.Kind));
    }

    /// <summary>The account of a body that had one; null where none was done.</summary>
    /// <param name="model">The body as run.</param>
    /// <param name="evidence">The evidence base.</param>
    public static HarmAccount? Of(BodyModel model, CuratedBase evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return IsNeededFor(model)
            ? Of(model.Marks.Where(mark => ProcedureKinds.Has(mark.Kind)).All(mark =>
                model.Vessels.Any(vessel => vessel.Id == mark.Vessel && vessel.Kind == "sinus")), evidence)
            : null;
    }

    /// <summary>The account of procedures on sinuses inside the skull, or on other veins.</summary>
    /// <param name="isOtherDisease">True: on sinuses.</param>
    /// <param name="evidence">The evidence base.</param>
    public static HarmAccount Of(bool isOtherDisease, CuratedBase evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return new HarmAccount
        {
            IsOtherDisease = isOtherDisease,
            Rates = isOtherDisease ? [] : HarmRate.Of(evidence.Harms),
            RateUnknown = isOtherDisease ? [] : HarmRate.WithoutDenominator(evidence.Harms),
            Others = [.. PublishedProcedure.All.Where(row => row.Procedure == "sinus stent" == isOtherDisease)],
            ShamTrials = [.. evidence.Trials.Where(row => row is { ShamControlled: true, PrimaryEfficacy: true })],
        };
    }
}
