namespace Azygos.Evidence.Claims.Rules;

/// <summary>What a rule says of a claim.</summary>
public enum Verdict
{
    /// <summary>Effects large enough to matter are excluded.</summary>
    Contradicted,

    /// <summary>It was tested and not shown; a smaller effect is not excluded.</summary>
    NotSupported,

    /// <summary>Too little data, or the data disagree.</summary>
    Inconclusive,

    /// <summary>Nothing that may count was found.</summary>
    NoData,

    /// <summary>The claim held where bias was least.</summary>
    Supported,
}
