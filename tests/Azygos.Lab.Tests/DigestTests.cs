using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Azygos.Lab.Tests;

public sealed partial class DigestTests
{
    [Fact]
    public async Task Nothing_is_sent_before_the_link_was_followed_and_nothing_after_the_end()
    {
        await using OpenLab lab = await OpenLab.ReadyAsync();
        await lab.PostAsync("/api/digest", new { email = "reader@example.org" }, HttpStatusCode.Accepted);
        (string heads, string text) = Assert.Single(Mails(lab));
        Assert.Contains("To: reader@example.org\r\n", heads, StringComparison.Ordinal);
        Uri confirm = new(Link().Match(text).Value);
        Assert.Equal("/digest/confirm", confirm.AbsolutePath);
        // Looked at ahead by a mail program: nothing is confirmed.
        string page = await lab.Client.GetStringAsync(confirm, OpenLab.Cancellation);
        Assert.Contains("<form method=\"post\">", page, StringComparison.Ordinal);
        Assert.Equal(["0"], lab.Server.Room.Catalogue.Rows("SELECT confirmed FROM subscribers").Select(row => row[0]));
        Assert.Equal(HttpStatusCode.OK, await PressAsync(lab, confirm));
        Assert.Equal(["1"], lab.Server.Room.Catalogue.Rows("SELECT confirmed FROM subscribers").Select(row => row[0]));

        // What was published before is no news; what is new is sent once, with a way out in one step.
        Assert.Equal(0, lab.Server.Room.Digest.Send(lab.Address));
        lab.Server.Room.Catalogue.Change("UPDATE subscribers SET sent = '2000-01-01'");
        Assert.Equal(1, lab.Server.Room.Digest.Send(lab.Address));
        Assert.Equal(0, lab.Server.Room.Digest.Send(lab.Address));
        (string newsHeads, string news) = Mails(lab).Single(mail => mail.Heads.Contains("List-Unsubscribe:", StringComparison.Ordinal));
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", newsHeads, StringComparison.Ordinal);
        Assert.Contains("no advice", news, StringComparison.Ordinal);
        Uri end = new(Unsubscribe().Match(newsHeads).Groups[1].Value);
        Assert.Equal(HttpStatusCode.OK, await PressAsync(lab, end));
        Assert.Empty(lab.Server.Room.Catalogue.Rows("SELECT email FROM subscribers"));
    }

    [Fact]
    public async Task Asking_twice_sends_one_mail_and_tells_nobody_who_is_known()
    {
        await using OpenLab lab = await OpenLab.ReadyAsync();
        string first = (await lab.PostAsync("/api/digest", new { email = "a@example.org" }, HttpStatusCode.Accepted)).ToJsonString();
        string second = (await lab.PostAsync("/api/digest", new { email = "a@example.org" }, HttpStatusCode.Accepted)).ToJsonString();
        Assert.Equal(first, second);
        Assert.Single(Mails(lab));
    }

    [Theory]
    [InlineData("a@example.org\r\nBcc: b@example.org")]
    [InlineData("a b@example.org")]
    [InlineData("<a@example.org>")]
    [InlineData("a@example.org, b@example.org")]
    [InlineData("nobody")]
    [InlineData("")]
    public async Task What_is_no_plain_address_is_refused(string email)
    {
        await using OpenLab lab = await OpenLab.ReadyAsync();
        Assert.Contains("must be an e-mail address", OpenLab.Faults(
            await lab.PostAsync("/api/digest", new { email }, HttpStatusCode.BadRequest)), StringComparison.Ordinal);
        Assert.Empty(Mails(lab));
    }

    [Fact]
    public async Task A_wrong_link_confirms_nothing()
    {
        await using OpenLab lab = await OpenLab.ReadyAsync();
        Assert.Equal(HttpStatusCode.NotFound, await PressAsync(lab, new Uri(lab.Address, "/digest/confirm?t=abc")));
        Assert.Equal(HttpStatusCode.NotFound, await PressAsync(lab, new Uri(lab.Address, "/digest/confirm")));
    }

    [Fact]
    public async Task Sign_ups_of_one_address_are_few()
    {
        await using OpenLab lab = await OpenLab.ReadyAsync(options => options with { Limits = new LabLimits { SignUpsPerHour = 2 } });
        for (int i = 0; i < 2; i++)
            await lab.PostAsync("/api/digest", new { email = $"a{i}@example.org" }, HttpStatusCode.Accepted);
        await lab.PostAsync("/api/digest", new { email = "a3@example.org" }, HttpStatusCode.TooManyRequests);
    }

    private static async Task<HttpStatusCode> PressAsync(OpenLab lab, Uri address)
    {
        // As a mail program presses it: it has no token of the page.
        using HttpClient mail = new();
        using HttpResponseMessage response = await mail.PostAsync(new Uri(lab.Address, address.PathAndQuery), null, OpenLab.Cancellation);
        return response.StatusCode;
    }

    private static (string Heads, string Text)[] Mails(OpenLab lab)
    {
        string folder = Path.Combine(lab.State, "outbox");
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.eml").Select(file =>
        {
            string[] parts = File.ReadAllText(file).Split("\r\n\r\n", 2);
            return (parts[0] + "\r\n", Encoding.UTF8.GetString(Convert.FromBase64String(parts[1].Replace("\r\n", "", StringComparison.Ordinal))));
        })] : [];
    }

    [GeneratedRegex(@"http\S+")]
    private static partial Regex Link();

    [GeneratedRegex(@"List-Unsubscribe: <(\S+)>")]
    private static partial Regex Unsubscribe();
}
