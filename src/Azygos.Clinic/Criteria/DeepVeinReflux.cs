namespace Azygos.Clinic.Criteria;

/// <summary>Criterion 2: reflux in a vein inside the skull, in either posture.</summary>
/// <source ref="PMC3061048" at="table 2: longer than 0.5 s in deep cerebral veins"/>
/// <source ref="PMC3567958" at="table 2: basal vein and sinuses, no number of seconds"/>
public static class DeepVeinReflux
{
    /// <summary>Judges.</summary>
    /// <param name="signals">The examination.</param>
    /// <param name="rules">The version.</param>
    public static CriterionResult Judge(ExaminationSignals signals, CriteriaRules rules)
    {
        ArgumentNullException.ThrowIfNull(signals);
        ArgumentNullException.ThrowIfNull(rules);
        return Candidate.Result(
            2, "Reflux in a vein inside the skull", Reflux.Unit(rules.DeepReflux),
            Reflux.Threshold(rules.DeepReflux, rules),
            signals.Sites.Where(site => rules.DeepVeins.Contains(site.Kind))
                .Select(site => Reflux.At(site, rules.DeepReflux, rules, signals.Beat))
                .GroupBy(candidate => candidate.Vein).Select(Candidate.Furthest));
    }
}
