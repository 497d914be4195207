namespace Azygos.Studies.Conflict;

/// <summary>What is held possible before the studies are looked at; each with its source.</summary>
/// <remarks>On the log odds: normal with mean and deviation; deviations and biases half-normal.</remarks>
/// <source choice="each number's own source stands beside it"/>
public sealed record ConflictPriors
{
    /// <summary>Log odds of a narrowing in controls: mean.</summary>
    /// <source doi="10.2214/AJR.15.14689" at="133 of 363 people without MS by CT"/>
    public double PrevalenceMean { get; init; } = -0.55;

    /// <summary>Log odds of a narrowing in controls: deviation.</summary>
    /// <source choice="wide enough for 5 to 85 %: other methods print 5 to 66 % (normative values of MR and
    /// venography)"/>
    public double PrevalenceDeviation { get; init; } = 1.2;

    /// <summary>True log odds ratio, MS against controls: deviation about 0.</summary>
    /// <source choice="even on both sides of no difference; 95 % from 1/19 to 19"/>
    public double EffectDeviation { get; init; } = 1.5;

    /// <summary>Log odds of sensitivity: mean.</summary>
    /// <source choice="middle of 40.6 % (Traboulsee 2013, 10.1016/S0140-6736(13)61747-X, recalled) and 83.5 % (table
    /// criteria.csv row C050, published)"/>
    public double SensitivityMean { get; init; } = 0.62;

    /// <summary>Log odds of sensitivity: deviation; the two published values lie one either side.</summary>
    /// <source choice="half their distance"/>
    public double SensitivityDeviation { get; init; } = 1.0;

    /// <summary>Log odds of a false positive call: mean.</summary>
    /// <source choice="middle of 35.7 % (Traboulsee 2013, recalled) and 4.0 % (criteria.csv row C051, published)"/>
    public double FalsePositiveMean { get; init; } = -1.88;

    /// <summary>Log odds of a false positive call: deviation.</summary>
    /// <source choice="half their distance"/>
    public double FalsePositiveDeviation { get; init; } = 1.3;

    /// <summary>Scale of the deviation between centres, of sensitivity and of false positive calls.</summary>
    /// <source choice="positive rates of controls run from 0 to 41 %; a deviation of 1 to 2 holds them"/>
    public double CentreScale { get; init; } = 1.0;

    /// <summary>Scale of the size of the expectation bias.</summary>
    /// <source choice="½ ln 13.5: the bias that would make the whole published pooled odds ratio (PMID 21969411)"/>
    public double BiasScale { get; init; } = 1.3;

    /// <summary>Scale of what recruitment does: log odds by which a group is off, deviation over studies.</summary>
    /// <source choice="a factor of 2 of an odds ratio, e^2γ, is one deviation: ages, diseases of controls, cut-offs"/>
    public double RecruitmentScale { get; init; } = 0.35;

    /// <summary>How often an examiner who is called blinded is right about the disease [1], where blinding
    /// leaks.</summary>
    /// <source doi="10.1371/journal.pone.0056031" at="50 % of cases and 66 % of controls guessed: 58 %"/>
    public double LeakingBelief { get; init; } = 0.58;

    /// <summary>The priors in words, each with its source.</summary>
    public static IReadOnlyList<(string Parameter, string Prior, string Source)> Words { get; } =
    [
        ("narrowing in controls", "median 37 %, 95 % from 5 to 86 %", "133 of 363 by CT, 10.2214/AJR.15.14689; spread ours"),
        ("true odds ratio", "median 1, 95 % from 1/19 to 19", "ours: even on both sides of no difference"),
        ("sensitivity", "40.6 % and 83.5 % one deviation either side",
            "10.1016/S0140-6736(13)61747-X (recalled); criteria.csv C050 (published)"),
        ("false positive calls", "4.0 % and 35.7 % one deviation either side",
            "criteria.csv C051 (published); 10.1016/S0140-6736(13)61747-X (recalled)"),
        ("deviation between centres", "half-normal, scale 1 on the log odds", "ours"),
        ("expectation bias", "half-normal, its scale half-normal with scale 1.3",
            "½ ln 13.5, the whole of the published pooled odds ratio (PMID 21969411)"),
        ("recruitment", "either way; deviation half-normal, scale 0.35: a factor of 2 of the odds ratio", "ours"),
        ("an examination", "never worse than guessing", "ours: else more disease and a worse test are one"),
    ];
}
