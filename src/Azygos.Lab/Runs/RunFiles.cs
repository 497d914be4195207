using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Azygos.Evidence;
using Azygos.Evidence.Effects;
using Azygos.Files.Csv;
using Azygos.Files.Faults;
using Azygos.Files.Runs;
using Azygos.Lab.Replies;
using Azygos.Lab.Safety;
using Azygos.Studies.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Azygos.Lab.Runs;

/// <summary>What a run left: waves, means of vessels, spectra, exports.</summary>
internal static class RunFiles
{
    private static readonly string[] Quantities = ["pressure_mmHg", "flow_mL_min", "area_cm2", "velocity_cm_s"];

    private static readonly Dictionary<string, string> Exports = new()
    {
        ["result"] = "result.json",
        ["report.html"] = "report.html",
        ["waves.csv"] = "waves.csv",
        ["waves.parquet"] = "waves.parquet",
        ["studies.csv"] = "studies.csv",
        ["people.parquet"] = "people.parquet",
    };

    public static void Map(IEndpointRouteBuilder routes, LabRoom room)
    {
        routes.MapGet("/api/runs/{id}/waves", context => WavesAsync(context, room));
        routes.MapGet("/api/runs/{id}/vessels", async context =>
        {
            RunPlace place = RunReplies.Over(room, Address.Id(context)).Place;
            if (!File.Exists(place.Vessels)) throw RefusedException.NotFound("This run has no vessels.");
            await JsonReply.DocumentAsync(context, await File.ReadAllTextAsync(place.Vessels, context.RequestAborted));
        });
        routes.MapGet("/api/runs/{id}/studies", context => StudiesAsync(context, room));
        routes.MapGet("/api/runs/{id}/spectra/{name}.png", async context =>
        {
            // The name is one of those in the folder, or nothing: it never becomes a path by itself.
            string folder = Path.Combine(RunReplies.Over(room, Address.Id(context)).Place.Result, "spectra");
            string wanted = Address.Id(context, "name") + ".png";
            string file = (Directory.Exists(folder) ? Directory.EnumerateFiles(folder) : [])
                .FirstOrDefault(path => Path.GetFileName(path) == wanted)
                ?? throw RefusedException.NotFound("There is no such spectrum.");
            context.Response.ContentType = "image/png";
            context.Response.Headers.CacheControl = "private, max-age=86400";
            await context.Response.SendFileAsync(file, context.RequestAborted);
        });
        routes.MapGet("/api/runs/{id}/export", context => ExportAsync(context, room));
    }

    private static async Task WavesAsync(HttpContext context, LabRoom room)
    {
        Address.Only(context, "site", "quantity");
        RunPlace place = RunReplies.Over(room, Address.Id(context)).Place;
        IReadOnlyList<string> sites = Address.Queries(context, "site", room.Options.Limits.Sites);
        string quantity = Address.Query(context, "quantity") ?? Quantities[0];
        FaultList faults = new();
        if (sites.Count == 0) faults.Add("query", null, "site", "", "this key is missing: the id of a site");
        if (!Quantities.Contains(quantity))
            faults.Add("query", null, "quantity", quantity, $"is not one of {string.Join(", ", Quantities)}");
        if (place.File("waves.parquet") is null)
            faults.Add("query", null, "id", "", "this run has no waves");
        faults.ThrowIfAny();
        StoredWaves waves = await StoredWaves.ReadAsync(place.Result, [.. sites], quantity, context.RequestAborted);
        string[] missing = [.. sites.Where(site => waves.Waves.All(wave => wave.Site != site))];
        if (missing.Length > 0) throw RefusedException.NotFound($"The run has no {quantity} at {string.Join(", ", missing)}.");
        await JsonReply.WriteAsync(context, new JsonObject
        {
            ["times_s"] = Numbers(waves.Times),
            ["waves"] = new JsonArray([.. waves.Waves.Select(wave => new JsonObject
            {
                ["site"] = wave.Site,
                ["quantity"] = wave.Quantity,
                ["values"] = Numbers(wave.Values),
            })]),
        });
    }

