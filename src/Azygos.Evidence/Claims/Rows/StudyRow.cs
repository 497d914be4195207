using Azygos.Evidence.Effects;

namespace Azygos.Evidence.Claims.Rows;

/// <summary>A study of how common CCSVI is, one row for each endpoint.</summary>
public sealed record StudyRow
{
    /// <summary>Identifier.</summary>
    public string Id { get; init; } = "";

    /// <summary>First author, or "not seen".</summary>
    public string FirstAuthor { get; init; } = "";

    /// <summary>Year of print, where seen.</summary>
    public int? Year { get; init; }

    /// <summary>Country.</summary>
    public string Country { get; init; } = "";

    /// <summary>Class of endpoint; classes are never pooled together.</summary>
    public string EndpointClass { get; init; } = "";

    /// <summary>Whether the examination was blind.</summary>
    public Blinding Blinding { get; init; }

    /// <summary>The paper says blinded and others deny it.</summary>
    public bool BlindingDisputed { get; init; }

    /// <summary>Who the controls were.</summary>
    public string ControlType { get; init; } = "";

    /// <summary>People with MS examined.</summary>
    public int? Cases { get; init; }

    /// <summary>Of them with the finding.</summary>
    public int? CasesPositive { get; init; }

    /// <summary>Controls examined.</summary>
    public int? Controls { get; init; }

    /// <summary>Of them with the finding.</summary>
    public int? ControlsPositive { get; init; }

    /// <summary>Rows with the same word share patients: never two of them in one pool.</summary>
    public string CohortGroup { get; init; } = "";

    /// <summary>Rows that hold, or may hold, the same people.</summary>
    public IReadOnlyList<Overlap> Overlaps { get; init; } = [];

    /// <summary>Ultrasound, composite of at least two criteria, all four counts, the row of its cohort.</summary>
    public bool InPrimaryPool { get; init; }

    /// <summary>Of the originator or of people who treat; null: not known.</summary>
    public bool? ProponentGroup { get; init; }

    /// <summary>Italian; null: not known.</summary>
    public bool? Italy { get; init; }

    /// <summary>Odds ratio as the paper prints it.</summary>
    public double? ReportedOddsRatio { get; init; }

    /// <summary>Its lower limit.</summary>
    public double? ReportedLower { get; init; }

    /// <summary>Its upper limit.</summary>
    public double? ReportedUpper { get; init; }

    /// <summary>p value as printed.</summary>
    public string ReportedP { get; init; } = "";

    /// <summary>How people were chosen and matched.</summary>
    public RiskOfBias Selection { get; init; }

    /// <summary>Whether the venous test was read blind with a fixed cut-off.</summary>
    public RiskOfBias IndexTest { get; init; }

    /// <summary>How MS was defined.</summary>
    public RiskOfBias ReferenceTest { get; init; }

    /// <summary>Who is missing.</summary>
    public RiskOfBias Flow { get; init; }

    /// <summary>How the MS and main control cells were seen.</summary>
    public RowStatus Status { get; init; }

    /// <summary>True when all four counts were seen.</summary>
    public bool HasTable
        => Cases is not null && CasesPositive is not null && Controls is not null && ControlsPositive is not null;

    /// <summary>Positive and all people of both groups, in the order of a table of counts; only where all were
    /// seen.</summary>
    internal double[] Cells => [CasesPositive!.Value, Cases!.Value, ControlsPositive!.Value, Controls!.Value];

    /// <summary>The 2 × 2 table; only where all counts were seen.</summary>
    internal TwoByTwo Table => TwoByTwo.FromEvents(
        CasesPositive!.Value, Cases!.Value, ControlsPositive!.Value, Controls!.Value).Value;
}
