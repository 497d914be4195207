using Azygos.Body.Anatomy;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Body.Tests.Anatomy;
using Azygos.Body.Timeline;

namespace Azygos.Body.Tests.Timeline;

/// <summary>The runs behind docs/validation/manoeuvres.md.</summary>
internal static class ManoeuvreRuns
{
    /// <summary>When the strain of the shipped cases begins [s].</summary>
    private const double Strain = 5;

    /// <summary>Closing rates that the fit looks at [1/(Pa·s)].</summary>
    public static readonly double[] Rates = [0.055, 0.06, 0.065, 0.07, 0.075];

    /// <summary>Leaks of valves that do not close [1]: a moderate one, and no valve.</summary>
    public static readonly double[] Leaks = [0.15, 1];

    /// <summary>A strain of 40 mmHg with jugular valves of a rate and a leak; the body's own where null.</summary>
    /// <param name="rate">K_c [1/(Pa·s)].</param>
    /// <param name="leak">Share of the open area that is left when shut [1].</param>
    /// <param name="hold">How long it is held [s].</param>
    /// <param name="after">How long the run goes on [s].</param>
    public static SimulationResult Valsalva(double? rate, double? leak, double hold, double after)
    {
        BodyModel full = AnatomicalBody.Full;
        BodyModel model = full with
        {
            Valves = [.. full.Valves.Select(v => v.Kind != "venous" ? v : v with
            {
                ClosingRate = rate ?? v.ClosingRate,
                Regurgitation = leak ?? v.Regurgitation,
            })],
        };
        Valsalva strain = new() { At = Strain, For = hold };
        return Run(model.At(AnatomicalDetail.Core), new BodyTimeline
        {
            Events = [new QuietBreathing { At = 0, For = Strain }, strain, new EndOfTimeline { At = strain.Until + after }],
        });
    }

    /// <summary>Longest flow back [s] and its highest speed [cm/s, mean over the lumen] in the strain, mean of both
    /// veins.</summary>
    public static (double Seconds, double Peak) FlowBack(SimulationResult run)
    {
        ReverseFlow[] both = [.. new[] { "ijv_right_j1", "ijv_left_j1" }.Select(site => Window(run, site, "valsalva").Reverse!.Value)];
        return (both.Average(one => one.Longest), both.Average(one => one.PeakVelocity));
    }

    /// <summary>What a site showed in the window of an event.</summary>
    public static WindowResult Window(SimulationResult run, string site, string word)
    {
        TimelineResult timeline = run.Timeline!;
        int k = timeline.Marks.Select((mark, i) => (mark, i)).First(pair => pair.mark.Word == word).i;
        return timeline.Sites.Single(one => one.Site.Id == site).Windows[k];
    }

    /// <summary>Mean of a quantity, summed over sites, from one time of the timeline to another [s].</summary>
    public static double Mean(SimulationResult run, string quantity, double from, double until, params string[] sites)
    {
        double[] times = run.Timeline!.Times;
        return sites.Sum(site => run.Timeline[site, quantity].Where((_, i) => times[i] >= from && times[i] <= until).Average());
    }

    /// <summary>Runs events on the shipped body, or on another, for all sites.</summary>
    public static SimulationResult Run(BodyModel model, BodyTimeline timeline)
    {
        SimulationResult run = Attempt(model, timeline);
        Assert.True(run.Ending.Finished, $"{run.Ending.Reason} {run.Ending.Place}");
        return run;
    }

    /// <summary>The same, whether it finishes or stops.</summary>
    public static SimulationResult Attempt(BodyModel model, BodyTimeline timeline) => BodySimulation.Run(
        model, new SimulationSettings { Timeline = timeline, SampleInterval = 0.005 }, null,
        TestContext.Current.CancellationToken);
}
