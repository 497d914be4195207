using Azygos.Evidence.Claims.Pools;
using Azygos.Evidence.Claims.Rows;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;

namespace Azygos.Files.EvidenceBase;

/// <summary>The same people may not enter one pool twice, and an overlap names a row that there is.</summary>
internal static class CohortChecks
{
    public static void Run(IReadOnlyDictionary<string, ReadTable> tables, FaultList faults)
    {
        List<CheckedRow> rows = [.. CheckedRow.Of(tables, StudyTables.Prevalence, faults)];
        Dictionary<string, CheckedRow> byId = [];
        foreach (CheckedRow row in rows) byId.TryAdd(row.Text("study_id"), row);
        List<StudyRow> studies = [.. byId.Values.Select(row => row.Row.As(StudyTables.Prevalence))];
        foreach (StudyRow study in studies)
            foreach (Overlap overlap in study.Overlaps.Where(one => !byId.ContainsKey(one.Study)))
                if (tables[StudyTables.Prevalence.Name].Whole)
                    byId[study.Id].Fault("overlap_with",
                        $"names {overlap.Study}, which is not a study here"
                            + $"{Nearest.Suggestion(overlap.Study, byId.Keys)}");
        foreach ((StudyRow first, StudyRow second, string why) in
            StudyPool.SharedPatients([.. studies.Where(study => study.InPrimaryPool)]))
            byId[second.Id].Fault("in_primary_pool", $"{why}; one of {first.Id} and {second.Id} may be in the pool");
    }
}
