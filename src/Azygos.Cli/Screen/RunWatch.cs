using System.Globalization;
using Azygos.Body;
using Azygos.Body.Results;
using Azygos.Files.Cases;
using Spectre.Console;

namespace Azygos.Cli.Screen;

/// <summary>Shows how far a run has come: beat, periodic residual, speed. Only on terminals.</summary>
internal sealed class RunWatch : IProgress<RunProgress>
{
    private readonly ProgressTask bar;
    private readonly double tolerance;
    private double worst;

    private RunWatch(ProgressTask bar, double tolerance)
    {
        this.bar = bar;
        this.tolerance = tolerance;
    }

    /// <summary>
    /// Runs on another thread, so that Ctrl-C is heard, and shows progress where somebody can see it.
    /// </summary>
    /// <param name="door">The door.</param>
    /// <param name="isQuiet">True: show nothing.</param>
    /// <param name="run">What is run.</param>
    /// <param name="simulate">The run.</param>
    public static async Task<SimulationResult> WatchAsync(
        Door door, bool isQuiet, PreparedRun run, Func<IProgress<RunProgress>?, SimulationResult> simulate)
    {
        if (isQuiet || !door.ErrorIsTerminal)
        {
            return await Task.Run(() => simulate(null));
        }
        return await Screens.ForProgress(door).Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new ProgressBarColumn(),
                new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(async context =>
            {
                ProgressTask bar = context.AddTask("steady state of the mean flow", maxValue: 1);
                RunWatch watch = new(bar, run.Settings.PeriodicTolerance);
                return await Task.Run(() => simulate(watch));
            });
    }

    /// <summary>
    /// The bar shows the decades of the residual that are behind: it falls about exponentially with the beats.
    /// </summary>
    public void Report(RunProgress value)
    {
        if (double.IsFinite(value.PeriodicResidual) && value.PeriodicResidual > 0)
        {
            worst = Math.Max(worst, value.PeriodicResidual);
            double decades = Math.Log10(worst / tolerance);
            bar.Value = decades > 0
                ? Math.Clamp(Math.Log10(worst / value.PeriodicResidual) / decades, bar.Value, 1)
                : 1;
        }
        if (value.TimelineShare is { } share)
        {
            bar.Value = share;
        }
        bar.Description = Markup.Escape(Line(value));
    }

    /// <summary>The line beside the bar.</summary>
    internal static string Line(RunProgress value)
    {
        string residual = value.TimelineShare is { } share
            ? string.Create(CultureInfo.InvariantCulture, $"{share:0 %} of the timeline")
            : double.IsFinite(value.PeriodicResidual)
            ? string.Create(CultureInfo.InvariantCulture,
                $"periodic to {value.PeriodicResidual:0.0e0} ({value.WorstSite})")
            : "first period";
        return string.Create(CultureInfo.InvariantCulture,
            $"beat {value.Beat}, {residual}, {value.SimulatedPerWallSecond:0} times real time");
    }
}
