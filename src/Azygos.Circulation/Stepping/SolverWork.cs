namespace Azygos.Circulation.Stepping;

/// <summary>What solves have cost so far, in pieces.</summary>
internal sealed class SolverWork
{
    /// <summary>Evaluations of all laws, with or without slopes.</summary>
    public long Evaluations { get; set; }

    /// <summary>Evaluations with all slopes, each with a factorisation.</summary>
    public long Factorings { get; set; }

    /// <summary>Evaluations with the slopes of valves and chambers alone, each with a factorisation of their
    /// block.</summary>
    public long Refactorings { get; set; }

    /// <summary>Solves with a factored matrix.</summary>
    public long Solves { get; set; }

    /// <summary>Solves that needed a line search.</summary>
    public long Searches { get; set; }
}
