using System.Net;
using System.Text.Json.Nodes;

namespace Azygos.Lab.Tests;

public sealed class BodyTests
{
    [Theory]
    [InlineData("healthy-adult", "core")]
    [InlineData("healthy-adult", "full")]
    [InlineData("healthy-adult-lumped", "core")]
    public async Task A_model_can_be_drawn_and_every_vessel_says_where_it_comes_from(string id, string detail)
    {
        await using OpenLab lab = await OpenLab.StartAsync();
        JsonObject model = await lab.GetAsync($"/api/models/{id}?detail={detail}");
        JsonArray vessels = model["vessels"]!.AsArray();
        Assert.NotEmpty(vessels);
        Assert.All(vessels, vessel =>
        {
            Assert.Equal(3, vessel!["from_xyz"]!.AsArray().Count);
            Assert.Contains((string)vessel["kind"]!, new[] { "artery", "vein", "sinus" });
            Assert.Contains((string)vessel["basis"]!, new[] { "published", "published_secondary", "derived", "recalled", "assumed" });
        });
        Assert.All(model["sites"]!.AsArray(), site => Assert.Equal(3, site!["xyz"]!.AsArray().Count));
        Assert.Contains(model["normal"]!.AsArray(), row => row!["sites"]!.AsArray().Count > 0);
    }

    [Fact]
    public async Task What_is_not_there_is_told_with_what_is()
    {
        await using OpenLab lab = await OpenLab.StartAsync();
        Assert.Contains("healthy-adult", OpenLab.Faults(await lab.GetAsync("/api/models/nobody", HttpStatusCode.NotFound)), StringComparison.Ordinal);
        Assert.Contains("core", OpenLab.Faults(
            await lab.GetAsync("/api/models/healthy-adult?detail=some", HttpStatusCode.BadRequest)), StringComparison.Ordinal);
        Assert.Contains("left-jugular-90", OpenLab.Faults(
            await lab.GetAsync("/api/cases/left-jugular-9", HttpStatusCode.NotFound)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_case_is_offered_with_its_text_and_passes_its_own_check()
    {
        await using OpenLab lab = await OpenLab.ReadyAsync();
        foreach (JsonNode? one in (await lab.GetAsync("/api/cases"))["cases"]!.AsArray())
        {
            JsonObject read = await lab.GetAsync($"/api/cases/{one!["name"]}");
            JsonObject check = await lab.PostAsync("/api/cases/check", new { text = (string)read["text"]!, name = (string)read["name"]! });
            Assert.Empty(check["faults"]!.AsArray());
        }
    }

    [Fact]
    public async Task The_iron_hypothesis_is_labelled()
    {
        await using OpenLab lab = await OpenLab.ReadyAsync();
        JsonObject check = await lab.PostAsync("/api/cases/check", new { text = "schema: azygos-case/1\niron: hypothesis\n" });
        Assert.StartsWith("HYPOTHESIS", (string)check["hypothesis"]!, StringComparison.Ordinal);
        JsonObject plain = await lab.PostAsync("/api/cases/check", new { text = "schema: azygos-case/1\n" });
        Assert.Null(plain["hypothesis"]);
    }

    [Fact]
    public async Task Units_are_converted_by_the_programs_own_factors()
    {
        await using OpenLab lab = await OpenLab.StartAsync();
        JsonArray pressures = (await lab.GetAsync("/api/session"))["units"]!["pressure"]!.AsArray();
        double FactorOf(string unit) => (double)pressures.Single(one => (string)one!["unit"]! == unit)!["factor"]!;
        Assert.Equal(1, FactorOf("mmHg"));
        Assert.Equal(0.133322, FactorOf("kPa"), 6);
        Assert.Equal(1.35951, FactorOf("cmH2O"), 5);
    }

    [Fact]
    public async Task Kinds_of_lesions_and_procedures_say_what_may_be_asked_of_them()
    {
        await using OpenLab lab = await OpenLab.StartAsync();
        JsonObject kinds = await lab.GetAsync("/api/cases/kinds");
        JsonNode stenosis = kinds["lesions"]!.AsArray().Single(one => (string)one!["kind"]! == "stenosis")!;
        Assert.Contains(stenosis["keys"]!.AsArray(), key => (string)key!["key"]! == "vessel" && (bool)key["needed"]!);
        Assert.Equal(["venoplasty", "stent"], kinds["procedures"]!.AsArray().Select(one => (string)one!["kind"]!));
    }
}
