using Azygos.Body;
using Azygos.Body.Results;
using Azygos.Files.Cases;
using Azygos.Files.Runs;
using Spectre.Console;

namespace Azygos.Cli.Screen;

/// <summary>Shows how far a run has come: beat, periodic residual, speed. Only on terminals.</summary>
internal sealed class RunWatch : IProgress<RunProgress>
{
    private readonly ProgressTask bar;
    private readonly RunShare share;

    private RunWatch(ProgressTask bar, double tolerance)
    {
        this.bar = bar;
        share = new RunShare(tolerance);
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

    /// <summary>The bar shows the share that is behind, the line beside it where the run stands.</summary>
    public void Report(RunProgress value)
    {
        bar.Value = share.Of(value);
        bar.Description = Markup.Escape(RunShare.Line(value));
    }
}
