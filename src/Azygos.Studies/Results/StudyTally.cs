using Azygos.Clinic.Criteria;
using Azygos.Evidence;
using Azygos.Evidence.Effects;
using Azygos.Studies.Designs;
using Azygos.Studies.Examiners;
using Azygos.Studies.Running;

namespace Azygos.Studies.Results;

/// <summary>Counts and sums of one study, taken person by person in their order, so that a sum has one value.</summary>
/// <source choice="running mean and sum of squares after Welford, 10.1080/00401706.1962.10490022"/>
public sealed class StudyTally
{
    private readonly StudyDesign design;
    private long both, firstOnly, secondOnly, neither;

    /// <summary>A tally of nobody.</summary>
    /// <param name="design">The design.</param>
    public StudyTally(StudyDesign design) => this.design = design;

    /// <summary>People with MS.</summary>
    public GroupTally Cases { get; } = new();

    /// <summary>Controls.</summary>
    public GroupTally Controls { get; } = new();

    /// <summary>The treated arm.</summary>
    public ArmTally Treated { get; } = new();

    /// <summary>The arm with a sham.</summary>
    public ArmTally Sham { get; } = new();

    /// <summary>People examined for the places of the study.</summary>
    public long Screened { get; private set; }

    /// <summary>People whose body had no state, and whose place went to the next.</summary>
    public long Stopped { get; private set; }

    /// <summary>How two examiners called everybody.</summary>
    /// <source choice="counts"/>
    public PairedCalls Calls => new(both, firstOnly, secondOnly, neither);

    /// <summary>Counts a person.</summary>
    /// <param name="row">The person.</param>
    public void Add(PersonRow row)
    {
        (row.Group == 1 ? Cases : Controls).Add(row);
        if (row.Arm > 0) (row.Arm == 1 ? Treated : Sham).Add(row, design.ImprovedFrom);
        Screened += row.Screened;
        Stopped += row.Stopped;
        if (row.Second < 0) return;
        switch (row.First, row.Second)
        {
            case (1, 1): both++; break;
            case (1, 0): firstOnly++; break;
            case (0, 1): secondOnly++; break;
            default: neither++; break;
        }
    }

    /// <summary>The 2 × 2 table that the design is about: positive calls of MS and controls, or the improved of the two
    /// arms; refused where there are no two groups.</summary>
    public Outcome<TwoByTwo> Table() => design.Kind switch
    {
        DesignKind.ShamTrial => TwoByTwo.FromEvents(
            Treated.Improved, Treated.Followed, Sham.Improved, Sham.Followed),
        DesignKind.CaseControl => TwoByTwo.FromEvents(
            Cases.Positive, Cases.Count, Controls.Positive, Controls.Count),
        _ => new NoAnswer(Refusal.NotApplicable, $"A {DesignChecks.Words(design.Kind)} compares no two groups."),
    };
}

/// <summary>Counts of a group.</summary>
public sealed class GroupTally
{
    private readonly int[] met = new int[5];

    /// <summary>People.</summary>
    public int Count { get; private set; }

    /// <summary>Of them called positive by the first examiner.</summary>
    public int Positive { get; private set; }

    /// <summary>Of them with a narrowing.</summary>
    public int Lesions { get; private set; }

    /// <summary>Of them with a narrowing and called positive.</summary>
    public int PositiveWithLesion { get; private set; }

    /// <summary>Of them with criterion k by the numbers of their body; shape [5].</summary>
    public IReadOnlyList<int> Met => met;

    /// <summary>Of them with two criteria or more by the numbers of their body.</summary>
    public int Labelled { get; private set; }

    /// <summary>Of them about whose disease the examiner believed rightly.</summary>
    public int BelievedRightly { get; private set; }

    internal void Add(PersonRow row)
    {
        Count++;
        Positive += row.First;
        Lesions += row.Lesion;
        PositiveWithLesion += row.First * row.Lesion;
        for (int k = 0; k < met.Length && row.Criteria > 0; k++) met[k] += row.Criteria >> k & 1;
        if (row.Criteria > 0 && int.PopCount(row.Criteria) >= CriteriaResult.HistoricalNumber) Labelled++;
        BelievedRightly += row.Belief == (row.Group == 1 ? 1 : -1) ? 1 : 0;
    }
}

/// <summary>Counts of an arm.</summary>
public sealed class ArmTally
{
    private double mean, squares;

    /// <summary>People of the arm.</summary>
    public int Count { get; private set; }

    /// <summary>Of them seen at the end.</summary>
    public int Followed { get; private set; }

    /// <summary>Of them improved.</summary>
    public int Improved { get; private set; }

    /// <summary>Mean change of those seen at the end; null for nobody.</summary>
    /// <source choice="a mean"/>
    public double? Mean => Followed > 0 ? mean : null;

    /// <summary>Variance of the change; null for fewer than two people.</summary>
    /// <source choice="the unbiased one, by n − 1"/>
    public double? Variance => Followed > 1 ? squares / (Followed - 1) : null;

    internal void Add(PersonRow row, double improvedFrom)
    {
        Count++;
        if (row.Lost == 1) return;
        Followed++;
        if (row.Change >= improvedFrom) Improved++;
        double step = row.Change - mean;
        mean += step / Followed;
        squares += step * (row.Change - mean);
    }
}
