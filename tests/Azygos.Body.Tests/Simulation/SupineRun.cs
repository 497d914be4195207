using Azygos.Body.Results;

namespace Azygos.Body.Tests.Simulation;

/// <summary>The shipped body lying down, run once to its periodic state and shared by the tests that look at
/// it.</summary>
public sealed class SupineRun
{
    public static SimulationSettings Settings { get; } = new();

    public SimulationResult Result { get; } = BodySimulation.Run(ShippedBody.Model, Settings);
}
