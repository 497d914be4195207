using System.Text.Json;
using Azygos.Evidence.Checks;

namespace Azygos.Files.EvidenceCases;

/// <summary>Writes what became of evidence cases, for other programs.</summary>
internal static class EvidenceVerdictJson
{
    /// <summary>Writes the two members <c>evidence_summary</c> and <c>evidence_cases</c> into an open object.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<CaseVerdict> verdicts)
    {
        EvidenceSummary all = EvidenceSummary.Of(verdicts);
        json.WriteStartObject("evidence_summary");
        json.WriteNumber("cases", all.Cases);
        json.WriteNumber("cases_missed", all.CasesMissed);
        json.WriteNumber("values_held", all.Held);
        json.WriteNumber("values_missed", all.Missed);
        json.WriteNumber("values_disputed", all.Disputed);
        json.WriteEndObject();
        json.WriteStartArray("evidence_cases");
        foreach (CaseVerdict verdict in verdicts) Write(json, verdict);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, CaseVerdict verdict)
    {
        json.WriteStartObject();
        json.WriteString("case", EvidenceSummary.NameOf(verdict));
        json.WriteString("task", verdict.Case.Task);
        json.WriteNumber("tolerance", verdict.Case.RelativeTolerance);
        json.WriteNumber("values", verdict.Compared);
        json.WriteNumber("held", verdict.Held);
        json.WriteNumber("worst_held_in_tolerances", verdict.WorstInTolerances);
        json.WriteString("verdict", verdict.Passed ? verdict.Disputed.Count > 0 ? "disputed" : "held" : "missed");
        Write(json, "missed", verdict.Misses);
        Write(json, "disputed", verdict.Disputed);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<CaseMiss> values)
    {
        json.WriteStartArray(name);
        foreach (CaseMiss value in values)
        {
            json.WriteStartObject();
            json.WriteString("value", value.Path);
            json.WriteString("got", value.Got);
            json.WriteString("expected", value.Expected);
            if (double.IsFinite(value.RelativeError)) json.WriteNumber("relative_difference", value.RelativeError);
            else json.WriteNull("relative_difference");
            json.WriteString("reason", value.Why ?? "");
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
