using Azygos.Body.Results;

namespace Azygos.Body.Tests.Simulation;

/// <summary>The shipped body lying down, run once to its periodic state with coarse steps and shared by the tests that look at it.</summary>
public sealed class SupineRun
{
    // 4 ms instead of the default: site means move by less than a per cent (docs/validation/body-lumped-time-step.md).
    public static SimulationSettings Settings { get; } = new() { TimeStep = 0.004 };

    public SimulationResult Result { get; } = BodySimulation.Run(ShippedBody.Model, Settings);
}
