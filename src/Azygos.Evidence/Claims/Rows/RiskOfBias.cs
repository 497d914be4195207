namespace Azygos.Evidence.Claims.Rows;

/// <summary>A provisional judgement of one domain of bias; mostly abstracts were seen.</summary>
public enum RiskOfBias
{
    /// <summary>The retrieved text does not state the deciding fact.</summary>
    Unclear,

    /// <summary>Low.</summary>
    Low,

    /// <summary>High.</summary>
    High,
}
