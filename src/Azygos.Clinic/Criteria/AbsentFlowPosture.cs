namespace Azygos.Clinic.Criteria;

/// <summary>In which postures flow must be absent for criterion 4.</summary>
public enum AbsentFlowPosture
{
    /// <summary>In both.</summary>
    Both,

    /// <summary>In either.</summary>
    Either,

    /// <summary>In both, or in one with reflux in the other.</summary>
    BothOrOneWithReflux,
}
