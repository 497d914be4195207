using System.Globalization;
using System.Text.RegularExpressions;
using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Rows;
using Azygos.Files.EvidenceBase.Changes;
using Azygos.Lab.Replies;
using Azygos.Lab.Saved;

namespace Azygos.Lab.News;

/// <summary>The e-mail digest of changes of the evidence base: asked for, confirmed by a link in a mail, ended by one
/// step.</summary>
/// <remarks>An address is stored for this and for nothing else; ended, it is deleted. Whoever asks hears the same reply
/// whether an address is known or not, and an address that is not confirmed gets one mail a day at most.</remarks>
internal sealed partial class Digest
{
    /// <summary>Longest address, RFC 5321.</summary>
    private const int LongestAddress = 254;

    /// <summary>Days after which an address that was never confirmed is deleted; chosen.</summary>
    private const int DaysToConfirm = 7;

    private readonly LabRoom room;
    private readonly Outbox outbox;

    public Digest(LabRoom room)
    {
        this.room = room;
        outbox = new Outbox(Path.Combine(room.Options.State, "outbox"), room.Options.Clock);
    }

    /// <summary>True for a text that may be an address: it goes into the head of a mail.</summary>
    public static bool IsAddress(string text) => text.Length <= LongestAddress && Address().IsMatch(text);

    /// <summary>Takes an address; a mail with a link asks its owner.</summary>
    public void Ask(string email, Uri page)
    {
        Forget();
        IReadOnlyList<string?[]> known = room.Catalogue.Rows(
            "SELECT token, confirmed, asked FROM subscribers WHERE email = $0", email);
        if (known is [[_, "1", _]] || known is [[_, _, { } asked]] && asked[..10] == room.Now[..10]) return;
        string token = known is [[{ } old, _, _]] ? old : Identifiers.Secret();
        if (known.Count == 0)
        {
            int held = int.Parse(room.Catalogue.Rows("SELECT count(*) FROM subscribers")[0][0]!, CultureInfo.InvariantCulture);
            if (held >= room.Options.Limits.SavedEntries) throw RefusedException.TooMany("The digest takes no more addresses.");
            room.Catalogue.Change("INSERT INTO subscribers VALUES ($0, $1, 0, $2, '')", token, email, room.Now);
        }
        else room.Catalogue.Change("UPDATE subscribers SET asked = $1 WHERE token = $0", token, room.Now);
        outbox.Write(email, "Confirm: changes of the evidence on CCSVI and MS", $"""
            Somebody, you we hope, asked for a mail whenever the curated evidence on CCSVI and multiple sclerosis changes.

            To get it, open this page and press the button:
            {new Uri(page, $"/digest/confirm?t={token}")}

            If it was not you, do nothing: you get no further mail, and your address is deleted in {DaysToConfirm} days.
            {CuratedBase.Title}. {Statement.Text}
            """, null);
    }

    /// <summary>Confirms; false where the link leads nowhere.</summary>
    public bool Confirm(string? token)
    {
        Forget();
        // What was published before somebody signed up is no news.
        return Identifiers.Is(token) && room.Catalogue.Change(
            "UPDATE subscribers SET confirmed = 1, sent = CASE confirmed WHEN 0 THEN $1 ELSE sent END WHERE token = $0",
            token, Newest) == 1;
    }

    /// <summary>Ends a subscription and deletes the address.</summary>
    public void End(string? token)
    {
        if (Identifiers.Is(token)) room.Catalogue.Change("DELETE FROM subscribers WHERE token = $0", token);
    }

    /// <summary>Mails what is new to whoever has not had it; called when the lab opens.</summary>
    public int Send(Uri page)
    {
        Forget();
        int mails = 0;
        foreach (string?[] row in room.Catalogue.Rows(
            "SELECT token, email, sent FROM subscribers WHERE confirmed = 1 AND sent < $0", Newest))
        {
            ReleaseRow[] fresh = [.. room.Evidence.Base.Releases.Where(release =>
                string.CompareOrdinal(Iso(release), row[2]) > 0)];
            Uri end = new(page, $"/digest/unsubscribe?t={row[0]}");
            outbox.Write(row[1]!, EvidenceChanges.FeedTitle, string.Join("\n\n",
                [.. fresh.Select(release => $"{Iso(release)}, rules {release.RulesVersion}: {release.What}"),
                $"The page: {new Uri(page, "/article/")}", $"No more of this: {end}", $"{CuratedBase.Title}. {Statement.Text}"]), end);
            // After the mail: killed between the two, it is sent twice rather than never.
            room.Catalogue.Change("UPDATE subscribers SET sent = $1 WHERE token = $0", row[0], Newest);
            mails++;
        }
        return mails;
    }

    private string Newest => room.Evidence.Base.Releases is [.., { } last] ? Iso(last) : "";

    private static string Iso(ReleaseRow release) => release.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Forget() => room.Catalogue.Change("DELETE FROM subscribers WHERE confirmed = 0 AND asked < $0",
        room.Options.Clock.GetUtcNow().AddDays(-DaysToConfirm).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    /// <summary>Plain addresses alone: nothing that could end a head of a mail and begin another.</summary>
    [GeneratedRegex(@"\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\z")]
    private static partial Regex Address();
}
