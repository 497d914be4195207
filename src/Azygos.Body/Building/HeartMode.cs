namespace Azygos.Body.Building;

/// <summary>How the heart pumps.</summary>
public enum HeartMode
{
    /// <summary>Chambers contract and valves open with the beat.</summary>
    Beating,

    /// <summary>Mean flow: each ventricle and its outlet valve is a pump that gives its stroke volume a beat; chest
    /// pressure is its mean.</summary>
    MeanFlow,

    /// <summary>Mean flow through the heart, in a chest that breathes.</summary>
    BreathingMeanFlow,
}
