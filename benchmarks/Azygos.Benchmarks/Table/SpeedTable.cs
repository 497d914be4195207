using System.Diagnostics;
using System.Globalization;
using Azygos.Benchmarks.Bodies;
using Azygos.Benchmarks.Lumped;
using Azygos.Body.Anatomy;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Circulation.Verification;
using Azygos.Files.Benchmarks;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;

namespace Azygos.Benchmarks.Table;

/// <summary>The table of whole runs: what the best public solvers need, what must be reached, what is.</summary>
/// <remarks>Public figures: processor seconds on one 2.8 GHz core of an Ice Lake server, as stated by their authors or
/// measured by this project. Machines differ: beside every row stands the number of runs of the reference kernel that
/// its processor time is worth.</remarks>
internal static class SpeedTable
{
    private const double Cell = 0.01, Step = 1e-3, LargestError = 0.005;

    // Mesh of the body's rows [cm] and [s]: that of azygos simulate.
    private const double BodyCell = 2, BodyStep = 0.004, LargestBodyError = 0.01;

    private static readonly (string Name, string Work, string Peer, double Must, double Aim)[] s_networks =
    [
        ("adan56", "ADAN56 to periodic", "27.7 s (looser norm)", 1.5, 0.3),
        ("invitro-37", "37 arteries to periodic", "36 s", 1.8, 0.4),
    ];

    /// <summary>All rows that the folders allow.</summary>
    /// <param name="networks">Folder with the verification cases of networks; null: without them.</param>
    /// <param name="body">Folder of a body model with waves; null: without it.</param>
    public static IEnumerable<TableRow> Rows(string? networks, string? body)
    {
        VerificationCase[] cases = networks is null ? [] : Networks(networks);
        foreach ((string name, string work, string peer, double must, double aim) in s_networks)
            if (cases.FirstOrDefault(one => one.Name.Contains(name, StringComparison.OrdinalIgnoreCase)) is { } found)
                yield return Network(found, work) with { Peer = peer, Bar = (must, aim), LargestError = LargestError };
        yield return ClosedLoopStep();
        yield return Circulation();
        if (body is not null)
            foreach (TableRow row in Body(body)) yield return row;
        if (networks is not null && cases.Any(one => one.Name.Contains("adan56", StringComparison.OrdinalIgnoreCase)))
            yield return Memory(networks);
    }

    /// <summary>Cases of networks that run to periodic, below a folder.</summary>
    public static VerificationCase[] Networks(string folder)
    {
        FaultList faults = new();
        IReadOnlyList<VerificationCase> cases = BenchmarkReader.ReadAll(Path.GetFullPath(folder), folder, faults);
        faults.ThrowIfAny();
        return [.. cases.Where(one => one.Family == CaseFamily.Network && one.Runs[0].Until is EndWhenPeriodic)];
    }

    private static TableRow Network(VerificationCase @case, string work)
    {
        PeriodicRun.Of(@case, Cell, Step);   // the compiler's work
        PeriodicRun run = PeriodicRun.Of(@case, Cell, Step), fine = PeriodicRun.Of(@case, Cell / 4, Step / 4);
        (double error, string where) = run.Against(fine);
        return new TableRow($"{work} (cells <= 1 cm)", run.Processor, "s")
        {
            Processor = run.Processor,
            Cells = run.Cells,
            Steps = run.Outcome.Report.Steps,
            Beats = run.Outcome.Report.Periods,
            Norm = "0.1 % of pulse",
            Error = error,
            Where = where,
            CellStepRate = run.CellSteps / run.Processor,
            RealTime = run.Outcome.Report.SimulatedSeconds / run.Processor,
            Megabytes = Peak(),
        };
    }

    private static TableRow ClosedLoopStep()
    {
        Measurement step = LumpedSpeed.Measure(Stopwatches.Full, null).First();
        return new TableRow("closed loop 0D, 4 chambers, 4 valves: a step of 1 ms", 1e6 * step.Processor, "us")
        {
            Processor = step.Processor,
            Cells = 16,
            Steps = 1,
            Norm = "a beat's mean",
            RealTime = 1e-3 / step.Processor,
            Peer = "17 us",
            Bar = (1.7, 0.5),
        };
    }

