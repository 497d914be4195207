using Azygos.Body.Results;
using Azygos.Clinic.Criteria;

namespace Azygos.Clinic.Examination;

/// <summary>A simulated examination: criteria in two flavours, and what they were judged from.</summary>
public sealed record ExaminationResult
{
    /// <summary>The protocol.</summary>
    public required ExaminationProtocol Protocol { get; init; }

    /// <summary>The operator.</summary>
    public required Operator Operator { get; init; }

    /// <summary>Seed of every random number.</summary>
    public required long Seed { get; init; }

    /// <summary>The run lying; its signals are in <see cref="Sites"/>.</summary>
    public required SimulationResult Supine { get; init; }

    /// <summary>The run sitting.</summary>
    public required SimulationResult Sitting { get; init; }

    /// <summary>Every site in every posture that was reached.</summary>
    public required IReadOnlyList<SiteExamination> Sites { get; init; }

    /// <summary>Criteria of the body itself; null where a run stopped.</summary>
    public CriteriaResult? Truth { get; init; }

    /// <summary>Criteria as measured and written down; null where a run stopped.</summary>
    public CriteriaResult? Measured { get; init; }

    /// <summary>The run that did not reach its end; null where both did.</summary>
    public SimulationResult? Stopped => !Supine.Ending.Finished ? Supine : !Sitting.Ending.Finished ? Sitting : null;
}
