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

    /// <summary>
    /// Shares twice the amount out by group size instead: 2a N₁/N to the first group's cells, 2a N₂/N to the second's,
    /// so that the amount alone gives no effect where groups differ in size; default false.
    /// </summary>
    public bool ByGroupSize { get; init; }

    /// <summary>Leaves out studies in which nobody, or everybody, has the event; default false.</summary>
    public bool DropUninformative { get; init; }

    /// <summary>The tables after the policy; null for studies it leaves out.</summary>
    public TwoByTwo?[] Apply(IReadOnlyList<TwoByTwo> tables)
    {
        bool any = tables.Any(t => t.HasZero);
        var result = new TwoByTwo?[tables.Count];
        for (int i = 0; i < result.Length; i++)
            if (!DropUninformative || !tables[i].IsUninformative)
                result[i] = Apply(tables[i], any);
        return result;
    }

    /// <summary>One table after the policy, whether or not it is informative.</summary>
    /// <param name="table">The counts.</param>
    /// <param name="anyZero">Whether any study of the analysis has a zero cell.</param>
    public TwoByTwo Apply(TwoByTwo table, bool anyZero)
    {
        if (!Corrects(table.HasZero, anyZero)) return table;
        if (!ByGroupSize) return table.Plus(Addition);
        double first = 2 * Addition * table.N1 / table.N, second = 2 * Addition * table.N2 / table.N;
        return new TwoByTwo(table.A + first, table.B + first, table.C + second, table.D + second);
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
