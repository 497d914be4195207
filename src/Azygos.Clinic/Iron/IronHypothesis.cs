using Azygos.Quantities;

namespace Azygos.Clinic.Iron;

/// <summary>HYPOTHESIS: iron that red cells bring into tissue through the walls of venules under pressure.</summary>
/// <remarks>
/// Leak J = λ₀ + λ₁ max(0, P_tm − P_thr) [mL of packed red cells/(g·year)], P_tm transmural pressure of the venules.
/// dF_h/dt = J c_Fe − k_ox F_h, dF_s/dt = k_ox F_h − k_cl F_s: iron of haem, then of haemosiderin; both zero at birth. With
/// constant J the two linear equations are solved exactly. The total is the background plus 100 (F_h + F_s); without a
/// leak it is the background to the last bit. No human measurement fixes λ or P_thr: the default gains are zero, and a case
/// that asks for the hypothesis gets the upper ends of the assumed ranges.
/// </remarks>
/// <source choice="HYPOTHESIS, causation unproven; spec of the project, §9: no human data"/>
public sealed record IronHypothesis
{
    /// <summary>Stands wherever a number of it is written.</summary>
    public const string Label = "HYPOTHESIS, causation unproven";

    // MCHC 34 g/dL times 3.466 mg of iron in a gram of haemoglobin (stoichiometry).
    private const double IronOfRedCells = 1.18;   // mg/mL

    /// <summary>Largest gain of the assumed range [mL/(g·year·mmHg)].</summary>
    /// <source choice="HYPOTHESIS: no human measurement; upper end of the assumed range"/>
    public const double UpperGain = 1e-5;

    /// <summary>λ₀, leak without pressure [mL/(g·year)]: 0, off.</summary>
    public double BasalLeak { get; init => field = Require.NotNegative(value, "basal leak", "λ₀", "mL/(g·year)"); }

    /// <summary>λ₁, leak for pressure above the threshold [mL/(g·year·mmHg)]: 0, off.</summary>
    public double LeakGain { get; init => field = Require.NotNegative(value, "leak gain", "λ₁", "mL/(g·year·mmHg)"); }

    /// <summary>P_thr, threshold of the transmural pressure [mmHg]; 15 to 40 assumed.</summary>
    public double Threshold { get; init; } = 25;

    /// <summary>k_ox, haem to haemosiderin [1/year].</summary>
    public double Oxidation { get; init => field = Require.Positive(value, "oxidation", "k_ox", "1/year"); } = 12;

    /// <summary>k_cl, clearance of haemosiderin [1/year].</summary>
    public double Clearance { get; init => field = Require.Positive(value, "clearance", "k_cl", "1/year"); } = 0.1;

    /// <summary>What a case that asks for the hypothesis gets: the gain at its assumed upper end.</summary>
    public static IronHypothesis SwitchedOn { get; } = new() { LeakGain = UpperGain };

    /// <summary>J at a transmural pressure [mL/(g·year)].</summary>
    /// <param name="transmural">P_tm [mmHg].</param>
    public double Leak(double transmural) => BasalLeak + LeakGain * Math.Max(0, transmural - Threshold);

    /// <summary>Iron that leaked in [mg/100 g]: none without a leak.</summary>
    /// <param name="transmural">P_tm, the same for all years [mmHg].</param>
    /// <param name="years">Years that it lasted, 0 or more.</param>
    public double Leaked(double transmural, double years)
    {
        Require.NotNegative(years, "years", "t", "years");
        double supply = Leak(transmural) * IronOfRedCells;   // mg/(g·year)
        if (supply == 0) return 0;
        double k = Oxidation, c = Clearance;
        double haem = supply / k * (1 - Math.Exp(-k * years));
        // dF_s/dt = supply (1 − e^(−k t)) − c F_s.
        double stored = k == c
            ? supply * ((1 - Math.Exp(-c * years)) / c - years * Math.Exp(-c * years))
            : supply * ((1 - Math.Exp(-c * years)) / c - (Math.Exp(-k * years) - Math.Exp(-c * years)) / (c - k));
        return 100 * (haem + stored);
    }

    /// <summary>Iron of a region [mg/100 g]: the background, and what leaked in since birth.</summary>
    /// <param name="background">Curve of the region.</param>
    /// <param name="age">Age [years].</param>
    /// <param name="transmural">P_tm [mmHg].</param>
    public double Total(IronBackground background, double age, double transmural)
    {
        ArgumentNullException.ThrowIfNull(background);
        return background.At(age) + Leaked(transmural, age);
    }
}

/// <summary>The competing account: iron set free from myelin and its cells in inflamed tissue and held by microglia and
/// macrophages, whatever the pressure in veins.</summary>
/// <remarks>
/// Rims of lesions hold iron mainly in microglia and macrophages. Release r [mg/(100 g·year)] over the years of disease,
/// clearance k: F = r (1 − exp(−k t))/k. No venous pressure enters. r is chosen so that 15 years give 1.4 mg/100 g, about what
/// 7 ppb of susceptibility in the basal ganglia correspond to at 0.55 ppb for 1 µg/g (13 µg/g).
/// </remarks>
/// <source doi="10.1007/s00401-016-1636-z" at="iron of rims mainly in microglia and macrophages"/>
/// <source choice="rate of release and clearance: order of magnitude of the measured difference"/>
public sealed record InflammatoryIron
{
    /// <summary>r [mg/(100 g·year)].</summary>
    public double Release { get; init => field = Require.NotNegative(value, "release", "r", "mg/(100 g·year)"); } = 0.18;

    /// <summary>k [1/year].</summary>
    public double Clearance { get; init => field = Require.Positive(value, "clearance", "k", "1/year"); } = 0.1;

    /// <summary>Iron released [mg/100 g].</summary>
    /// <param name="yearsOfDisease">Years of disease, 0 or more.</param>
    public double Released(double yearsOfDisease) => Release / Clearance
        * (1 - Math.Exp(-Clearance * Require.NotNegative(yearsOfDisease, "years of disease", "t", "years")));
}
