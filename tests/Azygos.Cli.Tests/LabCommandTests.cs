using System.Net;
using System.Text.Json.Nodes;

namespace Azygos.Cli.Tests;

public sealed class LabCommandTests
{
    [Theory]
    [InlineData("--token", "lab", "--listen", "0.0.0.0")]
    [InlineData("--behind-proxy", "lab", "--listen", "0.0.0.0", "--token", "0123456789abcdef")]
    [InlineData("at least 16", "lab", "--token", "short")]
    [InlineData("is not an address", "lab", "--listen", "nowhere")]
    [InlineData("from 0", "lab", "--port", "70000")]
    [InlineData("--tls-key", "lab", "--tls-certificate", "lab.pem")]
    public async Task What_would_not_be_safe_is_refused_and_says_why(string told, params string[] arguments)
    {
        using Bench bench = new();
        Assert.Equal(2, await bench.RunAsync(arguments));
        Assert.Contains(told, bench.Error, StringComparison.Ordinal);
        Assert.Empty(bench.Out);
        Assert.Empty(bench.Written);
    }

    [Fact]
    public async Task It_prints_its_address_answers_and_closes_when_asked()
    {
        using Bench bench = new();
        using CancellationTokenSource closing =
            CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task<int> lab = bench.RunAsync(closing.Token, "lab", "--no-browser", "--state", "kept");
        while (!bench.Out.EndsWith('\n') && !lab.IsCompleted) await Task.Delay(20, TestContext.Current.CancellationToken);
        Uri address = new(bench.Out.Trim());
        Assert.Equal(IPAddress.Loopback, IPAddress.Parse(address.Host));
        using HttpClient client = new() { BaseAddress = address };
        JsonNode health = JsonNode.Parse(await client.GetStringAsync(
            new Uri("/health", UriKind.Relative), TestContext.Current.CancellationToken))!;
        Assert.Equal(Door.Version, (string)health["version"]!);
        await closing.CancelAsync();
        Assert.Equal(0, await lab);
        Assert.Contains("kept/lab.db", bench.Written);
    }
}
