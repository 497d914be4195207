using System.Text.Json;
using System.Xml.Linq;
using Azygos.Evidence.Claims.Rules;
using Azygos.Files.EvidenceBase;
using Azygos.Files.EvidenceBase.Changes;
using Azygos.Files.Feeds;

namespace Azygos.Files.Tests.EvidenceBase;

public sealed class ChangesTests
{
    private const string VotesFor = "VandenBerg2013,Van den Berg 2013,2013,TILBURG,case-control,case_control,for,1,yes";

    private const string VotesAgainst =
        "VandenBerg2013,Van den Berg 2013,2013,TILBURG,case-control,case_control,against,1,yes";

    private static EvidenceFolder Edited(params (string File, string Old, string New)[] edits) =>
        ShippedBase.With(texts =>
    {
        foreach ((string file, string old, string text) in edits) ShippedBase.Replaced(file, old, text)(texts);
    }).Read!;

    [Fact]
    public void Equal_bases_do_not_differ()
    {
        EvidenceChanges changes = EvidenceChanges.Between(ShippedBase.Read, ShippedBase.Read);
        Assert.Empty(changes.Rows);
        Assert.Empty(changes.Verdicts);
        Assert.Equal(changes.HashBefore, changes.HashAfter);
    }

    [Fact]
    public void A_changed_cell_is_told_with_what_it_moves()
    {
        EvidenceFolder now = Edited(("claims.csv", VotesAgainst, VotesFor));
        EvidenceChanges changes = EvidenceChanges.Between(ShippedBase.Read, now);
        RowChange row = Assert.Single(changes.Rows);
        Assert.Equal(("claims", "K041", "VandenBerg2013", ChangeKind.Changed),
            (row.Table, row.Key, row.Study, row.Kind));
        Assert.Equal(new CellChange("direction", "against", "for"), Assert.Single(row.Cells));
        VerdictChange verdict = Assert.Single(changes.Verdicts);
        Assert.Equal((Verdict.NotSupported, Verdict.Inconclusive), (verdict.Before!.Verdict, verdict.After!.Verdict));
        Assert.Equal("mechanism: not shown (rule D3) → cannot say yet (rule D4)", verdict.ToString());
        Assert.Contains(verdict.Numbers, number => number == new NumberChange("for", 0, 1));
    }

    [Fact]
    public void What_is_added_one_way_is_removed_the_other_way()
    {
        EvidenceFolder more = Edited(("releases.csv", "Nothing older exists to compare with.\"\n",
            "Nothing older exists to compare with.\"\n2027-01-05,1.0,Second look.\n"));
        RowChange added = Assert.Single(EvidenceChanges.Between(ShippedBase.Read, more).Rows);
        RowChange removed = Assert.Single(EvidenceChanges.Between(more, ShippedBase.Read).Rows);
        Assert.Equal((ChangeKind.Added, ChangeKind.Removed), (added.Kind, removed.Kind));
        Assert.Equal(added.Cells.Select(cell => cell.After), removed.Cells.Select(cell => cell.Before));
        Assert.Equal(new DateOnly(2027, 1, 5), EvidenceChanges.Between(ShippedBase.Read, more).Day);
    }

    [Fact]
    public void Json_holds_verdicts_numbers_and_cells()
    {
        JsonElement root = JsonDocument.Parse(ChangesJson.Write(
            EvidenceChanges.Between(ShippedBase.Read, Edited(("claims.csv", VotesAgainst, VotesFor))))).RootElement;
        JsonElement claim = root.GetProperty("claims")[0];
        Assert.Equal("not_supported", claim.GetProperty("before").GetProperty("verdict").GetString());
        Assert.Equal("inconclusive", claim.GetProperty("after").GetProperty("verdict").GetString());
        Assert.Equal(1, claim.GetProperty("inputs").GetProperty("for").GetProperty("after").GetDouble());
        Assert.Equal("for", root.GetProperty("rows")[0].GetProperty("cells").GetProperty("direction")[1].GetString());
    }

    [Fact]
    public void A_feed_tells_every_claim_and_the_rows()
    {
        EvidenceChanges changes = EvidenceChanges.Between(
            ShippedBase.Read, Edited(("claims.csv", VotesAgainst, VotesFor)));
        XNamespace atom = "http://www.w3.org/2005/Atom";
        string text = changes.Feed(changes.Day!.Value, "index.html");
        XElement feed = XElement.Parse(text);
        Assert.Equal(["mechanism: not shown (rule D3) → cannot say yet (rule D4)", "1 rows changed"],
            feed.Elements(atom + "entry").Select(entry => entry.Element(atom + "title")!.Value));
        Assert.Equal(text, changes.Feed(changes.Day!.Value, "index.html"));
    }

    [Fact]
    public void A_feed_has_what_Atom_asks_for_and_ids_that_stay()
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        FeedEntry one = new(new DateOnly(2026, 1, 2), "First <&>", "Text"), two =
            new(new DateOnly(2026, 3, 4), "Second", "Text");
        XElement feed = XElement.Parse(AtomFeed.Write("Title", "Subtitle", "index.html", [one, two]));
        Assert.Equal("2026-03-04T00:00:00Z", feed.Element(atom + "updated")!.Value);
        Assert.Equal(["Second", "First <&>"], feed.Elements(atom + "entry")
            .Select(e => e.Element(atom + "title")!.Value));
        string[] ids = [.. feed.DescendantsAndSelf().Elements(atom + "id").Select(id => id.Value)];
        Assert.Equal(3, ids.Distinct().Count());
        Assert.All(ids, id =>
            Assert.Matches("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", id));
        Assert.NotEmpty(feed.Element(atom + "author")!.Element(atom + "name")!.Value);
        XElement alone = XElement.Parse(AtomFeed.Write("Title", "Subtitle", "index.html", [one]));
        Assert.Equal(feed.Elements(atom + "entry").Last().Element(atom + "id")!.Value,
            alone.Element(atom + "entry")!.Element(atom + "id")!.Value);
        Assert.Throws<ArgumentException>(() => AtomFeed.Write("Title", "Subtitle", "index.html", []));
    }
}
