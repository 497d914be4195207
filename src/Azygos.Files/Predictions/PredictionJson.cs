using System.Buffers;
using System.Text;
using System.Text.Json;
using Azygos.Body.Anatomy;
using Azygos.Body.Model;
using Azygos.Body.Prediction;
using Azygos.Files.Cases;
using Azygos.Files.Tables;

namespace Azygos.Files.Predictions;

/// <summary>Writes what became of a model's predictions, for other programs.</summary>
/// <source choice="the rows of predictions.csv, each with what was computed"/>
public static class PredictionJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>The outcomes as JSON; what was not computed or measured is null.</summary>
    /// <param name="model">The model as read.</param>
    /// <param name="detail">Level of detail.</param>
    /// <param name="outcomes">What became of its predictions.</param>
    public static string Write(
        BodyModel model, AnatomicalDetail detail, IReadOnlyList<PredictionOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(outcomes);
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, Indented))
        {
            json.WriteStartObject();
            json.WriteString("schema", "azygos-predictions/1");
            json.WriteString("model", model.Id);
            json.WriteString("model_hash", model.Hash);
            json.WriteString("detail", DetailWords.Of(detail));
            json.WriteStartObject("summary");
            json.WriteNumber("hit", outcomes.Count(outcome => outcome.Hit == true));
            json.WriteNumber("missed", outcomes.Count(outcome => outcome.Hit == false));
            json.WriteNumber("without_datum", outcomes.Count(outcome => !outcome.Row.HasDatum));
            json.WriteNumber("not_computed", outcomes.Count(outcome => outcome.Computed is null));
            json.WriteEndObject();
            json.WriteStartArray("predictions");
            foreach (PredictionOutcome outcome in outcomes) Write(json, outcome);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan) + "\n";
    }

    private static void Write(Utf8JsonWriter json, PredictionOutcome outcome)
    {
        PredictionRow row = outcome.Row;
        json.WriteStartObject();
        json.WriteString("id", row.Id);
        json.WriteString("label", row.Label);
        json.WriteString("group", row.Group);
        json.WriteNumber("tilt_degrees", row.Tilt);
        json.WriteString("changes", row.Changes);
        json.WriteString("quantity", row.Quantity);
        json.WriteString("relation", TableWords.Relations.First(word => word.Value == row.Relation).Key);
        json.WriteString("run", row.Beating ? "beating" : "steady");
        json.WriteString("unit", row.Unit);
        Number(json, "measured", row.Value);
        Number(json, "low", row.Low);
        Number(json, "high", row.High);
        json.WriteString("band", row.Band);
        Number(json, "people", row.People);
        json.WriteBoolean("blind", row.Blind);
        Number(json, "computed", outcome.Computed);
        if (outcome.Hit is { } hit) json.WriteBoolean("hit", hit);
        else json.WriteNull("hit");
        Number(json, "miss", outcome.Miss);
        json.WriteString("failure", outcome.Failure);
        json.WriteString("basis", TableWords.Bases.First(word => word.Value == row.Provenance.Basis).Key);
        json.WriteString("source", row.Provenance.Source);
        json.WriteString("note", row.Provenance.Note);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value && double.IsFinite(value)) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }
}
