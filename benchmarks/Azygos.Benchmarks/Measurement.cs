using System.Diagnostics;

namespace Azygos.Benchmarks;

/// <summary>What one job cost.</summary>
/// <param name="Name">The job.</param>
/// <param name="Median">Median wall time of one call [s].</param>
/// <param name="Best">Shortest wall time of one call [s].</param>
/// <param name="Processor">Processor time of one call, all threads together [s]; on a busy machine less than its wall
/// time.</param>
/// <param name="Bar">Wall time that one call may take [s]; none for a reference.</param>
internal sealed record Measurement(string Name, double Median, double Best, double Processor, double? Bar)
{
    /// <summary>Rounds; chosen, odd, so that the median is a round.</summary>
    private const int Rounds = 15;

    /// <summary>Length of a round [s]; chosen, some thousand times the clock's step.</summary>
    private const double RoundLength = 0.05;

    /// <summary>Processor time before the first round [s]; chosen, so that the tiers of the compiler have passed, also
    /// on a busy machine.</summary>
    private const double WarmUp = 0.6;

    /// <summary>True when the median holds the bar.</summary>
    public bool Holds => Bar is not { } bar || Median <= bar;

    /// <summary>Calls a job until it is warm, then in rounds; medians over the rounds.</summary>
    /// <param name="name">The job.</param>
    /// <param name="bar">Wall time that one call may take [s].</param>
    /// <param name="job">The job; its result is summed so that none of it can be left out.</param>
    public static Measurement Of(string name, double? bar, Func<double> job)
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

    /// <summary>The cost of one of <paramref name="parts"/> equal parts of a call.</summary>
    public Measurement Per(int parts) =>
        this with { Median = Median / parts, Best = Best / parts, Processor = Processor / parts };
}
