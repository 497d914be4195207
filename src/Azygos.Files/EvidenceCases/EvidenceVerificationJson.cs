using System.Text.Json;
using Azygos.Evidence.Checks;

namespace Azygos.Files.EvidenceCases;

/// <summary>Writes what became of cases of the meta-analysis engine, for other programs.</summary>
/// <source choice="the table of the command, case by case, every missed and disputed value with both numbers"/>
public static class EvidenceVerificationJson
{
    /// <summary>Adds the property <c>evidence</c> to an object that is being written.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<CaseVerdict> verdicts)
    {
        json.WriteStartObject("evidence");
        json.WriteStartObject("summary");
        json.WriteNumber("cases", verdicts.Count);
        json.WriteNumber("cases_held", verdicts.Count(static v => v.Passed));
        json.WriteNumber("cases_missed", verdicts.Count(static v => v.Supported && !v.Passed));
        json.WriteNumber("cases_not_run", verdicts.Count(static v => !v.Supported));
        json.WriteNumber("values", verdicts.Sum(static v => v.Compared));
        json.WriteNumber("values_disputed", verdicts.Sum(static v => v.Disputed.Count));
        json.WriteEndObject();
        json.WriteStartArray("cases");
        foreach (CaseVerdict verdict in verdicts)
        {
            json.WriteStartObject();
            json.WriteString("dataset", verdict.Case.Dataset);
            json.WriteString("task", verdict.Case.Task);
            json.WriteString("id", verdict.Case.Id);
            json.WriteString("verdict", verdict.Passed ? "held" : verdict.Supported ? "missed" : "not run");
            json.WriteNumber("values", verdict.Compared);
            json.WriteNumber("worst_relative_difference", verdict.WorstError);
            if (verdict.NotRun.Length > 0) json.WriteString("reason", verdict.NotRun);
            Write(json, "missed", verdict.Misses);
            Write(json, "disputed", verdict.Disputed);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<CaseMiss> values)
    {
        if (values.Count == 0) return;
        json.WriteStartArray(name);
        foreach (CaseMiss value in values)
        {
            json.WriteStartObject();
            json.WriteString("value", value.Path);
            json.WriteString("expected", value.Expected);
            json.WriteString("got", value.Got);
            if (double.IsFinite(value.RelativeError)) json.WriteNumber("relative_difference", value.RelativeError);
            if (value.Why is { } why) json.WriteString("why", why);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
