using System.Globalization;
using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Rows;
using Azygos.Reports.Figures;

namespace Azygos.Reports.Evidence;

/// <summary>What goes on the timeline: rows with a year, in five lanes.</summary>
internal static class TimelineEvents
{
    private const string Studies = "studies with and without MS", Reviews = "reviews", Trials = "people treated",
        Harms = "harms reported", Statements = "statements, not counted as evidence";

    /// <summary>Lanes from the left.</summary>
    public static IReadOnlyList<string> Lanes { get; } = [Studies, Trials, Harms, Reviews, Statements];

    /// <summary>The events; rows that were not seen, or have no year, are not among them.</summary>
    public static IReadOnlyList<TimelineEvent> Of(CuratedBase data, RowIndex index)
    {
        List<TimelineEvent> events = [];
        foreach (StudyRow row in data.Studies.Where(row => row is { Status: not RowStatus.Unverified, Year: not null }))
            events.Add(new TimelineEvent(row.Year!.Value, Studies,
                row.Id + (row.Blinding == Blinding.Blinded ? row.BlindingDisputed ? ", blinded (disputed)"
                    : ", blinded" : ""),
                row.Blinding == Blinding.Blinded ? "mark" : "mark open"));
        foreach (PublishedPoolRow row in data.PublishedPools.DistinctBy(row => row.Review))
            events.Add(new TimelineEvent(row.Year, Reviews, row.Review, "mark"));
        foreach (TrialRow row in data.Trials.Where(row => row.Status != RowStatus.Unverified)
            .DistinctBy(row => row.Study))
            Add(Trials, "trials", row.Id, row.Study + (row.ShamControlled ? ", sham-controlled"
                : ", no comparison group"),
                row.ShamControlled ? "mark" : "mark open");
        foreach (HarmRow row in data.Harms.Where(row => row.Status != RowStatus.Unverified
            && row.DisplayGroup != "exposure")
            .DistinctBy(row => row.Study))
            Add(Harms, "safety", row.Id, $"{row.Study}, {row.SourceLabel}", "mark other");
        foreach (StatementRow row in data.Statements)
            if (int.TryParse(row.Date.AsSpan(0, Math.Min(4, row.Date.Length)), CultureInfo.InvariantCulture,
                out int year))
                events.Add(new TimelineEvent(year, Statements, row.Body, "neutral"));
        return events;

        void Add(string lane, string table, string key, string words, string mark)
        {
            if (int.TryParse(index.Cell(table, key, "year"), CultureInfo.InvariantCulture, out int year))
                events.Add(new TimelineEvent(year, lane, words, mark));
        }
    }
}
