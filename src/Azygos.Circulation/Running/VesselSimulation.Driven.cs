namespace Azygos.Circulation.Running;

/// <summary>A run that is driven from outside, sample by sample, and whose coefficients may change meanwhile.</summary>
/// <source choice="a live body: what is done to it is not known beforehand"/>
public sealed partial class VesselSimulation
{
    /// <summary>Share of the volume that was gained or lost since the start, or since the start of what was taken over
    /// [1].</summary>
    public double PresentConservationError => ConservationError();

    /// <summary>Runs to a time and records nothing; null: it got there.</summary>
    /// <param name="end">End [s], after the present time.</param>
    /// <param name="largestStep">Largest time step [s].</param>
    /// <param name="cancellation">Cancels between steps.</param>
    public RunStop? AdvanceTo(double end, double largestStep, CancellationToken cancellation = default)
    {
        waves.Stepper.MostCellSteps = waves.Stepper.CellSteps + (long)(MostSweeps * (end - Time) * Cells);
        while (Time < end)
        {
            cancellation.ThrowIfCancellationRequested();
            if (waves.Step(largestStep, end) is { } failure) return new RunStop(failure.Reason, failure.Place);
        }

        return null;
    }

    // Chosen: sweeps over all cells in a second of a body's time. Lying it takes some 800, upright or straining up to 8,000;
    // beyond 100,000 (six seconds of computing for that second) it is lost, and those who watch should be told.
    private const double MostSweeps = 1e5;

    /// <summary>A reader of probes at the present state.</summary>
    public SampleReader Reader(IReadOnlyList<Probe> probes)
    {
        ArgumentNullException.ThrowIfNull(probes);
        return new SampleReader(probes.Count, new VesselRecorder(waves, probes).Read);
    }

    /// <summary>Goes on from the present state of another run: the same vessels, cells and lumped unknowns, with other
    /// coefficients (throats, loads, gravity in time).</summary>
    /// <param name="before">The other run; it must not go on.</param>
    /// <exception cref="InvalidOperationException">The two networks differ in more than coefficients.</exception>
    public void TakeOver(VesselSimulation before)
    {
        ArgumentNullException.ThrowIfNull(before);
        double drift = before.Drift();
        waves.TakeOver(before.waves);
        StartAudit();
        startVolume -= drift;
    }

    /// <summary>A number of an element of the lumped part.</summary>
    /// <param name="element">Id of the element.</param>
    /// <param name="law">The law that reads it; of a generic one, its definition.</param>
    /// <param name="index">Its place among the law's parameters.</param>
    public ElementNumber Number(string element, Type law, int index)
    {
        if (waves.Coupling is not { } lumped)
            throw new InvalidOperationException("The network has no lumped part.");
        (Assembly.ElementGroup group, int found) = lumped.System.NumbersOf(element, law);
        return new ElementNumber(group, found, index, lumped.Stepper.Forget);
    }
}
