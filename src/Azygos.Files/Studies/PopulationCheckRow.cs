using Azygos.Body.Model;
using Azygos.Studies.Populations;

namespace Azygos.Files.Studies;

/// <summary>A published value of a population.</summary>
public sealed record PopulationCheckRow
{
    /// <summary>The quantity.</summary>
    public string Quantity { get; init; } = "";

    /// <summary>Whom.</summary>
    public Sexes Sexes { get; init; }

    /// <summary>What of them: mean, sd, median, p90, share_below, age_slope.</summary>
    public string Statistic { get; init; } = "";

    /// <summary>Value below which a share is taken.</summary>
    public double? At { get; init; }

    /// <summary>The published value.</summary>
    public double Published { get; init; }

    /// <summary>Published standard deviation.</summary>
    public double? Deviation { get; init; }

    /// <summary>People of the study.</summary>
    public int? People { get; init; }

    /// <summary>Unit.</summary>
    public string Unit { get; init; } = "";

    /// <summary>How far to trust it.</summary>
    public Basis Basis { get; init; }

    /// <summary>Source.</summary>
    public string Source { get; init; } = "";

    /// <summary>What a reader must know.</summary>
    public string Note { get; init; } = "";
}
