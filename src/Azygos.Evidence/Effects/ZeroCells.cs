namespace Azygos.Evidence.Effects;

/// <summary>Which studies get the continuity correction.</summary>
/// <source doi="10.1002/sim.1761" at="what to add to nothing: continuity corrections compared"/>
public enum ZeroCellTarget
{
    /// <summary>Only studies that have a zero cell.</summary>
    StudiesWithAZero,

    /// <summary>Every study.</summary>
    AllStudies,

    /// <summary>Every study, if any study has a zero cell.</summary>
    AllIfAnyZero,

    /// <summary>None: studies that need it give no effect.</summary>
    None,
}

/// <summary>What is done about zero cells before effects are computed.</summary>
/// <source doi="10.1002/sim.1761" at="½ in the studies with a zero cell is the convention; its bias is discussed
/// there"/>
public sealed record ZeroCells
{
    /// <summary>Amount added to each cell; default ½.</summary>
    public double Addition { get; init; } = 0.5;

    /// <summary>Which studies; default those with a zero.</summary>
    public ZeroCellTarget Target { get; init; } = ZeroCellTarget.StudiesWithAZero;

    /// <summary>Leaves out studies in which nobody, or everybody, has the event; default false.</summary>
    public bool DropUninformative { get; init; }

    /// <summary>The tables after the policy; null for studies it leaves out.</summary>
    public TwoByTwo?[] Apply(IReadOnlyList<TwoByTwo> tables)
    {
        bool any = tables.Any(t => t.HasZero);
        var result = new TwoByTwo?[tables.Count];
        for (int i = 0; i < result.Length; i++)
            if (!DropUninformative || !tables[i].IsUninformative)
                result[i] = Corrects(tables[i].HasZero, any) ? tables[i].Plus(Addition) : tables[i];
        return result;
    }

    /// <summary>Whether a study is corrected.</summary>
    internal bool Corrects(bool hasZero, bool anyZero) => Target switch
    {
        ZeroCellTarget.StudiesWithAZero => hasZero,
        ZeroCellTarget.AllStudies => true,
        ZeroCellTarget.AllIfAnyZero => anyZero,
        _ => false,
    };
}