    private static TableRow Circulation()
    {
        ClosedCirculation.Beat(Cell, Step);
        var run = ClosedCirculation.Beat(Cell, Step);
        var fine = ClosedCirculation.Beat(Cell / 4, Step / 4);
        (double error, string where) = new PeriodicRun(run.Outcome, run.Processor, run.Cells, run.CellSteps)
            .Against(new PeriodicRun(fine.Outcome, fine.Processor, fine.Cells, fine.CellSteps));
        return new TableRow("tree of 103 arteries, 52 beds, heart: a beat", run.Processor, "s")
        {
            Processor = run.Processor,
            Cells = run.Cells,
            Beats = 1,
            Norm = "the 6th beat",
            Error = error,
            Where = where,
            CellStepRate = run.CellSteps / run.Processor,
            RealTime = ClosedLoop.Beat / run.Processor,
            Peer = "8 s (2 s by its paper)",
            Bar = (0.2, 0.05),
            LargestError = LargestError,
        };
    }

    private static IEnumerable<TableRow> Body(string folder)
    {
        BodyModel whole = ModelReader.Read(folder);
        foreach ((AnatomicalDetail detail, double must, double aim) in
            new[] { (AnatomicalDetail.Core, 20.0, 50.0), (AnatomicalDetail.Full, 10.0, 30.0) })
        {
            BodyModel model = whole.At(detail);
            BodyRuns.Run(model, BodyCell, BodyStep, mergesShortArteries: true);
            (SimulationResult run, double seconds, double speed) = BodyRuns.Run(model, BodyCell, BodyStep, true);
            SimulationResult fine = BodyRuns.Run(model, BodyCell / 4, BodyStep / 4, false).Result;
            (double error, string where) = BodyRuns.Errors(run, fine).MaxBy(one => one.Error);
            yield return new TableRow($"body {model.Id}, {detail}, lying", speed, TableRow.RealTimeUnit)
            {
                Processor = seconds,
                Cells = run.Unknowns / 2,
                Steps = run.Steps,
                Beats = run.Beats,
                Norm = "0.1 % of pulse",
                Error = error,
                Where = where,
                RealTime = speed,
                Megabytes = Peak(),
                Bar = (must, aim),
                LargestError = LargestBodyError,
            };
        }
    }

    // In a process of its own: what other rows leave behind does not count.
    private static TableRow Memory(string networks)
    {
        bool isOwn = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "Azygos.Benchmarks";
        string[] own = isOwn ? [] : [Path.Combine(AppContext.BaseDirectory, "Azygos.Benchmarks.dll")];
        ProcessStartInfo start = new(Environment.ProcessPath!, [.. own, "memory", "--networks", networks])
        {
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double megabytes = double.Parse(said.Split('\n')[0], CultureInfo.InvariantCulture);
        return new TableRow("memory of 10 beats of ADAN56, 5 sites at 1 kHz", megabytes, "MB")
        {
            Megabytes = megabytes,
            Beats = 10,
            Peer = "400 MB",
            Bar = (100, 60),
        };
    }

    /// <summary>Ten beats of ADAN56, five sites at 1 kHz: prints the process's largest memory [MB].</summary>
    public static void PrintMemory(string networks)
    {
        VerificationCase @case = Networks(networks)
            .First(one => one.Name.Contains("adan56", StringComparison.OrdinalIgnoreCase));
        double period = ((EndWhenPeriodic)@case.Runs[0].Until).Period;
        Circulation.Running.VesselSimulation simulation = new(VesselCaseNetwork.Of(@case.Network).Network);
        simulation.RunTo(10 * period, new() { LargestStep = Step, SampleInterval = 1e-3 },
            [.. PeriodicRun.Probes(@case).Take(5)]);
        Console.WriteLine(Peak().ToString("F1", CultureInfo.InvariantCulture));
    }

    private static double Peak()
    {
        using Process self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1e6;
    }
}
