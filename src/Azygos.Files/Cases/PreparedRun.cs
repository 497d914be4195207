using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Files.Faults;
using Azygos.Files.Overrides;

namespace Azygos.Files.Cases;

/// <summary>A run ready to start: the model with its numbers replaced, and the settings.</summary>
/// <param name="Model">The model as it will be run.</param>
/// <param name="Settings">The settings, stored with the result.</param>
public sealed record PreparedRun(BodyModel Model, SimulationSettings Settings)
{
    /// <summary>Brings model, case and command line together; null with faults when something does not fit.</summary>
    /// <remarks>
    /// The command line wins over the case: its posture replaces the case's, its numbers are set after the case's.
    /// </remarks>
    /// <param name="model">The model as read.</param>
    /// <param name="case">The case, or null.</param>
    /// <param name="tiltDegrees">Tilt given on the command line [degrees], or null.</param>
    /// <param name="overrides">Numbers replaced on the command line.</param>
    /// <param name="faults">Where faults go.</param>
    public static PreparedRun? Prepare(
        BodyModel model, CaseFile? @case, double? tiltDegrees, IReadOnlyList<Override> overrides, FaultList faults)
    {
        int before = faults.Count;
        CaseFile wanted = @case ?? new CaseFile { File = "", Name = "" };
        List<string> sites = [.. model.Sites.Select(site => site.Id)];
        foreach ((string site, int line) in wanted.Sites.Where(site => !sites.Contains(site.Key)))
        {
            faults.Add(wanted.File, line, "recording.sites", site,
                $"is not a site of {model.Id}{Nearest.Suggestion(site, sites)}; azygos sites {model.Id} lists them");
        }
        OverriddenModel? changed = ModelOverrides.Apply(model, [.. wanted.Overrides, .. overrides], faults);
        return changed is null || faults.Count > before ? null : new PreparedRun(changed.Model, wanted.Settings with
        {
            Case = wanted.Name,
            TiltDegrees = tiltDegrees ?? wanted.TiltDegrees ?? 0,
            Overrides = changed.Applied,
            RecordedSites = [.. wanted.Sites.Select(site => site.Key).Distinct()],
        });
    }
}
