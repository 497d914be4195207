namespace Azygos.Benchmarks.Table;

/// <summary>A line of the table of whole runs.</summary>
/// <param name="Work">What was done.</param>
/// <param name="Value">What is judged, in <paramref name="Unit"/>.</param>
/// <param name="Unit">Its unit; of a speed more is better, of all others less.</param>
internal sealed record TableRow(string Work, double Value, string Unit)
{
    /// <summary>Unit of speeds: simulated seconds per processor second.</summary>
    public const string RealTimeUnit = "x real time";

    /// <summary>Processor time of the run [s].</summary>
    public double? Processor { get; init; }

    /// <summary>Cells, or unknowns of a lumped network.</summary>
    public int? Cells { get; init; }

    /// <summary>Steps of the network.</summary>
    public long? Steps { get; init; }

    /// <summary>Beats.</summary>
    public int? Beats { get; init; }

    /// <summary>What ended the run.</summary>
    public string Norm { get; init; } = "";

    /// <summary>Error against the same code with a quarter of the cell and of the step [1]: worst site.</summary>
    public double? Error { get; init; }

    /// <summary>Site of that error.</summary>
    public string Where { get; init; } = "";

    /// <summary>Cell-steps per processor second [1/s].</summary>
    public double? CellStepRate { get; init; }

    /// <summary>Simulated seconds per processor second.</summary>
    public double? RealTime { get; init; }

    /// <summary>Largest memory of the process so far [MB].</summary>
    public double? Megabytes { get; init; }

    /// <summary>The best public solver's figure on one 2.8 GHz core, or where there is none.</summary>
    public string Peer { get; init; } = "none";

    /// <summary>What must be reached, and what is aimed at, in <see cref="Unit"/>.</summary>
    public (double Must, double Aim) Bar { get; init; }

    /// <summary>Error that the bar allows [1].</summary>
    public double LargestError { get; init; } = double.PositiveInfinity;

    /// <summary>True when the value reaches a bar and the error is one that the bar allows.</summary>
    public bool Reaches(double bar) => (Unit == RealTimeUnit ? Value >= bar : Value <= bar)
        && !(Error > LargestError);

    /// <summary>Held or missed, must and aim.</summary>
    public string Verdict => $"must {Word(Bar.Must)}, aim {Word(Bar.Aim)}"
        + (Error > LargestError ? ": error too large" : "");

    private string Word(double bar) => Reaches(bar) ? "held" : "missed";
}
