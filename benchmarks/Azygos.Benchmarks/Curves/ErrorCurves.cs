using System.Globalization;
using Azygos.Benchmarks.Bodies;
using Azygos.Benchmarks.Table;
using Azygos.Body.Anatomy;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Circulation.Verification;
using Azygos.Files.ModelFolder;

namespace Azygos.Benchmarks.Curves;

/// <summary>A run to periodic on one mesh.</summary>
/// <param name="Network">Network or body.</param>
/// <param name="Cell">Largest cell [cm].</param>
/// <param name="Step">Largest step [ms].</param>
/// <param name="Processor">Processor time [s].</param>
/// <param name="Error">Against the finest mesh, worst site [1].</param>
/// <param name="Where">That site.</param>
internal sealed record CurvePoint(
    string Network, double Cell, double Step, double Processor, double Error, string Where);

/// <summary>What accuracy costs: error against processor time, cell and step varied.</summary>
internal static class ErrorCurves
{
    private static readonly double[] s_cells = [4, 2, 1, 0.5], s_steps = [4, 1];
    private const double FinestCell = 0.125, FinestStep = 0.25;

    // A quarter of the finest cell and step of the curve would take an hour.
    private static readonly (double Cell, double Step)[] s_body = [(4, 8), (2, 4), (1, 2)];
    private const double FinestBodyCell = 0.5, FinestBodyStep = 1;

    /// <summary>The points, network by network.</summary>
    /// <param name="networks">Folder with cases of networks.</param>
    /// <param name="body">Folder of a body with waves; null: without it.</param>
    public static IEnumerable<CurvePoint> Points(string networks, string? body)
    {
        foreach (VerificationCase one in SpeedTable.Networks(networks))
        {
            PeriodicRun.Of(one, 0.01, 1e-3);   // the compiler's work
            PeriodicRun fine = PeriodicRun.Of(one, 0.01 * FinestCell, 1e-3 * FinestStep);
            foreach (double step in s_steps)
                foreach (double cell in s_cells)
                {
                    PeriodicRun run = PeriodicRun.Of(one, 0.01 * cell, 1e-3 * step);
                    (double error, string where) = run.Against(fine);
                    yield return new CurvePoint(one.Name.Split('/')[^1], cell, step, run.Processor, error, where);
                }
        }

        if (body is null) yield break;
        BodyModel model = ModelReader.Read(body).At(AnatomicalDetail.Core);
        SimulationResult exact = BodyRuns.Run(model, FinestBodyCell, 1e-3 * FinestBodyStep, false).Result;
        foreach ((double cell, double step) in s_body)
        {
            (SimulationResult run, double seconds, _) = BodyRuns.Run(model, cell, 1e-3 * step, true);
            (double error, string where) = BodyRuns.Errors(run, exact).MaxBy(found => found.Error);
            yield return new CurvePoint($"{model.Id}, core", cell, step, seconds, error, where);
        }
    }

    /// <summary>Prints the points as CSV and draws them.</summary>
    /// <param name="points">The points.</param>
    /// <param name="figure">File of the figure; null: none.</param>
    public static void Print(IEnumerable<CurvePoint> points, string? figure)
    {
        List<CurvePoint> all = [];
        Console.WriteLine("network,largest_cell_cm,largest_step_ms,processor_s,error,worst_at");
        foreach (CurvePoint point in points)
        {
            all.Add(point);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{point.Network},{point.Cell},{point.Step},{point.Processor:G3},{point.Error:G3},{point.Where}"));
        }

        if (figure is not null) File.WriteAllText(figure, new ErrorTimePlot(all).ToFile());
    }
}
