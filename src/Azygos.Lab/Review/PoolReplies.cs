using System.Globalization;
using System.Text.Json.Nodes;
using Azygos.Evidence;
using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Pools;
using Azygos.Evidence.Claims.Rows;
using Azygos.Evidence.Effects;
using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Tables;
using Azygos.Files.EvidenceSheets;
using Azygos.Files.Faults;
using Azygos.Files.Sheets;
using Azygos.Lab.Replies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Azygos.Lab.Review;

/// <summary><c>/api/evidence/pool</c>: studies of the base, chosen by filters and pooled by the evidence engine.</summary>
internal static class PoolReplies
{
    private static readonly string[] Keys =
        ["rows", "measure", "model", "ci", "zero", "level", "blinding", "control", "italy", "proponent", "without"];

    private static readonly string[] YesNo = ["yes", "no"];

    // Measures of the same four counts.
    private static IReadOnlyList<EffectMeasure> Measures =>
        Azygos.Evidence.Specifications.SpecificationGrid.SameColumns(EffectMeasure.Find("OR")!);

    private static string[] Blindings => [.. Enum.GetValues<Blinding>().Select(one => EvidenceReplies.Word(one))];

    public static void Map(IEndpointRouteBuilder routes, LabRoom room)
    {
        routes.MapGet("/api/evidence/choices", context => JsonReply.WriteAsync(context, new JsonObject
        {
            ["rows"] = new JsonArray([.. RowChoice.All.Select(one =>
                new JsonObject { ["name"] = one.Name, ["words"] = one.Words })]),
            ["measures"] = new JsonArray([.. Measures.Select(one =>
                new JsonObject { ["key"] = one.Key, ["name"] = one.Name })]),
            ["models"] = new JsonArray([.. HeterogeneityEstimators.All.Select(one =>
                new JsonObject { ["key"] = one.Key, ["name"] = one.Name })]),
            ["intervals"] = Texts(IntervalKeys.All),
            ["zero_cells"] = new JsonArray([.. ZeroCellPolicy.All.Select(one =>
                new JsonObject { ["key"] = one.Key, ["words"] = one.Words })]),
            ["blinding"] = Texts(Blindings),
            ["controls"] = Texts(Controls(room)),
        }));
        routes.MapGet("/api/evidence/pool", context => PoolAsync(context, room));
    }

    private static Task PoolAsync(HttpContext context, LabRoom room)
    {
        Address.Only(context, Keys);
        FaultList faults = new();
        IReadOnlyList<StudyRow> studies = room.Evidence.Base.Studies;
        RowChoice? choice = One("rows", RowChoice.Headline.Name, RowChoice.All, one => one.Name);
        EffectMeasure? measure = One("measure", "OR", Measures, one => one.Key);
        HeterogeneityEstimator? model = One("model", "REML", HeterogeneityEstimators.All, one => one.Key);
        string? interval = One("ci", "knha", IntervalKeys.All, one => one);
        ZeroCellPolicy? zero = One("zero", ZeroCellPolicy.Half.Key, ZeroCellPolicy.All, one => one.Key);
        double level = 0.95;
        if (Address.Query(context, "level") is { } asked && (!double.TryParse(asked, NumberStyles.Float,
            CultureInfo.InvariantCulture, out level) || !(level > 0 && level < 1)))
            faults.Add("query", null, "level", asked, "is not a number between 0 and 1");
        string? blinding = Optional("blinding", Blindings), control = Optional("control", Controls(room)),
            italy = Optional("italy", YesNo), proponent = Optional("proponent", YesNo);
        IReadOnlyList<string> without = Address.Queries(context, "without", 100);
        foreach (string study in without.Where(study => studies.All(row => row.Id != study)))
            faults.Add("query", null, "without", study, $"is not a study{Nearest.Suggestion(study, studies.Select(row => row.Id))}");
        faults.ThrowIfAny();
        IReadOnlyList<StudyRow> rows = choice!.Of(studies);
        StudyRow[] kept = [.. rows.Where(row => (blinding is null || EvidenceReplies.Word(row.Blinding) == blinding)
            && (control is null || row.ControlType == control) && Matches(italy, row.Italy)
            && Matches(proponent, row.ProponentGroup) && !without.Contains(row.Id))];
        StudyPool pool = Answer(StudyPool.Of(kept));
        PooledStudies pooled = Answer(PooledStudies.Of(measure!, [.. pool.Studies.Select(row => new StudyNumbers(row.Id, "",
            new double[] { row.CasesPositive!.Value, row.Cases!.Value, row.ControlsPositive!.Value, row.Controls!.Value }))],
            new PoolingOptions { Estimator = model!, Test = IntervalKeys.Find(interval!)!.Value, Level = level }, zero!));
        JsonObject reply = JsonNode.Parse(SheetJson.Write(PoolSheet.Of(pooled, $"CCSVI and MS. {CuratedBase.Title}.")))!.AsObject();
        reply["pool_warning"] = CuratedBase.PoolWarning;
        reply["filtered_out"] = Texts(rows.Except(kept).Select(row => row.Id));
        return JsonReply.WriteAsync(context, reply);

        T? One<T>(string key, string fallback, IReadOnlyList<T> all, Func<T, string> word)
            where T : class
        {
            string given = Address.Query(context, key) ?? fallback;
            T? found = all.FirstOrDefault(one => word(one) == given);
            if (found is null) Unknown(key, given, all.Select(word));
            return found;
        }

        string? Optional(string key, IReadOnlyList<string> words)
        {
            string? given = Address.Query(context, key);
            if (given is { Length: 0 }) return null;
            if (given is not null && !words.Contains(given)) Unknown(key, given, words);
            return given;
        }

        void Unknown(string key, string given, IEnumerable<string> words)
        {
            string[] known = [.. words];
            faults.Add("query", null, key, given, $"is not one of {string.Join(", ", known)}{Nearest.Suggestion(given, known)}");
        }
    }

    // What is not known is neither yes nor no.
    private static bool Matches(string? wanted, bool? has) => wanted is null || has == (wanted == "yes");

    private static string[] Controls(LabRoom room) =>
        [.. room.Evidence.Base.Studies.Select(row => row.ControlType).Where(word => word.Length > 0).Distinct().Order(StringComparer.Ordinal)];

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];

    private static T Answer<T>(Outcome<T> outcome)
        where T : notnull => outcome.Refused is { } none
            ? throw new InputRefusedException(new Fault("pool", null, "", "", $"cannot be pooled: {none.Reason}")) : outcome.Value;
}
