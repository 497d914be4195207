using System.Buffers;
using System.Text;
using System.Text.Json;
using Azygos.Circulation.Verification;
using Azygos.Evidence.Checks;
using Azygos.Files.EvidenceCases;
using Azygos.Files.Faults;

namespace Azygos.Files.Benchmarks;

/// <summary>Writes what became of a set of cases, for other programs.</summary>
/// <source choice="the table of the command, number by number"/>
public static class VerificationJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>The results as JSON; a number that is not finite is null, and the reason says so.</summary>
    /// <param name="results">What became of simulation cases.</param>
    /// <param name="evidence">What became of evidence cases.</param>
    public static string Write(IReadOnlyList<CaseResult> results, IReadOnlyList<CaseVerdict> evidence)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, Indented))
        {
            json.WriteStartObject();
            json.WriteString("schema", "azygos-verification/1");
            VerificationSummary summary = VerificationSummary.Of(results);
            json.WriteStartObject("summary");
            json.WriteNumber("cases", summary.Cases);
            json.WriteNumber("cases_not_run", summary.CasesNotRun);
            json.WriteNumber("bars_held", summary.Held);
            json.WriteNumber("bars_missed", summary.Missed);
            json.WriteNumber("bars_not_run", summary.NotRun);
            json.WriteEndObject();
            json.WriteStartArray("cases");
            foreach (CaseResult result in results) Write(json, result);
            json.WriteEndArray();
            EvidenceVerdictJson.Write(json, evidence);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan) + "\n";
    }

    /// <summary>The word for a verdict.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Held => "held",
        Verdict.Missed => "missed",
        _ => "not run",
    };

    private static void Write(Utf8JsonWriter json, CaseResult result)
    {
        json.WriteStartObject();
        json.WriteString("case", result.Case.Name);
        json.WriteString("family", BenchmarkNames.Of(result.Case.Family));
        json.WriteStartArray("runs");
        foreach (CaseRunResult run in result.Runs)
        {
            json.WriteStartObject();
            json.WriteString("run", run.Run);
            json.WriteStartArray("steps_s");
            foreach (double step in run.Steps) json.WriteNumberValue(step);
            json.WriteEndArray();
            json.WriteNumber("periods", run.Periods);
            json.WriteBoolean("settled", run.Settled);
            json.WriteString("stopped", run.Stopped);
            if (run.Converged is { } converged)
            {
                json.WriteStartObject("converged");
                json.WriteNumber("step_s", converged.Step);
                json.WriteNumber("last_halving", converged.Refinement);
                json.WriteNumber("distance", converged.Distance);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("warnings");
        foreach (Fault warning in CaseWarningPath.Placed(result))
        {
            json.WriteStartObject();
            json.WriteString("file", warning.File);
            json.WriteString("key", warning.Key);
            json.WriteString("message", warning.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("bars");
        foreach (BarResult bar in result.Bars) Write(json, bar);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, BarResult result)
    {
        json.WriteStartObject();
        json.WriteStartArray("runs");
        foreach (string run in result.Bar.Runs) json.WriteStringValue(run);
        json.WriteEndArray();
        json.WriteString("metric", BenchmarkNames.Of(result.Bar.Metric));
        json.WriteString("probe", result.Bar.Probe);
        if (result.Measured is { } measured && double.IsFinite(measured)) json.WriteNumber("value", measured);
        else json.WriteNull("value");
        json.WriteString("op", result.Bar.AtMost ? "<=" : ">=");
        json.WriteNumber("bar", result.Bar.Limit);
        json.WriteString("unit", result.Bar.Unit);
        json.WriteString("verdict", Of(result.Verdict));
        json.WriteString("reason", result.Reason);
        json.WriteEndObject();
    }
}
