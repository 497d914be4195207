using System.Text;
using System.Text.Json.Nodes;
using Azygos.Files.Faults;
using Azygos.Files.Sheets;
using Azygos.Files.Studies;
using Azygos.Lab.Bodies;
using Azygos.Lab.Replies;
using Azygos.Studies.Designs;
using Azygos.Studies.Power;
using Azygos.Studies.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Azygos.Lab.Runs;

/// <summary><c>/api/studies</c>: designs of the program, runs of a study, power, the conflict explorer.</summary>
internal static class StudyReplies
{
    private const int MostRepeats = 100_000, MostKept = 20_000, LeastKept = 8, MostSimulatedForPower = 10_000;

    public static void Map(IEndpointRouteBuilder routes, LabRoom room)
    {
        routes.MapGet("/api/studies", context =>
        {
            PopulationFolder people = room.Shelf.Population();
            FaultList faults = new();
            JsonArray studies = [.. from name in room.Shelf.Studies
                                    let design = room.Shelf.Study(name, people, faults)
                                    where design is not null
                                    select new JsonObject
                                    {
                                        ["name"] = name,
                                        ["design"] = DesignChecks.Words(design.Kind),
                                        ["people"] = design.Size,
                                        ["description"] = design.Description,
                                    }];
            faults.ThrowIfAny();
            return JsonReply.WriteAsync(context, new JsonObject { ["studies"] = studies });
        });
        routes.MapGet("/api/studies/{name}", context =>
        {
            string name = Address.Id(context, "name");
            string path = room.Shelf.StudyPath(name) ?? throw RefusedException.NotFound(
                $"There is no study {name}{Nearest.Suggestion(name, room.Shelf.Studies)}; GET /api/studies lists them.");
            return JsonReply.WriteAsync(context, new JsonObject { ["name"] = name, ["text"] = File.ReadAllText(path) });
        });
        routes.MapPost("/api/studies", context => StartAsync(context, room));
        routes.MapPost("/api/studies/power", context => PowerAsync(context, room));
        routes.MapPost("/api/studies/explain", async context =>
        {
            Asked asked = await Asked.OfAsync(context);
            RunRequest request = new()
            {
                Kind = RunRequest.Explain,
                Name = "conflict explorer",
                Rows = asked.Text("rows"),
                Seed = asked.Whole("seed", 0, 1L << 53),
                Kept = (int?)asked.Whole("kept", LeastKept, MostKept),
            };
            asked.Finish();
            await RunReplies.TakeAsync(context, room, request);
        });
    }

    private static async Task StartAsync(HttpContext context, LabRoom room)
    {
        Asked asked = await Asked.OfAsync(context);
        (string text, string file) = Text(asked, room);
        RunRequest request = new()
        {
            Kind = RunRequest.Study,
            Name = Path.GetFileNameWithoutExtension(file),
            Text = text,
            File = file,
            Repeat = (int)(asked.Whole("repeat", 1, MostRepeats) ?? 1),
            Seed = asked.Whole("seed", 0, 1L << 53),
        };
        asked.Finish();
        await RunReplies.TakeAsync(context, room, request);
    }

    private static async Task PowerAsync(HttpContext context, LabRoom room)
    {
        Asked asked = await Asked.OfAsync(context);
        (string text, string file) = Text(asked, room);
        int repeat = (int)(asked.Whole("repeat", 1, MostSimulatedForPower) ?? 1000);
        asked.Finish();
        FaultList faults = new();
        PopulationFolder people = room.Shelf.Population();
        StudyDesign? design = StudyReader.Read(Encoding.UTF8.GetBytes(text), file, people.Population.LesionShare, faults);
        if (design is not null && (long)design.Size * repeat > RunPlanner.MostPeople)
            faults.Add("repeat", null, "", $"{repeat}",
                $"{(long)design.Size * repeat} people are more than one question may ask, {RunPlanner.MostPeople}");
        faults.ThrowIfAny();
        StudyPlan plan = new(design!, people.Population, repeat);
        StudyPower power = await Task.Run(() => StudyPower.Of(plan), context.RequestAborted)
            ?? throw new InputRefusedException(new Fault(file, null, "", "",
                "has no two groups whose shares a formula gives; run it often instead"));
        await JsonReply.DocumentAsync(context, SheetJson.Write(StudyPowerSheet.Of(plan, power)));
    }

    private static (string Text, string File) Text(Asked asked, LabRoom room)
    {
        string? text = asked.Text("text", room.Options.Limits.CaseBytes);
        string name = CaseNames.Read(asked, "study");
        if (text is not null) return (text, name + ".yaml");
        if (room.Shelf.StudyPath(name) is { } path) return (File.ReadAllText(path), name + ".yaml");
        if (!asked.Faults.Any)
            asked.Refuse("name", name, $"is not a study{Nearest.Suggestion(name, room.Shelf.Studies)}; GET /api/studies lists "
                + "them; or give text");
        return ("", "study.yaml");
    }
}
