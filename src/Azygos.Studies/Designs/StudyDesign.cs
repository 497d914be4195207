using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Azygos.Studies.Designs;

/// <summary>A study in the words of its protocol: who is looked for, by whom, what is done, what is counted.</summary>
/// <remarks>Null truth is the default: nothing differs between people with MS and controls, no treatment works.</remarks>
/// <source choice="defaults that claim nothing: no difference, no bias, no effect; 12 months and 95 % as usual"/>
public sealed record StudyDesign
{
    /// <summary>Name, by which results are known.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it is for.</summary>
    public string Description { get; init; } = "";

    /// <summary>Layout.</summary>
    public DesignKind Kind { get; init; }

    /// <summary>Seed of every random number.</summary>
    public ulong Seed { get; init; }

    /// <summary>People with MS.</summary>
    public int Cases { get; init; }

    /// <summary>Controls.</summary>
    public int Controls { get; init; }

    /// <summary>People treated.</summary>
    public int Treated { get; init; }

    /// <summary>People who get a sham.</summary>
    public int Sham { get; init; }

    /// <summary>True where the protocol says that its truth is not the null one.</summary>
    public bool HasCustomTruth { get; init; }

    /// <summary>True odds ratio of a narrowing, MS against controls [1]; 1 is the null truth.</summary>
    public double TrueOddsRatio { get; init; } = 1;

    /// <summary>Share of controls with a narrowing [1]; null: the population's.</summary>
    public double? Prevalence { get; init; }

    /// <summary>How many years people with MS are older than controls.</summary>
    public double AgeDifference { get; init; }

    /// <summary>Log odds of a narrowing for ten years of age [1].</summary>
    public double AgeSlope { get; init; }

    /// <summary>Enrols only people whose examination is positive.</summary>
    public bool EnrolsPositivesOnly { get; init; }

    /// <summary>Which of the rules is called.</summary>
    public string Criterion { get; init; } = "ccsvi";

    /// <summary>Protocol by which is examined; it names results, an analytic examiner has none.</summary>
    public string Protocol { get; init; } = "zamboni_2009";

    /// <summary>What an examination is.</summary>
    public ExaminerKind Examiner { get; init; }

    /// <summary>m, share called positive [1]; of a homogeneous examiner, or with κ.</summary>
    public double? PositiveRate { get; init; }

    /// <summary>s [1].</summary>
    public double? Sensitivity { get; init; }

    /// <summary>c [1].</summary>
    public double? Specificity { get; init; }

    /// <summary>κ of two such examiners, instead of s and c.</summary>
    public double? Kappa { get; init; }

    /// <summary>ICC of areas between examiners [1].</summary>
    public double? Intraclass { get; init; }

    /// <summary>Examiners among whom one, or two, are drawn for each person.</summary>
    public int Operators { get; init; } = 8;

    /// <summary>True: the examiner cannot know the disease.</summary>
    public bool IsBlinded { get; init; } = true;

    /// <summary>β, what expecting the disease adds to the log odds of a positive call.</summary>
    public double ExpectationBias { get; init; }

    /// <summary>g, share of people whose disease the examiner believes rightly [1]; null: 0.5 blinded, else 1.</summary>
    public double? CorrectBelief { get; init; }

    /// <summary>True effect of the treatment on the score, more is better.</summary>
    public double TreatmentEffect { get; init; }

    /// <summary>What everybody gains who thinks that something was done, sham or not.</summary>
    public double PlaceboResponse { get; init; }

    /// <summary>Change of the score that would come anyway, return to one's usual state among it.</summary>
    public double NaturalChange { get; init; }

    /// <summary>Outcome; empty: none.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>Standard deviation of the change of the score; its unit is the outcome's.</summary>
    public double OutcomeDeviation { get; init; } = 1;

    /// <summary>Change from which a person counts as improved.</summary>
    public double ImprovedFrom { get; init; } = 0.5;

    /// <summary>Months to the outcome.</summary>
    public double FollowUpMonths { get; init; } = 12;

    /// <summary>Share lost to follow-up [1].</summary>
    public double Loss { get; init; }

    /// <summary>Log odds of being lost for one standard deviation of a worse change.</summary>
    public double LossOfTheWorse { get; init; }

    /// <summary>Which interval of the odds ratio is judged.</summary>
    public OddsRatioInterval Interval { get; init; }

    /// <summary>Level of intervals, in (0, 1).</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Keys that the protocol gives, such as <c>people.ms</c>: one without effect is a fault.</summary>
    public IReadOnlyList<string> Given { get; init; } = [];

    /// <summary>g in force.</summary>
    /// <source choice="an examiner who cannot know is right by chance, one who is told is right always"/>
    public double Belief => CorrectBelief ?? (IsBlinded ? 0.5 : 1);

    /// <summary>True for designs that treat.</summary>
    public bool Treats => Kind is DesignKind.ShamTrial or DesignKind.OpenLabelSeries or DesignKind.Registry;

    /// <summary>True where people have bodies, solved or predicted.</summary>
    public bool HasBodies => Examiner is ExaminerKind.Body or ExaminerKind.Surrogate
        && (!Treats || EnrolsPositivesOnly);

    /// <summary>People of one study.</summary>
    /// <source choice="a count"/>
    public int Size => Treats ? Treated + Sham : Cases + Controls;

    /// <summary>SHA-256 of everything that decides the results of a study but its seed, lower-case hexadecimal.</summary>
    /// <param name="populationHash">Hash of the population's tables.</param>
    /// <source choice="two runs are of the same study when this agrees"/>
    public string Hash(string populationHash)
    {
        string text = string.Create(CultureInfo.InvariantCulture,
            $"1|{populationHash}|{Kind}|{Cases}|{Controls}|{Treated}|{Sham}|{TrueOddsRatio:R}|{Prevalence:R}|"
            + $"{AgeDifference:R}|{AgeSlope:R}|{EnrolsPositivesOnly}|{Criterion}|{Protocol}|{Examiner}|{PositiveRate:R}|"
            + $"{Sensitivity:R}|{Specificity:R}|{Kappa:R}|{Intraclass:R}|{Operators}|{IsBlinded}|{ExpectationBias:R}|"
            + $"{CorrectBelief:R}|{TreatmentEffect:R}|{PlaceboResponse:R}|{NaturalChange:R}|{Outcome}|"
            + $"{OutcomeDeviation:R}|{ImprovedFrom:R}|{FollowUpMonths:R}|{Loss:R}|{LossOfTheWorse:R}|{Interval}|"
            + $"{Level:R}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
