namespace Azygos.Body.Anatomy;

/// <summary>How much of a model's anatomy a run holds.</summary>
/// <source choice="two levels: what the questions of the project need, and everything that the sources give"/>
public enum AnatomicalDetail
{
    /// <summary>Vessels of tier 1; beds of the second tier hang on the nearest vessel of the first.</summary>
    Core,

    /// <summary>All vessels.</summary>
    Full,
}
