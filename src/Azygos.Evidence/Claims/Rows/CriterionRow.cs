namespace Azygos.Evidence.Claims.Rows;

/// <summary>One criterion, agreement or accuracy figure of a study.</summary>
public sealed record CriterionRow
{
    /// <summary>Identifier.</summary>
    public string Id { get; init; } = "";

    /// <summary>Study.</summary>
    public string Study { get; init; } = "";

    /// <summary>What was measured.</summary>
    public string Measure { get; init; } = "";

    /// <summary>On which criterion.</summary>
    public string Criterion { get; init; } = "";

    /// <summary>In whom.</summary>
    public string Group { get; init; } = "";

    /// <summary>People, or pairs.</summary>
    public int? Total { get; init; }

    /// <summary>Of them positive.</summary>
    public int? Positive { get; init; }

    /// <summary>The figure, in the row's unit.</summary>
    public double? Value { get; init; }

    /// <summary>Lower limit, where printed.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper limit, where printed.</summary>
    public double? Upper { get; init; }

    /// <summary>Unit: percent, kappa, OR, ICC or qualitative.</summary>
    public string Unit { get; init; } = "";

    /// <summary>How it was seen.</summary>
    public RowStatus Status { get; init; }
}
