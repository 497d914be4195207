namespace Azygos.Circulation.Blocks;

/// <summary>A branch of a block, in the model's units.</summary>
/// <param name="Resistance">R, 0 or more.</param>
/// <param name="Stenosis">S of R + S|q|, 0 or more.</param>
/// <param name="Inertance">L, 0 or more.</param>
internal readonly record struct BranchNumbers(double Resistance, double Stenosis = 0, double Inertance = 0)
{
    /// <summary>True: nothing hinders the flow.</summary>
    public bool IsNothing => Resistance == 0 && Stenosis == 0 && Inertance == 0;
}
