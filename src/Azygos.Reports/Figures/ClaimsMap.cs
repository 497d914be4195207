using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Rows;
using Azygos.Evidence.Claims.Rules;
using Azygos.Reports.Markup;

namespace Azygos.Reports.Figures;

/// <summary>The claims with their verdicts, and every row that speaks for or against one of them.</summary>
internal sealed class ClaimsMap(IReadOnlyList<ClaimResult> claims, IReadOnlyList<VoteRow> votes) : Figure
{
    private const double LineHeight = 62, Top = 58, NameWidth = 300, VerdictWidth = 190, Side = 225, Mark = 11;

    private static readonly (string Direction, string Heading)[] Columns =
        [("against", "against"), ("neutral", "neither"), ("for", "for")];

    /// <inheritdoc/>
    public override string Id => "claims-map";

    /// <inheritdoc/>
    public override string Title => $"Claims, verdicts and the rows behind them. {CuratedBase.Title}";

    /// <inheritdoc/>
    public override string Words => string.Join(" ", claims.Select(claim =>
        $"{claim.Claim.Id}: {VerdictWords.OnScreen(claim.Finding.Judgement.Verdict)}; "
        + $"{Of(claim, "for").Count()} rows for, {Of(claim, "against").Count()} against, "
        + $"{Of(claim, "neutral").Count()} neither."));

    /// <inheritdoc/>
    public override double Width => NameWidth + VerdictWidth + 3 * Side + 20;

    /// <inheritdoc/>
    public override double Height => Top + claims.Count * LineHeight + 30;

    private static double ColumnLeft(int column) => NameWidth + VerdictWidth + 14 + column * Side;

    /// <inheritdoc/>
    protected override void Draw(HtmlWriter page)
    {
        page.Label("head", 6, Top - 14, "Claim");
        page.Label("head", NameWidth, Top - 14, "Verdict");
        for (int i = 0; i < Columns.Length; i++)
            page.Label("head", ColumnLeft(i), Top - 14, "Rows " + Columns[i].Heading);
        page.Stroke("rule", 0, Top - 6, Width, Top - 6);
        for (int i = 0; i < claims.Count; i++) Line(page, claims[i], Top + i * LineHeight);
        double y = Height - 12;
        page.Dot("neutral", 12, y - 4, 4.5);
        page.Label("small", 22, y, "counted by a rule");
        page.Dot("neutral uncounted", 132, y - 4, 4.5);
        page.Label("small", 142, y,
            "shown only: review, opinion, press, post hoc, second-hand, not seen, or another endpoint");
    }

    private void Line(HtmlWriter page, ClaimResult claim, double top)
    {
        using (page.In("g", ("data-row", claim.Claim.Id)))
        {
            page.Label("group", 6, top + 20, claim.Claim.Id);
            string[] words = Wording.Wrap(claim.Claim.Statement, 46);
            for (int i = 0; i < Math.Min(2, words.Length); i++)
                page.Label("small", 6, top + 35 + 13 * i, words[i]);
            Judgement judged = claim.Finding.Judgement;
            string[] verdict = Wording.Wrap(VerdictWords.OnScreen(judged.Verdict), 24);
            page.Box("chip", NameWidth - 6, top + 8, VerdictWidth - 14, 12 + 15 * verdict.Length);
            for (int i = 0; i < verdict.Length; i++)
                page.Label("pooled-text", NameWidth + 4, top + 25 + 15 * i, verdict[i]);
            page.Label("small", NameWidth - 4, top + 34 + 15 * verdict.Length, $"rule {judged.Rule}");
            for (int i = 0; i < Columns.Length; i++) Rows(page, claim, Columns[i].Direction, ColumnLeft(i), top);
        }
        page.Stroke("thin", 0, top + LineHeight - 4, Width, top + LineHeight - 4);
        page.Line();
    }

    private void Rows(HtmlWriter page, ClaimResult claim, string direction, double left, double top)
    {
        VoteRow[] rows = [.. Of(claim, direction).OrderByDescending(IsCounted)
            .ThenBy(v => v.Id, StringComparer.Ordinal)];
        const int InALine = 15;
        for (int i = 0; i < rows.Length; i++)
        {
            using (page.In("g"))
            {
                page.Element("title", $"{rows[i].Id}: {rows[i].Study}, {rows[i].SubClaim.Replace('_', ' ')}");
                page.Dot(IsCounted(rows[i]) ? direction : direction + " uncounted",
                    left + 6 + i % InALine * (Mark + 2), top + 17 + i / InALine * (Mark + 2), Mark / 2 - 0.8);
            }
        }
        page.Label("small", left, top + 52, $"{rows.Count(IsCounted)} counted, {rows.Length} in all");
    }

    private IEnumerable<VoteRow> Of(ClaimResult claim, string direction) =>
        votes.Where(vote => vote.Claim == claim.Claim.Id && vote.Direction == direction);

    /// <summary>Rules count rows that may enter and were seen in primary text.</summary>
    private static bool IsCounted(VoteRow vote) => vote is { Counts: true, Status: RowStatus.Verified };
}
