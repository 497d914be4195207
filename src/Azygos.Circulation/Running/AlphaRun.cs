using Azygos.Circulation.Assembly;
using Azygos.Circulation.Stepping;

namespace Azygos.Circulation.Running;

/// <summary>A run of a lumped network by the generalised-α method: values within each step, from which the series at
/// the ends of steps follow.</summary>
/// <remarks>The method carries every variable y, also one without a rate of its own, from y₀ to y₁ by y_f = y₀ + α_f (y₁
/// − y₀), where y_f obeys the equations: <see cref="AtEnds"/>.</remarks>
/// <source doi="10.1016/S0045-7825(00)00203-6" at="generalised-α method for first-order systems"/>
internal sealed class AlphaRun
{
    private readonly LumpedSystem system;
    private readonly LumpedState state;
    private readonly GeneralisedAlpha stepper;
    private readonly SolveFailure? startFailure;

    /// <summary>Prepares a run.</summary>
    /// <param name="network">The network.</param>
    /// <param name="rhoInfinity">ρ [1], 0 … 1.</param>
    /// <param name="steady">The steady state it starts from; null: the network's initial values.</param>
    /// <param name="iteration">How the first iterate is given, and when an iteration ends.</param>
    public AlphaRun(LumpedNetwork network, double rhoInfinity, SteadyFlow? steady, AlphaIteration iteration)
    {
        system = new LumpedSystem(network);
        state = new LumpedState(system.Unknowns.Length, system.KnownCount);
        LumpedStepper start = new(system);
        startFailure = start.Initialise(state);
        if (steady is not null)
        {
            steady.CopyTo(system, state);
            startFailure = start.SolveForContents(state);
        }
        else if (system.OneWay is not null)
            for (int i = 0; i < state.Value.Length; i++)
                if (iteration.First(system.Unknowns[i]) is { } given) state.Value[i] = given;
        stepper = new GeneralisedAlpha(system, rhoInfinity, iteration.ResidualUnit);
    }

    /// <summary>Values of the probes before the first step, then at t + α_f h of every step; by id.</summary>
    public Dictionary<string, double[]> Within { get; } = [];

    /// <summary>Lengths of the steps [s].</summary>
    public double[] Steps { get; private set; } = [];

    /// <summary>Runs through steps of the given lengths [s]; why it stopped, or empty.</summary>
    public string Run(IReadOnlyList<double> steps, IReadOnlyList<Probe> probes, CancellationToken cancellation)
    {
        if (startFailure is { } failure) return failure.Reason;
        Steps = [.. steps];
        Recorder recorder = new(system, probes, steps.Count + 1);
        Evaluation first = stepper.Evaluation;
        state.Value.CopyTo(first.Value, 0);
        system.SetTime(first, 0, beforeJump: false);
        system.Evaluate(first);
        recorder.Add(first);
        foreach (double step in steps)
        {
            cancellation.ThrowIfCancellationRequested();
            if (stepper.Step(state, step) is { } stopped)
                return FormattableString.Invariant($"stopped at {state.Time:G6} s: {stopped.Reason}");
            recorder.Add(stepper.Evaluation);
        }
        foreach ((string id, double[] values) in recorder.Result().Series) Within[id] = values;
        return "";
    }

    /// <summary>A variable at the ends of the steps, and its rate of change within each, from its values within.</summary>
    /// <param name="within">Its first value, then that within each step.</param>
    public (double[] Values, double[] SlopesWithin, double[] Slopes) AtEnds(ReadOnlySpan<double> within)
    {
        double αm = stepper.AlphaM, αf = stepper.AlphaF, γ = stepper.Gamma;
        double[] values = new double[within.Length], slopes = new double[within.Length];
        double[] slopesWithin = new double[within.Length];
        values[0] = within[0];
        for (int n = 0; n < Steps.Length; n++)
        {
            values[n + 1] = values[n] + (within[n + 1] - values[n]) / αf;
            slopes[n + 1] = slopes[n] + ((values[n + 1] - values[n]) / Steps[n] - slopes[n]) / γ;
            slopesWithin[n + 1] = slopes[n] + αm * (slopes[n + 1] - slopes[n]);
        }
        return (values, slopesWithin, slopes);
    }
}

/// <summary>How the first iterate of a run is given, and when an iteration ends: both leave traces where valves
/// switch.</summary>
/// <param name="First">Value of an unknown before the first step, whatever the equations say; null: by the
/// equations.</param>
/// <param name="ResidualUnit">What the residual of an unknown's row is multiplied with to be 1 where the iteration may
/// end.</param>
internal sealed record AlphaIteration(Func<UnknownInfo, double?> First, Func<UnknownInfo, double> ResidualUnit);
