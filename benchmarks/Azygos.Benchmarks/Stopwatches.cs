using System.Diagnostics;

namespace Azygos.Benchmarks;

/// <summary>How long jobs are measured.</summary>
/// <param name="Rounds">Rounds; odd, so that the median is a round.</param>
/// <param name="RoundLength">Length of a round [s]; some thousand times the clock's step.</param>
/// <param name="WarmUp">Processor time before the first round [s]: on a busy machine wall time says little.</param>
internal sealed record Stopwatches(int Rounds, double RoundLength, double WarmUp)
{
    /// <summary>For numbers that are printed: the tiers of the compiler have passed; chosen.</summary>
    public static Stopwatches Full { get; } = new(15, 0.05, 0.6);

    /// <summary>For a look whether every job still runs: seconds in all; chosen.</summary>
    public static Stopwatches Smoke { get; } = new(3, 0.02, 0.25);

    /// <summary>Calls a job until it is warm, then in rounds; medians over the rounds.</summary>
    /// <param name="name">The job.</param>
    /// <param name="bar">Wall time that one call may take [s].</param>
    /// <param name="job">The job; its result is summed so that none of it can be left out.</param>
    public Measurement Of(string name, double? bar, Func<double> job)
    {
        double sink = 0;
        long calls = 0;
        Stopwatch watch = Stopwatch.StartNew();
        TimeSpan start = Environment.CpuUsage.TotalTime;
        while ((Environment.CpuUsage.TotalTime - start).TotalSeconds < WarmUp || calls < 3)
        {
            sink += job();
            calls++;
        }
        int perRound = (int)Math.Max(1, RoundLength / (watch.Elapsed.TotalSeconds / calls));
        double[] wall = new double[Rounds];
        TimeSpan before = Environment.CpuUsage.TotalTime;
        for (int round = 0; round < Rounds; round++)
        {
            watch.Restart();
            for (int call = 0; call < perRound; call++) sink += job();
            wall[round] = watch.Elapsed.TotalSeconds / perRound;
        }
        double processor = (Environment.CpuUsage.TotalTime - before).TotalSeconds / (Rounds * perRound);
        if (double.IsNaN(sink)) throw new InvalidOperationException($"{name} gave no number");
        Array.Sort(wall);
        return new Measurement(name, wall[Rounds / 2], wall[0], processor, bar);
    }
}
