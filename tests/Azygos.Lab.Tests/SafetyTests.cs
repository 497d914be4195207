using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Azygos.Files.Faults;

namespace Azygos.Lab.Tests;

public sealed class SafetyTests
{
    [Fact]
    public async Task Health_tells_version_and_queue()
    {
        await using OpenLab lab = await OpenLab.StartAsync();
        JsonObject health = await lab.GetAsync("/health");
        Assert.Equal("ok", (string)health["status"]!);
        Assert.Equal("1.2.3", (string)health["version"]!);
        Assert.Equal(0, (int)health["queue"]!["waiting"]!);
        Assert.Contains("not a diagnosis", (string)health["statement"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Host", "localhost:1")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task A_foreign_host_or_origin_is_refused(string head, string value)
    {
        await using OpenLab lab = await OpenLab.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri("/api/session", UriKind.Relative));
        request.Headers.TryAddWithoutValidation(head, value);
        using HttpResponseMessage response = await lab.Client.SendAsync(request, OpenLab.Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task The_own_origin_may_ask_and_a_link_from_elsewhere_opens_the_page()
    {
        await using OpenLab lab = await OpenLab.StartAsync();
        using HttpRequestMessage own = new(HttpMethod.Get, new Uri("/api/session", UriKind.Relative));
        own.Headers.Add("Origin", lab.Address.GetLeftPart(UriPartial.Authority));
        own.Headers.Add("Sec-Fetch-Site", "same-origin");
        Assert.Equal(HttpStatusCode.OK, (await lab.Client.SendAsync(own, OpenLab.Cancellation)).StatusCode);
        using HttpRequestMessage link = new(HttpMethod.Get, new Uri("/body", UriKind.Relative));
        link.Headers.Add("Sec-Fetch-Site", "cross-site");
        link.Headers.Add("Sec-Fetch-Mode", "navigate");
        Assert.Equal(HttpStatusCode.OK, (await lab.Client.SendAsync(link, OpenLab.Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Nothing_is_changed_without_the_antiforgery_token()
    {
        await using OpenLab lab = await OpenLab.StartAsync();
        Assert.Contains("X-Azygos-Token", OpenLab.Faults(
            await lab.PostAsync("/api/catalogue", new { kind = "view", name = "a" }, HttpStatusCode.Forbidden)), StringComparison.Ordinal);
        lab.Client.DefaultRequestHeaders.Add("X-Azygos-Token", new string('0', 64));
        await lab.PostAsync("/api/runs", new { model = "healthy-adult-lumped" }, HttpStatusCode.Forbidden);
        lab.Client.DefaultRequestHeaders.Remove("X-Azygos-Token");
        await lab.WithTokenAsync();
        await lab.PostAsync("/api/catalogue", new { kind = "view", name = "a" }, HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/health")]
    [InlineData("/api/nothing")]
    public async Task Every_reply_forbids_inline_scripts_frames_and_sniffing(string path)
    {
        await using OpenLab lab = await OpenLab.StartAsync();
        using HttpResponseMessage response = await lab.Client.GetAsync(new Uri(path, UriKind.Relative), OpenLab.Cancellation);
        string policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("no advice", Assert.Single(response.Headers.GetValues("X-Azygos-Statement")), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Too_large_a_body_is_refused_by_its_size()
    {
        await using OpenLab lab = await OpenLab.ReadyAsync(options =>
            options with { Limits = new LabLimits { BodyBytes = 2_000, CaseBytes = 500 } });
        Assert.Contains("at most 500 bytes", OpenLab.Faults(await lab.PostAsync(
            "/api/cases/check", new { text = new string('#', 501) }, HttpStatusCode.BadRequest)), StringComparison.Ordinal);
        Assert.Contains("at most 2000 bytes", OpenLab.Faults(await lab.PostAsync(
            "/api/cases/check", new { text = new string('#', 3_000) }, HttpStatusCode.RequestEntityTooLarge)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "is not JSON")]
    [InlineData("[1]", "is not a JSON object")]
    [InlineData("{\"text\":\"a\",\"text\":\"b\"}", "twice")]
    [InlineData("{\"text\":\"a\",\"txet\":1}", "did you mean text?")]
    [InlineData("{\"text\":7}", "must be a text")]
    [InlineData("{\"text\":\"a\",\"name\":\"./../../etc/passwd\"}", "no slashes")]
    [InlineData("{}", "text: this key is missing")]
    public async Task A_malformed_body_is_refused_with_what_is_wrong(string body, string told)
    {
        await using OpenLab lab = await OpenLab.ReadyAsync();
        Assert.Contains(told, OpenLab.Faults(
            await lab.PostTextAsync("/api/cases/check", body, HttpStatusCode.BadRequest)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_nests_without_end_is_refused()
    {
        await using OpenLab lab = await OpenLab.ReadyAsync();
        await lab.PostTextAsync("/api/links", $"{{\"view\":{new string('[', 5_000)}", HttpStatusCode.BadRequest);
    }

    /// <summary>Written as bytes: a client would tidy the path.</summary>
    [Theory]
    [InlineData("/../../../../etc/passwd")]
    [InlineData("/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/article/../../../etc/passwd")]
    [InlineData("/article/..%2f..%2fetc%2fpasswd")]
    [InlineData("/api/cases/..%2f..%2fmodels%2fhealthy-adult%2fmodel")]
    [InlineData("/api/models/..")]
    [InlineData("/api/runs/..%2f..%2fetc/export?what=result")]
    [InlineData("/api/runs/abc/spectra/..%2f..%2fresult.png")]
    public async Task No_path_leads_out_of_the_lab(string path)
    {
        await using OpenLab lab = await OpenLab.StartAsync();
        using TcpClient socket = new();
        await socket.ConnectAsync(IPAddress.Loopback, lab.Address.Port, OpenLab.Cancellation);
        NetworkStream stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: {lab.Address.Authority}\r\nConnection: close\r\n\r\n"), OpenLab.Cancellation);
        using StreamReader reader = new(stream);
        string reply = await reader.ReadToEndAsync(OpenLab.Cancellation);
        Assert.DoesNotContain("root:", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("schema: azygos", reply, StringComparison.Ordinal);
        // The page itself, for an address that leads nowhere else, or a refusal.
        Assert.Matches(@"\AHTTP/1\.1 (200 OK|404 Not Found|400 Bad Request|302 Found)", reply);
    }

    [Fact]
    public async Task A_script_in_a_name_is_text_wherever_it_is_shown()
    {
        await using OpenLab lab = await OpenLab.ReadyAsync();
        const string Name = "<img src=x onerror=alert(1)>\"&'";
        string id = (string)(await lab.RunAsync(new { model = "healthy-adult-lumped", name = Name }))["id"]!;
        string raw = await lab.Client.GetStringAsync(new Uri($"/api/runs/{id}", UriKind.Relative), OpenLab.Cancellation);
        Assert.DoesNotContain("<img", raw, StringComparison.Ordinal);
        Assert.Equal(Name, (string)JsonNode.Parse(raw)!["name"]!);
        using HttpResponseMessage report = await lab.Client.GetAsync(
            new Uri($"/api/runs/{id}/export?what=report.html", UriKind.Relative), OpenLab.Cancellation);
        Assert.Contains("sandbox", Assert.Single(report.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotContain("onerror=alert", await report.Content.ReadAsStringAsync(OpenLab.Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_requests_are_told_when_to_come_back()
    {
        await using OpenLab lab = await OpenLab.StartAsync(options =>
            options with { Limits = new LabLimits { RequestBurst = 5, RequestsPerSecond = 1 } });
        List<HttpStatusCode> replies = [];
        for (int i = 0; i < 12; i++)
        {
            using HttpResponseMessage response = await lab.Client.GetAsync(new Uri("/health", UriKind.Relative), OpenLab.Cancellation);
            replies.Add(response.StatusCode);
            if (response.StatusCode == HttpStatusCode.TooManyRequests) Assert.True(response.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        }
        Assert.Equal(HttpStatusCode.OK, replies[0]);
        Assert.Contains(HttpStatusCode.TooManyRequests, replies);
    }

    [Fact]
    public async Task Of_thousands_of_streams_only_so_many_are_opened()
    {
        await using OpenLab lab = await OpenLab.ReadyAsync(options => options with
        {
            Limits = new LabLimits { Viewers = 40, RequestBurst = 5_000 },
            Simulate = (_, _, _, cancellation) =>
            {
                cancellation.WaitHandle.WaitOne();
                throw new OperationCanceledException();
            },
        });
        string id = (string)(await lab.PostAsync("/api/runs", new { model = "healthy-adult-lumped" }, HttpStatusCode.Accepted))["id"]!;
        List<HttpResponseMessage> streams = [];
        try
        {
            // 200 at once: each is a connection of this process too.
            foreach (Task<HttpResponseMessage> opened in Enumerable.Range(0, 200).Select(_ => lab.Client.GetAsync(
                new Uri($"/api/runs/{id}/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, OpenLab.Cancellation)).ToArray())
                streams.Add(await opened);
            Assert.Equal(40, streams.Count(one => one.StatusCode == HttpStatusCode.OK));
            Assert.Equal(160, streams.Count(one => one.StatusCode == HttpStatusCode.TooManyRequests));
            Assert.Equal(40, (int)(await lab.GetAsync("/health"))["live"]!["viewers"]!);
        }
        finally
        {
            foreach (HttpResponseMessage stream in streams) stream.Dispose();
        }
        // Whoever leaves makes room again.
        for (int i = 0; i < 100 && (int)(await lab.GetAsync("/health"))["live"]!["viewers"]! > 0; i++)
            await Task.Delay(20, OpenLab.Cancellation);
        Assert.Equal(0, (int)(await lab.GetAsync("/health"))["live"]!["viewers"]!);
        await lab.PostAsync($"/api/runs/{id}/cancel");
    }

    [Fact]
    public void An_open_address_needs_a_token_and_a_safe_way()
    {
        FaultList faults = new();
        Options().Check(faults);
        Assert.Contains(faults.Found, fault => fault.Message.Contains("--token", StringComparison.Ordinal));
        Assert.Contains(faults.Found, fault => fault.Message.Contains("--behind-proxy", StringComparison.Ordinal));
        FaultList none = new();
        (Options() with { Token = new string('a', 32), BehindProxy = new Uri("https://lab.example.org") }).Check(none);
        Assert.Empty(none.Found);

        static LabOptions Options() => new()
        {
            Home = "",
            State = "",
            Version = "",
            Simulate = (_, _, _, _) => throw new InvalidOperationException(),
            Listen = "0.0.0.0",
        };
    }

    [Fact]
    public async Task With_an_access_token_nothing_is_answered_without_it()
    {
        const string Secret = "0123456789abcdef0123456789abcdef";
        await using OpenLab lab = await OpenLab.StartAsync(options => options with { Token = Secret });
        await lab.GetAsync("/api/models", HttpStatusCode.Unauthorized);
        await lab.GetAsync("/health");
        using HttpResponseMessage visit = await lab.Client.GetAsync(new Uri($"/?token={Secret}", UriKind.Relative), OpenLab.Cancellation);
        Assert.Equal("/", visit.Headers.Location!.ToString());
        string cookie = Assert.Single(visit.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        // The client kept the cookie.
        await lab.GetAsync("/api/models");
        using HttpRequestMessage bearer = new(HttpMethod.Get, new Uri("/api/models", UriKind.Relative));
        bearer.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Secret);
        Assert.Equal(HttpStatusCode.OK, (await lab.Client.SendAsync(bearer, OpenLab.Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Behind_a_proxy_its_name_alone_is_answered()
    {
        await using OpenLab lab = await OpenLab.StartAsync(options => options with { BehindProxy = new Uri("https://lab.example.org") });
        Assert.Equal("https://lab.example.org/", lab.Address.ToString());
        await lab.GetAsync("/health", HttpStatusCode.Forbidden);
        lab.Client.DefaultRequestHeaders.Host = "lab.example.org";
        lab.Client.DefaultRequestHeaders.Add("Origin", "https://lab.example.org");
        await lab.GetAsync("/health");
    }
}