    private static JsonArray Numbers(double[] values) => [.. values.Select(value => JsonValue.Create(value))];

    private static async Task StudiesAsync(HttpContext context, LabRoom room)
    {
        RunPlace place = RunReplies.Over(room, Address.Id(context)).Place;
        string file = place.File("studies.csv")
            ?? throw RefusedException.NotFound("This run compares no two groups: it has no table of studies.");
        FaultList faults = new();
        IReadOnlyList<CsvRecord> records = CsvReader.Read(await File.ReadAllBytesAsync(file, context.RequestAborted), "studies.csv", faults);
        faults.ThrowIfAny();
        await JsonReply.WriteAsync(context, new JsonObject
        {
            ["rows"] = new JsonArray([.. records.Skip(1).Select(record => StudyRow(records[0].Fields, record.Fields))]),
        });
    }

    // A repetition's counts, and beside them its odds ratio with Woolf's interval where it has one.
    private static JsonObject StudyRow(IReadOnlyList<string> keys, IReadOnlyList<string> cells)
    {
        JsonObject row = new(keys.Zip(cells, (key, cell) => KeyValuePair.Create(key, (JsonNode?)(key == "study"
            ? JsonValue.Create(cell)
            : JsonValue.Create(double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture))))));
        double Count(string key) => row[key]!.GetValue<double>();
        Outcome<TableIntervals> found = TwoByTwo.FromEvents(Count("events_1"), Count("n_1"), Count("events_2"), Count("n_2"))
            .Then(table => TableIntervals.Of(table, 0.95));
        if (found.Refused is not null) return row;
        TableIntervals intervals = found.Value;
        row["odds_ratio"] = Math.Exp(intervals.Log);
        row["woolf_low_95"] = Math.Exp(intervals.Woolf.Low);
        row["woolf_high_95"] = Math.Exp(intervals.Woolf.High);
        return row;
    }

    private static async Task ExportAsync(HttpContext context, LabRoom room)
    {
        Address.Only(context, "what");
        LabRun run = room.Queue.Find(Address.Id(context));
        string what = Address.Query(context, "what") ?? "result";
        if (what == "case")
        {
            if (run.Request.Text.Length == 0) throw RefusedException.NotFound("This run has no case: it is a model as it stands.");
            Attach(context, run, "yaml", "application/yaml; charset=utf-8");
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(run.Request.Text), context.RequestAborted);
            return;
        }
        RunPlace place = RunReplies.Over(room, run.Id).Place;
        if (what == "folder")
        {
            Attach(context, run, "zip", "application/zip");
            await ZipAsync(place.Result, context);
            return;
        }
        if (!Exports.TryGetValue(what, out string? name))
            throw new InputRefusedException(new Fault("query", null, "what", what,
                $"is not one of case, folder, {string.Join(", ", Exports.Keys)}"));
        string file = place.File(name) ?? throw RefusedException.NotFound($"This run has no {name}.");
        string ending = Path.GetExtension(name)[1..];
        if (ending == "html")
        {
            // Shown, not saved: it has no script, and its policy allows none.
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.Headers.ContentSecurityPolicy = ReplyHeads.OfADocument;
        }
        else
            Attach(context, run, ending, ending switch
            {
                "json" => "application/json; charset=utf-8",
                "csv" => "text/csv; charset=utf-8",
                _ => "application/vnd.apache.parquet",
            });
        await context.Response.SendFileAsync(file, context.RequestAborted);
    }

    // The file is named after the run's identifier: what a person wrote goes into no head.
    private static void Attach(HttpContext context, LabRun run, string ending, string type)
    {
        context.Response.ContentType = type;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"azygos-{run.Id}.{ending}\"";
    }

    private static async Task ZipAsync(string folder, HttpContext context)
    {
        using MemoryStream bytes = new();
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(path => !Path.GetFileName(path).StartsWith('.')).Order(StringComparer.Ordinal))
                await zip.CreateEntryFromFileAsync(
                    file, Path.GetRelativePath(folder, file).Replace('\\', '/'), CompressionLevel.Fastest, context.RequestAborted);
        bytes.Position = 0;
        await bytes.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
