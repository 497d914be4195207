namespace Azygos.Circulation.Blocks;

/// <summary>What a run of a block model gave out, in the model's units.</summary>
/// <source choice="what the block format gives out, and how it was found"/>
public sealed record BlockResult
{
    /// <summary>Times of the points [s]; from 0 where the last cycle only is given out; empty for means.</summary>
    public IReadOnlyList<double> Times { get; init; } = [];

    /// <summary>
    /// Values by key and column: variable and <c>y</c> (<c>ydot</c>), or vessel and <c>flow_in</c>, <c>flow_out</c>,
    /// <c>pressure_in</c>, <c>pressure_out</c> (and those with <c>d_</c> in front).
    /// </summary>
    public IReadOnlyDictionary<(string Key, string Column), double[]> Values { get; init; } =
        new Dictionary<(string, string), double[]>();

    /// <summary>Why it stopped before its end; empty when it did not.</summary>
    public string Stopped { get; init; } = "";

    /// <summary>Cycles that were run; 0 for a steady state.</summary>
    public int Cycles { get; init; }

    /// <summary>Time step [s]; 0 for a steady state.</summary>
    public double Step { get; init; }

    /// <summary>Largest relative RMS change of a series when the step was last halved [1]; 0 where it was not.</summary>
    public double Refinement { get; init; }
}
