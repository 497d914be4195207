using Azygos.Circulation;
using Azygos.Circulation.Running;
using Azygos.Circulation.Vessels;

namespace Azygos.Cli.Soak;

/// <summary>Random networks, each stepped a beat: it ends finished, or stopped with where and why; its volume is
/// audited; nothing is ever not a number.</summary>
internal static class NetworkSoak
{
    /// <summary>Name of the part.</summary>
    public const string Part = "networks";

    // Chosen: a thousand times what a beat of a usual network needs; a run that takes longer hangs.
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(3);

    private static readonly string[] s_quantities = ["pressure", "flow", "area", "velocity"];

    /// <summary>Share of its volume that a network may lose or gain in a beat [1]: the project's bar.</summary>
    public const double VolumeBar = 1e-12;

    /// <summary>Steps networks.</summary>
    /// <param name="plan">How much.</param>
    /// <param name="told">Told of every finding at once.</param>
    public static PartReport Run(Plan plan, Action<string> told)
    {
        Tally tally = new(Part, told);
        plan.ForEach(index => One(new Draws(plan.Seed, Part, index), index, tally));
        return tally.Report();
    }

    private static void One(Draws draws, long index, Tally tally)
    {
        bool lumped = draws.Chance(0.25);
        string what = lumped ? "circuit" : "vessels";
        using CancellationTokenSource enough = new(s_longest);
        try
        {
            Judge(lumped ? Circuit(draws, enough.Token) : Vessels(draws, enough.Token), index, what, tally);
        }
        catch (OperationCanceledException)
        {
            tally.Find(index, what, $"still steps after {s_longest.TotalMinutes:F0} min");
        }
        catch (Exception thrown)
        {
            tally.Throw(index, what, thrown);
        }
        tally.Over();
    }

    private static RunOutcome Vessels(Draws draws, CancellationToken enough)
    {
        (VesselNetwork network, double beat) = RandomVessels.Of(draws);
        VesselSimulation simulation = new(network, new MeshOptions { LargestCell = draws.Magnitude(0.01, 0.1) });
        Probe[] probes = [.. network.Vessels.SelectMany(vessel =>
            s_quantities.Select(quantity => Probe.InVessel(vessel.Id, 0.5 * vessel.Length, quantity)))];
        return simulation.RunTo(beat, new StepOptions(), probes, enough);
    }

    private static RunOutcome Circuit(Draws draws, CancellationToken enough)
    {
        (LumpedNetwork network, double beat) = RandomCircuit.Of(draws);
        LumpedSimulation simulation = new(network);
        return simulation.RunTo(beat, new StepOptions(), [Probe.Pressure("n0"), Probe.Pressure("n1")], enough);
    }

    /// <summary>Judges how a run ended.</summary>
    internal static void Judge(RunOutcome outcome, long index, string what, Tally tally)
    {
        if (outcome.Recording.Series.Values.Any(series => series.Any(value => !double.IsFinite(value))))
            tally.Find(index, what, $"records what is not a number ({outcome.GetType().Name})");
        double lost = outcome.Report.ConservationError;
        if (outcome is RunOutcome.Stopped stopped)
        {
            tally.Count($"{what} stopped: {Kind(stopped.Reason)}");
            if (stopped.Reason.Length == 0 || stopped.Place.Length == 0)
                tally.Find(index, what, "stopped without a reason or place");
            if (!double.IsFinite(stopped.Time)) tally.Find(index, what, "stopped at no time");
            if (stopped.LastGoodState.Values.Any(value => !double.IsFinite(value)))
                tally.Find(index, what, $"the last good state is not a number ({stopped.Reason}, {stopped.Place})");
            return;
        }
        tally.Count($"{what} finished");
        tally.Largest($"{what} volume lost, largest [1e-18]", (long)Math.Min(1e18, 1e18 * lost));
        if (!(lost <= VolumeBar)) tally.Find(index, what, $"{lost:G3} of its volume is lost");
    }

    /// <summary>The kind of a reason, without the vessels and numbers that it names.</summary>
    internal static string Kind(string reason)
    {
        int end = reason.IndexOfAny([':', '(', .. "0123456789"]);
        return (end < 0 ? reason : reason[..end]).Trim();
    }
}
