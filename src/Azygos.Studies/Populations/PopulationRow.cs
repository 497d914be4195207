using Azygos.Body.Model;

namespace Azygos.Studies.Populations;

/// <summary>Whom a row holds for.</summary>
public enum Sexes
{
    /// <summary>Everybody.</summary>
    All,

    /// <summary>Men.</summary>
    Men,

    /// <summary>Women.</summary>
    Women,
}

/// <summary>How one quantity is distributed, and where that comes from.</summary>
public sealed record PopulationRow
{
    /// <summary>The quantity, one of <see cref="Population.Quantities"/>.</summary>
    public string Quantity { get; init; } = "";

    /// <summary>Whom the row holds for.</summary>
    public Sexes Sexes { get; init; }

    /// <summary>Family of the distribution.</summary>
    public MarginalKind Kind { get; init; }

    /// <summary>First number of the family.</summary>
    public double A { get; init; }

    /// <summary>Second number of the family; null where it has one.</summary>
    public double? B { get; init; }

    /// <summary>Lower end; null for the family's own.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end; null for the family's own.</summary>
    public double? High { get; init; }

    /// <summary>Unit of the quantity.</summary>
    public string Unit { get; init; } = "";

    /// <summary>How far to trust the least certain number of the row.</summary>
    public Basis Basis { get; init; }

    /// <summary>Source; empty where assumed.</summary>
    public string Source { get; init; } = "";

    /// <summary>What a reader must know.</summary>
    public string Note { get; init; } = "";
}

/// <summary>How two quantities go together.</summary>
public sealed record CorrelationRow
{
    /// <summary>First quantity.</summary>
    public string First { get; init; } = "";

    /// <summary>Second quantity.</summary>
    public string Second { get; init; } = "";

    /// <summary>True: a slope of the second in the first; false: a correlation of their normal scores.</summary>
    public bool IsSlope { get; init; }

    /// <summary>The slope or the correlation.</summary>
    public double Value { get; init; }

    /// <summary>Unit.</summary>
    public string Unit { get; init; } = "";

    /// <summary>How far to trust it.</summary>
    public Basis Basis { get; init; }

    /// <summary>Source; empty where assumed.</summary>
    public string Source { get; init; } = "";

    /// <summary>What a reader must know.</summary>
    public string Note { get; init; } = "";
}
