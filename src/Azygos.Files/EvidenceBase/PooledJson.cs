using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Tables;

namespace Azygos.Files.EvidenceBase;

/// <summary>Writes a pooled table for other programs, on the scale shown; τ² stays on the analysis scale.</summary>
/// <source choice="the numbers of the screen, unrounded"/>
public static class PooledJson
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The result as JSON.</summary>
    public static string Write(PooledStudies pooled)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, Indented))
        {
            json.WriteStartObject();
            json.WriteString("schema", "azygos-pool/1");
            json.WriteString("measure", pooled.Measure.Key);
            json.WriteString("scale", pooled.Measure.IsRatio ? "ratio, pooled as logarithm" : "as given");
            json.WriteString("model", pooled.Fit.Estimator.Key);
            json.WriteString("interval", IntervalWords.Key(pooled.Fit.Test));
            json.WriteNumber("level", pooled.Fit.Level);
            Fit(json, "pool", pooled.Measure, pooled.Fit, pooled.Prediction);
            json.WriteStartArray("studies");
            foreach (StudyEffect study in pooled.Studies)
            {
                json.WriteStartObject();
                json.WriteString("study", study.Label);
                if (study.Group.Length > 0) json.WriteString("group", study.Group);
                json.WriteNumber("effect", study.Effect);
                json.Pair("ci", study.Lower, study.Upper);
                json.WriteNumber("weight_percent", study.WeightPercent);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("left_out");
            foreach ((string label, string why) in pooled.LeftOut)
            {
                json.WriteStartObject();
                json.WriteString("study", label);
                json.WriteString("why", why);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            if (pooled.Subgroups is { } groups)
            {
                json.WriteStartObject("subgroups");
                foreach ((string level, PooledFit fit) in groups.Levels.Zip(groups.Fits))
                    Fit(json, level, pooled.Measure, fit, null);
                json.WriteEndObject();
                json.WriteStartObject("between_subgroups");
                json.WriteNumber("q", groups.Between.Statistic);
                json.WriteNumber("df", groups.Between.Degrees);
                json.WriteNumber("p", groups.Between.PValue);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan) + "\n";
    }

    private static void Fit(Utf8JsonWriter json, string key, EffectMeasure measure,
        PooledFit fit, PredictionInterval? prediction)
    {
        json.WriteStartObject(key);
        json.WriteNumber("k", fit.Model.Count);
        json.WriteNumber("effect", measure.Shown(fit.Mean.Estimate));
        json.Pair("ci", measure.Shown(fit.Mean.Lower), measure.Shown(fit.Mean.Upper));
        json.WriteNumber("p", fit.Mean.PValue);
        json.WriteNumber("tau2", fit.Tau2);
        json.WriteNumber("i2_percent", fit.I2Percent);
        json.WriteNumber("q", fit.Heterogeneity.Statistic);
        json.WriteNumber("q_p", fit.Heterogeneity.PValue);
        if (prediction is not null) json.Pair("pi", measure.Shown(prediction.Lower), measure.Shown(prediction.Upper));
        json.Texts("remarks", fit.Remarks);
        json.WriteEndObject();
    }
}
