using System.Net;
using Azygos.Files.Tests;

namespace Azygos.Lab.Tests;

public sealed class PageTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/body")]
    [InlineData("/evidence")]
    public async Task Without_a_built_page_there_is_one_that_says_how_to_build_it(string path)
    {
        using TemporaryFolder home = new();
        await using OpenLab lab = await OpenLab.StartAsync(options => options with { Home = home.Path });
        string page = await lab.Client.GetStringAsync(new Uri(path, UriKind.Relative), OpenLab.Cancellation);
        Assert.Contains("npm run build", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_built_page_is_served_compressed_with_types_and_kept_where_its_name_has_a_hash()
    {
        using TemporaryFolder home = new();
        string folder = Directory.CreateDirectory(Path.Combine(home.Path, "lab", "assets")).FullName;
        await File.WriteAllTextAsync(Path.Combine(home.Path, "lab", "index.html"), "<!doctype html><title>lab</title>", OpenLab.Cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder, "index-B1a2C3d4.js"), new string('a', 5_000), OpenLab.Cancellation);
        await File.WriteAllTextAsync(Path.Combine(home.Path, "secret.txt"), "not the page", OpenLab.Cancellation);
        await using OpenLab lab = await OpenLab.StartAsync(options => options with { Home = home.Path });
        using HttpRequestMessage ask = new(HttpMethod.Get, new Uri("/assets/index-B1a2C3d4.js", UriKind.Relative));
        ask.Headers.Add("Accept-Encoding", "br");
        using HttpResponseMessage script = await lab.Client.SendAsync(ask, OpenLab.Cancellation);
        Assert.Equal("text/javascript", script.Content.Headers.ContentType!.MediaType);
        Assert.Equal(5_000, (await script.Content.ReadAsStringAsync(OpenLab.Cancellation)).Length);
        Assert.Contains("immutable", script.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        using HttpResponseMessage page = await lab.Client.GetAsync(new Uri("/compare", UriKind.Relative), OpenLab.Cancellation);
        Assert.Contains("<title>lab</title>", await page.Content.ReadAsStringAsync(OpenLab.Cancellation), StringComparison.Ordinal);
        using HttpRequestMessage again = new(HttpMethod.Get, new Uri("/", UriKind.Relative));
        again.Headers.IfNoneMatch.Add(page.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await lab.Client.SendAsync(again, OpenLab.Cancellation)).StatusCode);
        foreach (string other in new[] { "/assets/other.js", "/secret.txt", "/lab/index.html" })
            Assert.Equal(HttpStatusCode.NotFound, (await lab.Client.GetAsync(new Uri(other, UriKind.Relative), OpenLab.Cancellation)).StatusCode);
    }
}
