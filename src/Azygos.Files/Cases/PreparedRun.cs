using Azygos.Body.Anatomy;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Body.Timeline;
using Azygos.Files.Faults;
using Azygos.Files.Overrides;

namespace Azygos.Files.Cases;

/// <summary>A run ready to start: the model with its numbers replaced and at its level of detail, and the
/// settings.</summary>
/// <param name="Model">The model as it will be run.</param>
/// <param name="Settings">The settings, stored with the result.</param>
public sealed record PreparedRun(BodyModel Model, SimulationSettings Settings)
{
    /// <summary>Brings model, case and command line together; null with faults when something does not fit.</summary>
    /// <remarks>
    /// The command line wins over the case: its posture and level of detail replace the case's, its numbers are set
    /// after the case's. Numbers are replaced in the model as read, and what core detail makes of it follows.
    /// </remarks>
    /// <param name="model">The model as read.</param>
    /// <param name="case">The case, or null.</param>
    /// <param name="tiltDegrees">Tilt given on the command line [degrees], or null.</param>
    /// <param name="overrides">Numbers replaced on the command line.</param>
    /// <param name="faults">Where faults go.</param>
    /// <param name="detail">Level of detail given on the command line, or null.</param>
    public static PreparedRun? Prepare(
        BodyModel model, CaseFile? @case, double? tiltDegrees, IReadOnlyList<Override> overrides, FaultList faults,
        AnatomicalDetail? detail = null)
    {
        int before = faults.Count;
        CaseFile wanted = @case ?? new CaseFile { File = "", Name = "" };
        AnatomicalDetail level = detail ?? wanted.Detail ?? AnatomicalDetail.Core;
        IReadOnlyList<Override> replaced = [.. wanted.Overrides, .. overrides];
        OverriddenModel? changed = ModelOverrides.Apply(model, replaced, faults);
        BodyModel given = changed?.Model ?? model;
        BodyModel run = ClinicalEntries.Apply(given, given.At(level), wanted, faults);
        CheckSites(model, run, wanted, faults);
        if (changed is not null)
        {
            CheckRows(run, replaced, changed.Applied, faults);
        }
        BodyTimeline? timeline = wanted.Events.Count == 0
            ? null
            : new BodyTimeline { Events = [.. wanted.Events.Select(one => one.Key)] };
        if (timeline is not null)
        {
            TimelineKey.Check(timeline, wanted.Events, run, wanted.File, faults);
        }
        return changed is null || faults.Count > before ? null : new PreparedRun(run, wanted.Settings with
        {
            Timeline = timeline,
            Case = wanted.Name,
            Detail = level,
            TiltDegrees = tiltDegrees ?? wanted.TiltDegrees ?? 0,
            Overrides = changed.Applied,
            RecordedSites = [.. wanted.Sites.Select(site => site.Key).Distinct()],
        });
    }

    /// <summary>Adds a fault for what an examination does by itself.</summary>
    /// <param name="case">The case, or null.</param>
    /// <param name="faults">Where faults go.</param>
    public static void CheckExamined(CaseFile? @case, FaultList faults)
    {
        if (@case?.TiltDegrees is not null)
        {
            faults.Add(@case.File, null, "posture", "", "belongs to a run; an examination lies and sits by itself");
        }
        if (@case?.Events.Count > 0)
        {
            faults.Add(@case.File, null, "timeline", "", "belongs to a run; an examination has a timeline of its own");
        }
    }

    private static void CheckSites(BodyModel model, BodyModel run, CaseFile wanted, FaultList faults)
    {
        List<string> sites = [.. run.Sites.Select(site => site.Id)];
        foreach ((string site, int line) in wanted.Sites.Where(site => !sites.Contains(site.Key)))
        {
            faults.Add(wanted.File, line, "recording.sites", site, model.Sites.Any(row => row.Id == site)
                ? "is a site of full detail only"
                : $"is not a site of {model.Id}{Nearest.Suggestion(site, sites)}; azygos sites {model.Id} lists them");
        }
    }

    /// <summary>A number of a vessel or node that core detail leaves out would change nothing.</summary>
    private static void CheckRows(
        BodyModel run, IReadOnlyList<Override> overrides, IReadOnlyList<KeyValuePair<string, double>> applied,
        FaultList faults)
    {
        for (int i = 0; i < applied.Count; i++)
        {
            string[] path = applied[i].Key.Split('.');
            bool isLost = path[0] switch
            {
                "vessels" => run.Vessels.All(row => row.Id != path[1]) && path[2] != "tier",
                "nodes" => run.Nodes.All(row => row.Id != path[1]),
                _ => false,
            };
            if (isLost)
            {
                faults.Add(overrides[i].File, overrides[i].Line, overrides[i].Path, overrides[i].Value,
                    $"would change nothing: {path[1]} is not part of core detail; full detail has it");
            }
        }
    }
}
