using System.Globalization;
using Azygos.Circulation.Assembly;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waves;
using Azygos.Testing;

namespace Azygos.Benchmarks.Scaling;

/// <summary>What a vessel costs in trees of a hundred, a thousand and ten thousand.</summary>
internal static class ScalingRuns
{
    private const double Simulated = 0.1, LargestStep = 1e-3, Bar = 0.05, LargestTimeRatio = 2;
    private const int Seed = 7;

    /// <summary>Measures and prints; true when every bar holds.</summary>
    public static bool Print()
    {
        Console.WriteLine($"{"vessels",8} {"cell-steps",11} {"node solves",12} {"LU entries",11} {"LU products",12} {"bytes",9} "
            + $"{"build us",9} {"order us",9} {"second ms",10}   all for each vessel; steps of a simulated second");
        One(101);
        double[] first = One(101);
        bool holds = true;
        foreach (int vessels in new[] { 101, 1001, 10_001 })
        {
            double[] one = One(vessels);
            for (int k = 0; k < 4; k++) holds &= Math.Abs(one[k] / first[k] - 1) <= Bar;
            holds &= one[4] / first[4] <= 1.2 && one[7] / first[7] <= LargestTimeRatio;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{vessels,8} {one[0],11:F1} {one[1],12:F1} {one[2],11:F2} {one[3],12:F2} {one[4],9:F0} {one[5],9:F1} "
                    + $"{one[6],9:F1} {one[7],10:F3}"));
        }

        Console.WriteLine(holds ? "held: counts within 5 %, time within 2, memory within 1.2" : "missed");
        return holds;
    }

    private static double[] One(int vessels)
    {
        BifurcatingTree tree = new(vessels, Seed);
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        double start = Processor();
        WaveSystem system = new(tree.WithWaves(), new MeshOptions());
        double built = Processor();
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        double step = LargestStep;
        while (system.Time < Simulated)
            if (system.Step(step, Simulated) is { } failure) throw new InvalidOperationException(failure.ToString());
        double stepped = Processor();
        LumpedSystem lumped = new(tree.Lumped());
        double ordered = Processor();
        double perSecond = 1 / (Simulated * vessels);
        return
        [
            system.Stepper.CellSteps * perSecond, system.Stepper.NodeSolves * perSecond,
            (double)lumped.Matrix.NonZeros / vessels, (double)lumped.Matrix.Operations / vessels,
            (double)bytes / vessels, 1e6 * (built - start) / vessels, 1e6 * (ordered - stepped) / vessels,
            1e3 * (stepped - built) * perSecond,
        ];
    }

    private static double Processor() => Environment.CpuUsage.TotalTime.TotalSeconds;
}
