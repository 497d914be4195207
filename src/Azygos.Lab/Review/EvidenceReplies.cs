using System.Text.Json.Nodes;
using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Conflict;
using Azygos.Evidence.Claims.Rows;
using Azygos.Files.EvidenceBase;
using Azygos.Files.EvidenceSheets;
using Azygos.Files.Faults;
using Azygos.Files.Sheets;
using Azygos.Lab.Replies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Azygos.Lab.Review;

/// <summary><c>/api/evidence</c>: claims, studies with their rows, statements, releases, the multiverse; the documents of
/// the command line.</summary>
internal static class EvidenceReplies
{
    public static void Map(IEndpointRouteBuilder routes, LabRoom room)
    {
        // The base does not change while the program runs: what takes computing is computed once.
        Lazy<IReadOnlyList<ClaimResult>> claims = new(() => ClaimEvaluation.All(room.Evidence.Base));
        Lazy<string> multiverse = new(() => SheetJson.Write(MultiverseSheet.Of(
            ConflictDisplay.Multiverse(room.Evidence.Base), $"CCSVI and MS, every defensible analysis. {CuratedBase.Title}.",
            CuratedBase.PoolWarning, withSpecifications: true)));
        routes.MapGet("/api/evidence/claims", context =>
            JsonReply.DocumentAsync(context, ClaimJson.Write(room.Evidence.Base, claims.Value)));
        routes.MapGet("/api/evidence/claims/{id}", context =>
        {
            string id = Address.Id(context);
            ClaimResult claim = claims.Value.FirstOrDefault(one => one.Claim.Id == id) ?? throw RefusedException.NotFound(
                $"There is no claim {id}; claims: {string.Join(", ", claims.Value.Select(one => one.Claim.Id))}.");
            return JsonReply.DocumentAsync(context, ClaimJson.Write(room.Evidence.Base, [claim],
                claim.Finding.Association is null ? [] : room.Synthesis.Conflict));
        });
        routes.MapGet("/api/evidence/multiverse", context => JsonReply.DocumentAsync(context, multiverse.Value));
        routes.MapGet("/api/evidence/studies", context => JsonReply.WriteAsync(context, new JsonObject
        {
            ["title"] = CuratedBase.Title,
            ["studies"] = new JsonArray([.. room.Evidence.Base.Studies.Select(Study)]),
        }));
        routes.MapGet("/api/evidence/studies/{id}", context => RowsAsync(context, room));
        routes.MapGet("/api/evidence/statements", context => JsonReply.WriteAsync(context, new JsonObject
        {
            ["note"] = "What bodies said; not counted as evidence.",
            ["statements"] = new JsonArray([.. room.Evidence.Base.Statements.Select(row => new JsonObject
            {
                ["id"] = row.Id,
                ["date"] = row.Date,
                ["body"] = row.Body,
                ["country"] = row.Country,
                ["category"] = row.Category,
                ["summary"] = row.Summary,
                ["status"] = Word(row.Status),
            })]),
        }));
        routes.MapGet("/api/evidence/releases", context => JsonReply.WriteAsync(context, new JsonObject
        {
            ["releases"] = new JsonArray([.. room.Evidence.Base.Releases.Select(release => new JsonObject
            {
                ["date"] = $"{release.Date:yyyy-MM-dd}",
                ["rules_version"] = release.RulesVersion,
                ["what"] = release.What,
            })]),
        }));
    }

    private static JsonObject Study(StudyRow row) => new()
    {
        ["id"] = row.Id,
        ["author"] = row.FirstAuthor,
        ["year"] = row.Year,
        ["country"] = row.Country,
        ["endpoint"] = row.EndpointClass,
        ["cases"] = row.Cases,
        ["cases_positive"] = row.CasesPositive,
        ["controls"] = row.Controls,
        ["controls_positive"] = row.ControlsPositive,
        ["control_type"] = row.ControlType,
        ["blinding"] = Word(row.Blinding),
        ["disputed"] = row.BlindingDisputed,
        ["proponent"] = row.ProponentGroup,
        ["italy"] = row.Italy,
        ["risk"] = new JsonObject
        {
            ["selection"] = Word(row.Selection),
            ["index_test"] = Word(row.IndexTest),
            ["reference_test"] = Word(row.ReferenceTest),
            ["flow"] = Word(row.Flow),
        },
        ["status"] = Word(row.Status),
        ["pooled"] = row.InPrimaryPool,
        ["reported_or"] = row.ReportedOddsRatio,
        ["reported_low"] = row.ReportedLower,
        ["reported_high"] = row.ReportedUpper,
    };

    /// <summary>A word of the tables for one of the code: NotBlinded becomes not_blinded.</summary>
    public static string Word(Enum value) => string.Concat(value.ToString().Select((c, i) =>
        i > 0 && char.IsUpper(c) ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    private static Task RowsAsync(HttpContext context, LabRoom room)
    {
        string study = context.Request.RouteValues["id"] as string ?? "";
        ShownRow[] rows = [.. room.Evidence.Rows.Where(row =>
            string.Equals(row.Study, study, StringComparison.OrdinalIgnoreCase) || row.Cells[0].Text == study)];
        if (rows.Length == 0)
            throw RefusedException.NotFound("This study is not in the evidence base"
                + $"{Nearest.Suggestion(study, room.Evidence.Rows.Select(row => row.Study).Where(name => name.Length > 0).Distinct())}.");
        return JsonReply.WriteAsync(context, new JsonObject
        {
            ["study"] = rows[0].Study,
            ["title"] = CuratedBase.Title,
            ["rows"] = new JsonArray([.. rows.Select(row => new JsonObject
            {
                ["table"] = row.Table,
                ["line"] = row.Line,
                ["cells"] = new JsonArray([.. row.Cells.Select(cell => new JsonObject
                {
                    ["column"] = cell.Column,
                    ["meaning"] = cell.Meaning,
                    ["text"] = cell.Text,
                })]),
            })]),
        });
    }
}
