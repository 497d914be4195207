namespace Azygos.Evidence.Tables;

/// <summary>How the scale of the analysis and the one shown belong together.</summary>
public enum EffectScale
{
    /// <summary>The same; 0 is no effect.</summary>
    Difference,

    /// <summary>Analysed as logarithm, shown as ratio; 1 is no effect.</summary>
    Ratio,

    /// <summary>A share analysed as logit.</summary>
    Logit,

    /// <summary>A share analysed as arcsine of its root.</summary>
    Arcsine,

    /// <summary>A correlation analysed as Fisher's z; 0 is no effect.</summary>
    FisherZ,

    /// <summary>The same, of one group: no value is "no effect".</summary>
    Level,
}
