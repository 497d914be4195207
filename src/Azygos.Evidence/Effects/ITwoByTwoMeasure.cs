namespace Azygos.Evidence.Effects;

/// <summary>An effect of a 2 × 2 table.</summary>
/// <source choice="one shape for every measure, so that a policy and a measure combine freely"/>
public interface ITwoByTwoMeasure
{
    /// <summary>Short name in option files and tables.</summary>
    static abstract string Key { get; }

    /// <summary>Effect and variance; null when the table cannot give it (a zero cell left uncorrected).</summary>
    static abstract EffectEstimate? From(TwoByTwo table);
}
