namespace Azygos.Evidence.Claims.Rows;

/// <summary>One harm, or exposure, of one source, with the denominator that was printed with it.</summary>
public sealed record HarmRow
{
    /// <summary>Identifier.</summary>
    public string Id { get; init; } = "";

    /// <summary>Study or body.</summary>
    public string Study { get; init; } = "";

    /// <summary>Who reported it, in one word.</summary>
    public string SourceKind { get; init; } = "";

    /// <summary>Who reported it, in words for the page.</summary>
    public string SourceLabel { get; init; } = "";

    /// <summary>What happened.</summary>
    public string Event { get; init; } = "";

    /// <summary>The same in plain words for the public; empty where the row is not shown.</summary>
    public string PlainWords { get; init; } = "";

    /// <summary>How severe.</summary>
    public string Severity { get; init; } = "";

    /// <summary>How many, where counted.</summary>
    public int? Events { get; init; }

    /// <summary>Out of how many.</summary>
    public int? Denominator { get; init; }

    /// <summary>Of what: procedure, patient, stent, stented_patient or lesion; kinds are never merged.</summary>
    public string DenominatorKind { get; init; } = "";

    /// <summary>Percentage as the source prints it.</summary>
    public double? PercentPrinted { get; init; }

    /// <summary>List in which it is shown: rate, reported_without_denominator, exposure or not_retrieved.</summary>
    public string DisplayGroup { get; init; } = "";

    /// <summary>Reported by those who did it, or spontaneous: the truth is likely higher.</summary>
    public bool IsLowerBound { get; init; }

    /// <summary>What a reader must know.</summary>
    public string Note { get; init; } = "";

    /// <summary>How it was seen.</summary>
    public RowStatus Status { get; init; }
}
