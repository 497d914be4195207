namespace Azygos.Circulation.Running;

/// <summary>A run that is driven from outside, sample by sample, and whose coefficients may change meanwhile.</summary>
/// <source choice="a live body: what is done to it is not known beforehand"/>
public sealed partial class LumpedSimulation
{
    private VolumeAudit? driven;
    private double drivenBefore;

    /// <summary>Share of the volume that was gained or lost since the first <see cref="AdvanceTo"/>, or since that of what
    /// was taken over [1].</summary>
    public double PresentConservationError
    {
        get
        {
            stepper.Observe(state);
            double size = system.Unknowns
                .Select((u, i) => u.Kind == Assembly.UnknownKind.Pressure ? Math.Abs(state.Content[i]) : 0).Sum();
            return size == 0 ? 0 : Math.Abs(Gained()) / size;
        }
    }

    /// <summary>Runs to a time and records nothing; null: it got there.</summary>
    /// <param name="end">End [s], after the present time.</param>
    /// <param name="largestStep">Largest time step [s].</param>
    /// <param name="cancellation">Cancels before it begins.</param>
    public RunStop? AdvanceTo(double end, double largestStep, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        driven ??= StartAudit();
        return (startFailure ?? Advance(end, largestStep)) is { } failure
            ? new RunStop(failure.Reason, failure.Place)
            : null;
    }

    /// <summary>A reader of probes at the present state.</summary>
    public SampleReader Reader(IReadOnlyList<Probe> probes)
    {
        ArgumentNullException.ThrowIfNull(probes);
        var recorder = new Recorder(system, probes, 0);
        return new SampleReader(probes.Count, into =>
        {
            stepper.Observe(state);
            recorder.Read(stepper.Evaluation, into);
        });
    }

    /// <summary>Goes on from the present state of another run: the same unknowns, with other coefficients and other nodes of
    /// prescribed pressure.</summary>
    /// <param name="before">The other run; it must not go on.</param>
    /// <exception cref="InvalidOperationException">The two networks differ in more than that.</exception>
    public void TakeOver(LumpedSimulation before)
    {
        ArgumentNullException.ThrowIfNull(before);
        before.stepper.Observe(before.state);
        double gained = before.Gained();
        system.TakeOver(before.system, before.state, state);
        stepper.Forget();
        startFailure = before.startFailure;
        jumped = before.jumped;
        driven = StartAudit();
        drivenBefore = gained;
    }

    /// <summary>A number of an element.</summary>
    /// <param name="element">Id of the element.</param>
    /// <param name="law">The law that reads it; of a generic one, its definition.</param>
    /// <param name="index">Its place among the law's parameters.</param>
    public ElementNumber Number(string element, Type law, int index)
    {
        (Assembly.ElementGroup group, int found) = system.NumbersOf(element, law);
        return new ElementNumber(group, found, index, stepper.Forget);
    }

    // Of an observed state.
    private double Gained() => drivenBefore + (driven?.Gain(state, stepper.Evaluation) ?? 0);
}
