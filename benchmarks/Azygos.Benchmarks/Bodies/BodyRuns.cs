using System.Diagnostics;
using System.Globalization;
using Azygos.Body;
using Azygos.Body.Anatomy;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Files.ModelFolder;

namespace Azygos.Benchmarks.Bodies;

/// <summary>Speed of whole bodies with waves, each with its error beside it.</summary>
/// <remarks>
/// Error: RMS over the last breath of pressure and flow at every published site, as a share of that site's pulse (at
/// least 1 mmHg, 10 mL/min), against a run with a quarter of the cell and a quarter of the step and no artery merged; the
/// worst series and the middle one. Speed: simulated seconds per processor second over the last two breaths, compiled
/// code, one thread.
/// </remarks>
internal static class BodyRuns
{
    private static readonly (double Cell, double Step)[] Meshes = [(2, 0.004), (2, 0.002), (1, 0.002)];

    public static void Print(string folder)
    {
        BodyModel whole = ModelReader.Read(folder);
        Console.WriteLine(
            "detail  cell [cm]  step [ms]  cells   to periodic: beats, s   times real time   error: worst, middle   worst at");
        foreach (AnatomicalDetail detail in new[] { AnatomicalDetail.Core, AnatomicalDetail.Full })
        {
            BodyModel model = whole.At(detail);
            foreach ((double cell, double step) in Meshes)
            {
                (SimulationResult run, double seconds, double speed) = Run(model, cell, step, mergesShortArteries: true);
                SimulationResult fine = Run(model, cell / 4, step / 4, mergesShortArteries: false).Result;
                List<(double Error, string Where)> errors = [.. Errors(run, fine).OrderByDescending(one => one.Error)];
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{detail,-6}  {cell,9}  {1000 * step,9}  {run.Unknowns / 2,5}   {run.Beats,18}, {seconds,4:F1}   "
                    + $"{speed,15:F1}   {errors[0].Error,12:P1}, {errors[errors.Count / 2].Error,6:P1}   {errors[0].Where}"));
            }
        }
    }

    /// <summary>A run: result, processor time to periodic [s], simulated seconds per processor second at its end.</summary>
    internal static (SimulationResult Result, double Seconds, double Speed) Run(
        BodyModel model, double cell, double step, bool mergesShortArteries)
    {
        List<(double Simulated, double Processor)> breaths = [];
        using Process self = Process.GetCurrentProcess();
        double start = Processor();
        SimulationResult result = BodySimulation.Run(
            model,
            new SimulationSettings
            {
                LargestCell = cell,
                TimeStep = step,
                MergesShortArteries = mergesShortArteries,
            },
            new Watch(progress => breaths.Add((progress.SimulatedSeconds, Processor()))));
        if (!result.Ending.Finished) throw new InvalidOperationException(result.Ending.Reason);
        (double simulated, double processor) = breaths[^1];
        return (result, processor - start, (simulated - breaths[^3].Simulated) / (processor - breaths[^3].Processor));

        double Processor()
        {
            self.Refresh();
            return self.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>Error of every series of a run against a fine one.</summary>
    internal static IEnumerable<(double Error, string Where)> Errors(SimulationResult run, SimulationResult fine)
    {
        foreach (Wave wave in run.Waves.Where(wave => wave.Quantity is "pressure_mmHg" or "flow_mL_min"))
        {
            Wave exact = fine.Waves.Single(one => one.Site == wave.Site && one.Quantity == wave.Quantity);
            double floor = wave.Quantity == "pressure_mmHg" ? 1 : 10;
            double pulse = Math.Max(floor, exact.Values.Max() - exact.Values.Min());
            double square = wave.Values.Zip(exact.Values, (x, y) => (x - y) * (x - y)).Average();
            yield return (Math.Sqrt(square) / pulse, $"{wave.Site}, {wave.Quantity}");
        }
    }

    private sealed class Watch(Action<RunProgress> told) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => told(value);
    }
}
