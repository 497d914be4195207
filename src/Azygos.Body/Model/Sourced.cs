namespace Azygos.Body.Model;

/// <summary>How far a number of a model can be trusted.</summary>
public enum Basis
{
    /// <summary>Read in a public source.</summary>
    Published,

    /// <summary>Read in somebody else's account; the original paper was not read.</summary>
    PublishedSecondary,

    /// <summary>Computed here from published numbers, or fitted here to a published datum.</summary>
    Derived,

    /// <summary>Known from the cited paper but not read again: treat as assumed until checked.</summary>
    Recalled,

    /// <summary>Our engineering choice.</summary>
    Assumed,
}

/// <summary>Where a row of a model table comes from.</summary>
/// <param name="Basis">How far to trust it.</param>
/// <param name="Source">Keys of <c>sources.csv</c>, separated by semicolons; empty when the basis is assumed.</param>
/// <param name="Note">What a reader must know, or empty.</param>
public sealed record Provenance(Basis Basis, string Source, string Note);
