using Azygos.Circulation.Stepping;
using Azygos.Circulation.Vessels;

namespace Azygos.Circulation.Waves;

/// <summary>A network of vessels in time.</summary>
internal sealed class WaveSystem
{
    // A step that would leave less than this share of itself for the next is stretched or halved instead.
    private const double Rounding = 1e-9;

    public WaveSystem(VesselNetwork network, MeshOptions options)
    {
        Mesh = new WaveMesh(network, options);
        Stepper = new WaveStepper(Mesh);
    }

    public WaveMesh Mesh { get; }

    public WaveStepper Stepper { get; }

    /// <summary>[s].</summary>
    public double Time { get; private set; }

    /// <summary>One step, at most as long as told and as the slowest vessel's, such that equal steps reach the
    /// end.</summary>
    public SolveFailure? Step(double largest, double end)
    {
        double left = end - Time, natural = Math.Min(largest, Stepper.NaturalStep());
        if (!(natural > 0)) return new SolveFailure("no step is short enough", "vessels");
        double count = Math.Ceiling(left / natural * (1 - Rounding));
        double step = count <= 1 ? left : left / count;
        if (Stepper.Step(Time, step) is { } failure) return failure;
        Time = count <= 1 ? end : Time + step;
        return null;
    }
}
