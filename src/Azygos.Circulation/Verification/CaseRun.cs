namespace Azygos.Circulation.Verification;

/// <summary>One simulation of a case.</summary>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record CaseRun
{
    /// <summary>Name, unique among the runs.</summary>
    public required string Id { get; init; }

    /// <summary>When it ends.</summary>
    public required RunEnd Until { get; init; }

    /// <summary>Cells in every vessel; null when the largest cell is given, or there are no vessels.</summary>
    public int? Cells { get; init; }

    /// <summary>Largest cell [m]; null when the number of cells is given, or there are no vessels.</summary>
    public double? LargestCell { get; init; }

    /// <summary>Largest time step [s]; null: the solver chooses.</summary>
    public double? LargestStep { get; init; }

    /// <summary>Largest interval of recorded samples [s]; null: the solver chooses.</summary>
    public double? SampleInterval { get; init; }

    /// <summary>ρ of the generalised-α method with which the reference was integrated [1]; null: not so, or not
    /// said.</summary>
    public double? AlphaDamping { get; init; }

    /// <summary>Run once per number of cells, coarse to fine; empty for none.</summary>
    public IReadOnlyList<int> CellRefinements { get; init; } = [];

    /// <summary>Run once per time step [s], coarse to fine; empty for none.</summary>
    public IReadOnlyList<double> StepRefinements { get; init; } = [];

    /// <summary>Relative lengths over the refinements, coarse to fine: time steps, or 1/cells [1].</summary>
    public IReadOnlyList<double> RefinementLengths =>
        StepRefinements.Count > 0 ? StepRefinements : [.. CellRefinements.Select(cells => 1.0 / cells)];
}

/// <summary>When a run ends.</summary>
/// <source choice="schema azygos-benchmark/1"/>
public abstract record RunEnd;

/// <summary>At a time.</summary>
/// <param name="Time">[s], positive.</param>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record EndAtTime(double Time) : RunEnd;

/// <summary>When two successive periods agree; results are the last period, time from its start.</summary>
/// <remarks>
/// Norm: the largest over the pressure probes (lumped: nodes) of RMS difference over mean absolute pressure.
/// </remarks>
/// <param name="Period">[s], positive.</param>
/// <param name="Tolerance">[1], positive.</param>
/// <param name="MaximumPeriods">At least 2.</param>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record EndWhenPeriodic(double Period, double Tolerance, int MaximumPeriods) : RunEnd;

/// <summary>When max |∂A/∂t|/A falls below a tolerance.</summary>
/// <param name="Tolerance">[1/s], positive.</param>
/// <param name="MaximumTime">[s], positive.</param>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record EndWhenSteady(double Tolerance, double MaximumTime) : RunEnd;

/// <summary>Algebra, no time.</summary>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record Evaluation : RunEnd;

/// <summary>What the model file says.</summary>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record EndOfModel : RunEnd;
