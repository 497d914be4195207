namespace Azygos.Clinic.Criteria;

/// <summary>The five criteria of one examination, by one version, in one flavour.</summary>
/// <source choice="what the literature adds to the five rules: their count, the label, an additive score, two
/// differences of flow"/>
public sealed record CriteriaResult
{
    /// <summary>Criteria that make the historical label.</summary>
    /// <source ref="PMC3061048" at="table 2: two of five"/>
    public const int HistoricalNumber = 2;

    /// <summary>Said wherever a result is shown.</summary>
    public const string Statement = "Azygos simulates an examination; it is not a diagnosis.";

    /// <summary>Version of the rules.</summary>
    public required string Version { get; init; }

    /// <summary>Where the signals came from.</summary>
    public required Flavour Flavour { get; init; }

    /// <summary>The five criteria in order.</summary>
    public required IReadOnlyList<CriterionResult> Criteria { get; init; }

    /// <summary>Criteria that were called positive.</summary>
    public int Count => Criteria.Count(criterion => criterion.Called);

    /// <summary>The historical label: two criteria or more.</summary>
    public bool HasHistoricalLabel => Count >= HistoricalNumber;

    /// <summary>Score 0 to 16 of this project, like the published VHISS in its range; the published allocation of its
    /// points was not seen, and this is not it.</summary>
    public required int VhissLike { get; init; }

    /// <summary>dCVF: flow through jugular (J2) and vertebral veins, lying minus sitting [mL/min]; null where not all
    /// were examined.</summary>
    public required double? PosturalFlowChange { get; init; }

    /// <summary>CFI: share of the head's inflow that leaves neither by jugular (J1) nor by vertebral veins, lying [1];
    /// null where it was not all examined.</summary>
    public required double? CollateralFlowIndex { get; init; }
}
