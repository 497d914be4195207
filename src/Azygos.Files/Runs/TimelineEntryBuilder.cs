using Azygos.Body.Results;
using Azygos.Body.Timeline;

namespace Azygos.Files.Runs;

/// <summary>Puts a timeline into the shape of <c>result.json</c>.</summary>
/// <param name="finite">Passes a number on; one that is not finite is noted with its place.</param>
internal sealed class TimelineEntryBuilder(Func<double, string, double> finite)
{
    public TimelineEntry? Of(SimulationResult result)
    {
        if (result.Timeline is not { } timeline || result.Settings.Timeline is not { } asked)
        {
            return null;
        }
        double[] times = timeline.Times;
        return new TimelineEntry(
            finite(timeline.StartedAfter, "timeline.started_after_s"), times.Length > 0 ? times[^1] : 0,
            times.Length > 1 ? times[1] - times[0] : 0, result.Settings.DeadBand,
            [.. asked.Events.Select(Event)],
            [.. timeline.Marks.Select(mark => new WindowEntry(mark.Event, mark.From, mark.Until))],
            timeline.Sites.ToDictionary(site => site.Site.Id, site => new TimelineSiteEntry(
                Stretch(site.Whole, $"timeline.sites.{site.Site.Id}"),
                [.. site.Windows.Select(window => Stretch(window, $"timeline.sites.{site.Site.Id}"))])));
    }

    private static EventEntry Event(BodyEvent one) => new(
        one.Kind.Word, one.At, one.Until,
        one.Kind.Words.Where(key => key.Read(one).Length > 0).ToDictionary(key => key.Key, key => key.Read(one)),
        one.Kind.Numbers.Where(key => key.Read(one) is not null)
            .ToDictionary(key => key.Key, key => new EventNumberEntry(key.Read(one)!.Value, key.Unit)));

    private StretchEntry Stretch(WindowResult window, string place) => new(
        Summary(window.Pressure, $"{place}.pressure_mmHg")!, Summary(window.Flow, $"{place}.flow_mL_min"),
        Summary(window.Area, $"{place}.area_cm2"), Summary(window.Velocity, $"{place}.velocity_cm_s"),
        window.Reverse is { } back
            ? new ReverseEntry(back.Seconds, back.Longest, finite(back.PeakVelocity, $"{place}.reverse"))
            : null);

    private SummaryEntry? Summary(Summary? summary, string place) => summary is { } some
        ? new SummaryEntry(finite(some.Mean, $"{place}.mean"), finite(some.Minimum, $"{place}.min"),
            finite(some.Maximum, $"{place}.max"))
        : null;
}
