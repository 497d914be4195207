using System.Net;
using System.Text.Json.Nodes;

namespace Azygos.Lab.Tests;

public sealed class StudyTests
{
    [Fact]
    public async Task A_study_repeated_gives_a_row_for_each_time()
    {
        await using OpenLab lab = await OpenLab.ReadyAsync();
        JsonObject run = await lab.RunAsync(new { name = "null-blinded", repeat = 20, seed = 7 }, "/api/studies");
        Assert.Equal("finished", (string)run["status"]!);
        Assert.NotNull(run["result"]!["schema"]);
        JsonArray rows = (await lab.GetAsync($"/api/runs/{run["id"]}/studies"))["rows"]!.AsArray();
        Assert.Equal(20, rows.Count);
        Assert.True((double)rows[0]!["n_1"]! > 0);
        // The same seed, the same studies.
        JsonObject again = await lab.RunAsync(new { name = "null-blinded", repeat = 20, seed = 7 }, "/api/studies");
        Assert.Equal(rows.ToJsonString(), (await lab.GetAsync($"/api/runs/{again["id"]}/studies"))["rows"]!.ToJsonString());
    }

    [Fact]
    public async Task A_study_of_a_persons_own_is_read_strictly()
    {
        await using OpenLab lab = await OpenLab.ReadyAsync();
        Assert.Contains("study.yaml:2", OpenLab.Faults(await lab.PostAsync(
            "/api/studies", new { text = "schema: azygos-study/1\ndesign: wishful\n" }, HttpStatusCode.BadRequest)), StringComparison.Ordinal);
        Assert.Contains("is not a study", OpenLab.Faults(await lab.PostAsync(
            "/api/studies", new { name = "nul-blinded" }, HttpStatusCode.BadRequest)), StringComparison.Ordinal);
        Assert.Contains("more than one run", OpenLab.Faults(await lab.PostAsync(
            "/api/studies", new { name = "null-blinded", repeat = 100_000 }, HttpStatusCode.BadRequest)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Power_is_that_of_the_command_line()
    {
        await using OpenLab lab = await OpenLab.ReadyAsync();
        JsonObject power = await lab.PostAsync("/api/studies/power", new { name = "null-biased-065", repeat = 50 });
        Assert.Equal("azygos-study-power/1", (string)power["schema"]!);
        Assert.Contains((await lab.GetAsync("/api/studies"))["studies"]!.AsArray(), one => (string)one!["name"]! == "rodger-2013-like");
    }
}
