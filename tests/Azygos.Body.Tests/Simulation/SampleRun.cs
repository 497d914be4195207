using Azygos.Body.Model;
using Azygos.Body.Results;

namespace Azygos.Body.Tests.Simulation;

/// <summary>A result without a run: nothing recorded but times.</summary>
internal static class SampleRun
{
    public static SimulationResult Of(BodyModel model, int samples) => new()
    {
        Model = model,
        Settings = new SimulationSettings(),
        Ending = new RunEnding(true, "none", 0, ""),
        SimulatedSeconds = 0,
        Period = samples - 1,
        Beats = 0,
        Steps = 0,
        Unknowns = 0,
        PeriodicResidual = 0,
        WorstSite = "",
        ConservationError = 0,
        BloodVolume = 0,
        MeanFillingPressure = 0,
        CardiacOutput = 0,
        Times = [.. Enumerable.Range(0, samples).Select(i => (double)i)],
        Sites = [],
        Waves = [],
        Vessels = [],
        Validation = [],
    };
}
