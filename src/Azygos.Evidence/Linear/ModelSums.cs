namespace Azygos.Evidence.Linear;

/// <summary>Sums of a weighted fit over the studies.</summary>
internal readonly record struct ModelSums
{
    /// <summary>Σw.</summary>
    public required double SumW { get; init; }

    /// <summary>Σw².</summary>
    public required double SumW2 { get; init; }

    /// <summary>yᵀPy = Σ w r².</summary>
    public required double Rss { get; init; }

    /// <summary>yᵀPPy = Σ w² r².</summary>
    public required double WeightedRss { get; init; }

    /// <summary>tr P.</summary>
    public required double TraceP { get; init; }

    /// <summary>tr PP.</summary>
    public required double TracePP { get; init; }

    /// <summary>ln det(XᵀWX).</summary>
    public required double LogDetXWX { get; init; }
}
