using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Clinic.Criteria;

namespace Azygos.Clinic.Examination;

/// <summary>The same body examined in many ways: how the count of criteria moves while the anatomy stays.</summary>
/// <source choice="one run a posture for all settings that leave the body alone; blood volume is the only number of
/// the body that is changed"/>
public sealed class ExaminationSweep
{
    private const string Blood = "blood.volume_mL";
    private static readonly string[] AllLevels = ["j1", "j2", "j3"];

    /// <summary>Runs a body.</summary>
    public required Func<BodyModel, SimulationSettings, SimulationResult> Simulate { get; init; }

    /// <summary>The protocol.</summary>
    public required ExaminationProtocol Protocol { get; init; }

    /// <summary>Examines, setting by setting, as the runs become ready.</summary>
    /// <param name="model">The body.</param>
    /// <param name="settings">Steps and cells of its runs.</param>
    /// <param name="ways">The settings.</param>
    public IEnumerable<(ExaminationSetting Setting, ExaminationResult Result)> Run(
        BodyModel model, SimulationSettings settings, IReadOnlyList<ExaminationSetting> ways)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(ways);
        foreach (var group in ways.GroupBy(way => way.Key))
        {
            ExaminationSetting first = group.First();
            BodyModel body = Filled(model, first.BloodShare);
            // All levels are pressed in turn, whichever a setting then looks at.
            Examiner runs = Of(first with { Operator = first.Operator with { Levels = AllLevels } });
            SimulationResult? supine = null, sitting = null;
            Parallel.Invoke(
                () => supine = Simulate(body, runs.Settings(body, settings, ExaminedPosture.Supine)),
                () => sitting = Simulate(body, runs.Settings(body, settings, ExaminedPosture.Sitting)));
            foreach (ExaminationSetting way in group)
                yield return (way, Of(way).Examine(body, supine!, sitting!));
        }
    }

    private Examiner Of(ExaminationSetting way) =>
        new() { Protocol = Protocol, Operator = way.Operator, Seed = way.Seed };

    private static BodyModel Filled(BodyModel model, double share) => share == 1 ? model : model with
    {
        Parameters = model.Parameters.ToDictionary(
            pair => pair.Key,
            pair => pair.Key == Blood ? pair.Value with { Value = pair.Value.Value * share } : pair.Value),
    };
}
