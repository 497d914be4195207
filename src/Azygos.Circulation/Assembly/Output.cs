namespace Azygos.Circulation.Assembly;

internal enum OutputKind
{
    Unknown,
    BranchFlow,
    Volume,
    CellArea,
    CellVolume,
}

/// <summary>Where a recorded quantity is read after an evaluation.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Group">Group that keeps it, null for an unknown.</param>
/// <param name="Index">Element in the group, or the unknown.</param>
internal readonly record struct Output(OutputKind Kind, ElementGroup? Group, int Index)
{
    public double Read(Evaluation evaluation) => Kind switch
    {
        OutputKind.Unknown => evaluation.Value[Index],
        OutputKind.BranchFlow => ((IFlowGroup)Group!).Flow(Index),
        OutputKind.Volume => ((IVolumeGroup)Group!).VolumeOf(Index),
        OutputKind.CellVolume => ((ICellGroup)Group!).VolumeOf(Index),
        _ => ((ICellGroup)Group!).AreaOf(Index),
    };
}
