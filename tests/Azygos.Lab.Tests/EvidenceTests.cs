using System.Net;
using System.Text.Json.Nodes;
using Azygos.Evidence.Claims;
using Azygos.Files.EvidenceBase;
using Azygos.Files.Shelves;

namespace Azygos.Lab.Tests;

public sealed class EvidenceTests
{
    [Fact]
    public async Task Claims_are_the_document_of_the_command_line()
    {
        await using OpenLab lab = await OpenLab.StartAsync();
        JsonObject claims = await lab.GetAsync("/api/evidence/claims");
        CuratedBase data = new ProgramShelf(AppContext.BaseDirectory).Evidence().Base;
        JsonObject own = JsonNode.Parse(ClaimJson.Write(data, ClaimEvaluation.All(data)))!.AsObject();
        claims.Remove("statement");
        Assert.True(JsonNode.DeepEquals(own, claims));
        await lab.GetAsync("/api/evidence/claims/cure", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_pool_follows_its_filters_and_carries_its_warning()
    {
        await using OpenLab lab = await OpenLab.StartAsync();
        JsonObject all = await lab.GetAsync("/api/evidence/pool"), blinded = await lab.GetAsync("/api/evidence/pool?blinding=blinded");
        Assert.Equal(CuratedBase.PoolWarning, (string)all["pool_warning"]!);
        Assert.Empty(all["filtered_out"]!.AsArray());
        int studies = (int)all["pool"]!["k"]!, kept = (int)blinded["pool"]!["k"]!;
        Assert.InRange(kept, 2, studies - 1);
        Assert.Equal(studies - kept, blinded["filtered_out"]!.AsArray().Count);
        // The headline of the claim is the same pool.
        JsonObject claim = await lab.GetAsync("/api/evidence/claims");
        Assert.Contains(((double)all["pool"]!["effect"]!).ToString("R", System.Globalization.CultureInfo.InvariantCulture),
            claim.ToJsonString(), StringComparison.Ordinal);
        string without = (string)all["studies"]![0]!["study"]!;
        Assert.Equal(studies - 1, (int)(await lab.GetAsync($"/api/evidence/pool?without={without}"))["pool"]!["k"]!);
    }

    [Fact]
    public async Task Every_fault_of_a_pool_is_told_at_once()
    {
        await using OpenLab lab = await OpenLab.StartAsync();
        string faults = OpenLab.Faults(await lab.GetAsync(
            "/api/evidence/pool?measure=XX&model=REMM&level=2&blinding=half&without=Nobody2000", HttpStatusCode.BadRequest));
        foreach (string piece in new[] { "measure = XX", "did you mean REML?", "level = 2", "blinding = half", "without = Nobody2000" })
            Assert.Contains(piece, faults, StringComparison.Ordinal);
        Assert.Contains("did you mean measure?", OpenLab.Faults(
            await lab.GetAsync("/api/evidence/pool?mesure=OR", HttpStatusCode.BadRequest)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_study_shows_where_every_number_comes_from()
    {
        await using OpenLab lab = await OpenLab.StartAsync();
        JsonObject study = await lab.GetAsync("/api/evidence/studies/Zamboni2009");
        JsonNode row = study["rows"]![0]!;
        Assert.Equal("prevalence", (string)row["table"]!);
        Assert.NotEmpty((string)row["cells"]![0]!["meaning"]!);
        Assert.Contains((await lab.GetAsync("/api/evidence/studies"))["studies"]!.AsArray(),
            one => (string)one!["id"]! == "Zamboni2009" && (string)one["blinding"]! is "blinded" or "not_blinded" or "not_stated");
        Assert.NotEmpty((await lab.GetAsync("/api/evidence/statements"))["statements"]!.AsArray());
        await lab.GetAsync("/api/evidence/studies/Nobody2000", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_feed_tells_the_releases()
    {
        await using OpenLab lab = await OpenLab.StartAsync();
        string feed = await lab.Client.GetStringAsync(new Uri("/feed.atom", UriKind.Relative), OpenLab.Cancellation);
        System.Xml.Linq.XDocument read = System.Xml.Linq.XDocument.Parse(feed);
        Assert.Equal("feed", read.Root!.Name.LocalName);
        Assert.Contains("no advice", feed, StringComparison.Ordinal);
        Assert.Contains($"{lab.Address}article/", feed, StringComparison.Ordinal);
    }
}
