using Azygos.Body.Results;
using Azygos.Body.Timeline;
using Azygos.Reports.Markup;
using Azygos.Reports.Waves;

namespace Azygos.Reports.Sections;

/// <summary>What was done to the body once it was periodic, and what followed: curves over the whole timeline, and
/// figures in the window of each event.</summary>
internal static class TimelineSection
{
    // Chosen: where manoeuvres show.
    private static readonly string[] Main =
        ["right_atrium", "ijv_right_j1", "ijv_right_j2", "ijv_left_j2", "vertebral_vein_right", "icp", "aorta"];

    // Least heights of axes, so that a ripple does not fill one; those of the periodic norm.
    private const double LeastPressure = 1, LeastFlow = 10, LeastArea = 0.05, LeastAngle = 1;

    /// <summary>Writes the section.</summary>
    public static void Write(HtmlWriter page, SimulationResult result)
    {
        if (result.Timeline is not { } timeline || result.Settings.Timeline is not { } asked) return;
        page.Element("p", $"After a periodic start of {Numerals.Plain(timeline.StartedAfter)} s the body was left to its "
            + $"timeline. Time counts from there, at the start of an inspiration. Bands show events"
            + ", with what leads in and out of them. Blood is taken to flow back where it is faster than "
            + $"{Numerals.Plain(result.Settings.DeadBand)} cm/s, as the mean over the lumen.");
        Events(page, asked);
        if (timeline.Times.Length < 2) return;
        TimelineChart chart = new(timeline.Times, timeline.Marks);
        TimelineDrives drives = timeline.Drives;
        Curve("drive-chest", "Pressure in the chest", "mmHg", "pressure", drives.ChestPressure, LeastPressure);
        if (drives.TiltDegrees.Distinct().Count() > 1)
            Curve("drive-tilt", "Tilt", "degrees", "pressure", drives.TiltDegrees, LeastAngle);
        if (drives.HeadDegrees.Distinct().Count() > 1)
            Curve("drive-head", "Turn of the head, to the right", "degrees", "pressure", drives.HeadDegrees, LeastAngle);
        foreach (TimelineSite site in Shown(timeline))
        {
            string id = site.Site.Id;
            Wave("pressure_mmHg", "pressure", "mmHg", "pressure", LeastPressure);
            Wave("flow_mL_min", "flow", "mL/min", "flow", LeastFlow);
            if (id.StartsWith("ijv_", StringComparison.Ordinal)) Wave("area_cm2", "area", "cm²", "pressure", LeastArea);

            void Wave(string quantity, string words, string unit, string kind, double leastSpan)
            {
                if (timeline.Waves.FirstOrDefault(w => w.Site == id && w.Quantity == quantity) is { } wave)
                    Curve($"timeline-{id}-{words}", $"{site.Site.Name}, {words}", unit, kind, wave.Values, leastSpan);
            }
        }
        using (page.In("details", ("class", "more")))
        {
            page.Element("summary", $"Figures of all {timeline.Sites.Count} sites, event by event");
            Figures(page, timeline, asked);
        }

        void Curve(string id, string title, string unit, string kind, double[] values, double leastSpan)
        {
            page.Element("h3", title);
            chart.Write(page, id, title, unit, kind, values, leastSpan);
        }
    }

    private static IEnumerable<TimelineSite> Shown(TimelineResult timeline)
    {
        TimelineSite[] main = [.. Main.Select(id => timeline.Sites.FirstOrDefault(s => s.Site.Id == id))
            .OfType<TimelineSite>()];
        return main.Length > 0 ? main : timeline.Sites.Take(6);
    }

    private static void Events(HtmlWriter page, BodyTimeline asked)
    {
        string[] columns = ["#Begins, s", "#Over, s", "Event", "Values"];
        page.Table("What was done", columns, asked.Events, (one, column) => page.Text(column switch
        {
            0 => Numerals.Plain(one.At),
            1 => Numerals.Plain(one.Until),
            2 => EventWords.Of(one.Kind.Word),
            _ => string.Join("; ", one.Kind.Words.Select(key => (key.Key, Text: key.Read(one)))
                .Concat(one.Kind.Numbers.Where(key => key.Read(one) is not null)
                    .Select(key => (key.Key, Text: Numerals.Plain(key.Read(one)!.Value) + (key.Unit == "1" ? "" : " " + key.Unit))))
                .Where(pair => pair.Text.Length > 0).Select(pair => $"{pair.Key} {pair.Text}")),
        }));
    }

    private static void Figures(HtmlWriter page, TimelineResult timeline, BodyTimeline asked)
    {
        string[] columns = ["Site", "Stretch", "#Pressure, mmHg", "#Flow, mL/min", "#Area, cm²", "#Flows back, s",
            "#Longest, s", "#Fastest back, cm/s"];
        IEnumerable<(TimelineSite Site, string Stretch, WindowResult Window)> rows = timeline.Sites.SelectMany(site =>
            site.Windows.Select((window, k) => (site, EventWords.Of(asked.Events[timeline.Marks[k].Event].Kind.Word), window))
                .Prepend((site, "whole", site.Whole)));
        page.Table("Means; of flow back the time together, the longest stretch and the highest speed", columns, [.. rows],
            (row, column) => page.Text(column switch
            {
                0 => row.Site.Site.Name,
                1 => row.Stretch,
                2 => Numerals.Fixed(row.Window.Pressure.Mean, 1),
                3 => row.Window.Flow is { } q ? Numerals.Fixed(q.Mean, 0) : Numerals.None,
                4 => row.Window.Area is { } a ? Numerals.Fixed(a.Mean, 3) : Numerals.None,
                5 => row.Window.Reverse is { } b ? Numerals.Fixed(b.Seconds, 2) : Numerals.None,
                6 => row.Window.Reverse is { } b ? Numerals.Fixed(b.Longest, 2) : Numerals.None,
                _ => row.Window.Reverse is { } b ? Numerals.Fixed(b.PeakVelocity, 1) : Numerals.None,
            }));
    }
}
