using Azygos.Circulation.Running;
using Azygos.Circulation.Stepping;
using Azygos.Circulation.Vessels;

namespace Azygos.Circulation.Waves;

/// <summary>A network of vessels, with the lumped network at its nodes, in time.</summary>
internal sealed class WaveSystem
{
    // A remainder below this share of a step is rounding.
    private const double Rounding = 1e-9;

    // A step that the lumped side cannot take is cut in two, at most so often.
    private const int DeepestCut = 10;

    private readonly LumpedCoupling? coupling;
    private SolveFailure? startFailure;

    public WaveSystem(VesselNetwork network, MeshOptions options)
    {
        Mesh = new WaveMesh(network, options);
        Stepper = new WaveStepper(Mesh);
        if (network.Lumped is not { } lumped) return;
        foreach (VesselLine line in Mesh.Lines) line.Trace(0);
        coupling = new LumpedCoupling(lumped, Mesh);
        startFailure = coupling.Initialise();
    }

    public WaveMesh Mesh { get; }

    public WaveStepper Stepper { get; }

    public LumpedCoupling? Coupling => coupling;

    /// <summary>[s].</summary>
    public double Time { get; private set; }

    /// <summary>Gives the lumped network the values of a steady state.</summary>
    public void StartFrom(SteadyFlow steady) => startFailure = coupling?.StartFrom(steady);

    /// <summary>Goes on from the state of another network of the same vessels, cells and lumped unknowns, with other
    /// coefficients.</summary>
    public void TakeOver(WaveSystem before)
    {
        foreach ((string vessel, VesselLine[] parts) in Mesh.LinesOf) VesselLine.Carry(before.Mesh.LinesOf[vessel], parts);
        if (coupling is not null) coupling.TakeOver(before.coupling!);
        Time = before.Time;
        startFailure = before.startFailure;
    }

    /// <summary>One step, at most as long as told and as the slowest vessel's, such that equal steps reach the
    /// end.</summary>
    public SolveFailure? Step(double largest, double end)
    {
        if (startFailure is not null) return startFailure;
        double left = end - Time, natural = Math.Min(largest, Stepper.NaturalStep());
        if (!(natural > 0)) return Stepper.Broken() ?? new SolveFailure("no step is short enough", "vessels");
        double count = Math.Ceiling(left / natural * (1 - Rounding));
        double step = count <= 1 ? left : left / count;
        SolveFailure? failure = null;
        for (int cut = 0; cut <= DeepestCut; cut++, count = 2)
        {
            failure = Advance(step);
            if (failure is null)
            {
                Time = count <= 1 ? end : Time + step;
                return null;
            }

            step *= 0.5;
        }

        return failure;
    }

    private SolveFailure? Advance(double step)
    {
        coupling?.Begin(Time, step);
        if (Stepper.Step(Time, step) is { } failure) return failure;
        if (coupling?.End(Time, step) is not { } refused) return null;
        Stepper.Restore();
        return refused;
    }
}
