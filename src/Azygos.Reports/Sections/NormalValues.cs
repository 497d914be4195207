using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Reports.Markup;

namespace Azygos.Reports.Sections;

/// <summary>Computed beside measured values: inside the band, or by how much not; the run's posture only.</summary>
internal static class NormalValues
{
    private static readonly (string Use, string Meaning)[] Uses =
    [
        ("checked", "not used to set the model, but looked at while it was built"),
        ("predicted", "not used to set the model"),
        ("fitted", "used to set the model, so being inside the band is no evidence for it"),
    ];

    /// <summary>Writes the section.</summary>
    public static void Write(HtmlWriter page, SimulationResult result)
    {
        ValidationOutcome[] comparable = [.. result.Validation.Where(o =>
            Postures.Matches(result.Settings, o.Target.Posture))];
        int other = result.Model.Validation.Count(row => !Postures.Matches(result.Settings, row.Posture));
        if (comparable.Length == 0)
            page.Element("p", "The model has no measured value for this posture; nothing is compared.");
        else
        {
            CollateralBands bands = CollateralBands.Of(result);
            Score(page, comparable);
            Comparison(page, result.Model, comparable, bands);
            page.Element("p", "Computed, not observed. Shaded: the band; stroke: the value measured; dot or triangle: "
                + "the value computed" + (bands.Any ? "; thin line: how far assumed collaterals move it" : "")
                + ". A band is what its row says: one standard deviation, a reference "
                + "interval, or chosen. The people measured differ from row to row, so not all bands can be met.",
                ("class", "note"));
            Moves.Explain(page, result, bands);
        }
        if (other > 0)
            page.Element("p", $"Measured values taken in another posture, not compared with this run: {other}.",
                ("class", "note"));
    }

    private static void Score(HtmlWriter page, ValidationOutcome[] outcomes)
    {
        using (page.In("ul", ("class", "score")))
            foreach ((string use, string meaning) in Uses)
            {
                ValidationOutcome[] rows = [.. outcomes.Where(o => o.Target.Use == use && o.Hit is not null)];
                if (rows.Length == 0) continue;
                using (page.In("li"))
                    page.Element("b", $"{rows.Count(o => o.Hit == true)} of {rows.Length}")
                        .Text($" {use} values inside their band").Element("span", $" ({meaning})", ("class", "note"));
            }
    }

    private static void Comparison(
        HtmlWriter page, BodyModel model, ValidationOutcome[] outcomes, CollateralBands bands)
    {
        string[] columns = ["Quantity", "#Computed", "#Measured", "Place in the band", "Verdict",
            .. bands.Any ? ["Assumed collaterals"] : Array.Empty<string>(), "Use", "Source"];
        page.Table($"Against measured values, {outcomes[0].Target.Posture}", columns,
            outcomes.OrderBy(o => (uint)Array.FindIndex(Uses, u => u.Use == o.Target.Use)),       // unknown uses last
            (outcome, column) => Cell(page, model, outcome, bands.For(outcome.Target.Id), columns[column]), "normal");
    }

    private static void Cell(
        HtmlWriter page, BodyModel model, ValidationOutcome outcome, UncertaintyRow? moves, string column)
    {
        ValidationRow target = outcome.Target;
        switch (column)
        {
            case "Quantity": page.Text(target.Label); break;
            case "#Computed":
                page.Element("b", outcome.Computed is { } value ? Numerals.Plain(value) : Numerals.None).Text(" ")
                .Element("span", target.Unit, ("class", "unit"));
                break;
            case "#Measured":
                page.Text(Numerals.AsGiven(target.Value) + " ")
                    .Element("span", $"{Numerals.AsGiven(target.Low)} to {Numerals.AsGiven(target.High)}",
                    ("class", "range"));
                page.Element("span", target.Band, ("class", "note"));
                break;
            case "Place in the band": Band(page, outcome, moves); break;
            case "Verdict":
                (string css, string words) = Verdict(outcome);
                page.Element("span", words, ("class", "verdict " + css));
                break;
            case "Assumed collaterals": page.Text(moves is null ? Numerals.None : Moves.Range(moves)); break;
            case "Use": page.Text(target.Use); break;
            default:
                using (page.In("span", ("class", "source")))
                    page.Cite(model, target.Provenance).Text(" ").Tag(target.Provenance.Basis);
                if (target.Provenance.Note.Length > 0) page.Element("span", target.Provenance.Note, ("class", "note"));
                break;
        }
    }

    /// <summary>The verdict in words, told by shape and text and not by colour alone.</summary>
    public static (string Css, string Words) Verdict(ValidationOutcome outcome) => outcome switch
    {
        { Hit: true } => ("hit", "● inside"),
        { Hit: false, Computed: { } value } when value > outcome.Target.High =>
            ("miss", $"▲ above by {Numerals.Plain(outcome.Miss)} {outcome.Target.Unit}"),
        { Hit: false, Computed: { } value } when value < outcome.Target.Low =>
            ("miss", $"▼ below by {Numerals.Plain(outcome.Miss)} {outcome.Target.Unit}"),
        _ => ("none", "○ not computed"),
    };

    // The band takes the middle half of the strip; a value far outside sits at the edge with an open end.
    private static void Band(HtmlWriter page, ValidationOutcome outcome, UncertaintyRow? moves)
    {
        ValidationRow target = outcome.Target;
        double span = target.High - target.Low;
        if (span <= 0 || !double.IsFinite(span)) return;
        double At(double value) => 4 + 112 * Math.Clamp(0.25 + 0.5 * (value - target.Low) / span, 0, 1);
        using (page.In("svg", ("viewBox", "0 0 120 16"), ("class", "band"), ("aria-hidden", "true")))
        {
            page.Empty("path", ("class", "rail"), ("d", "M4 8H116"));
            page.Empty("rect", ("class", "within"), ("x", At(target.Low)), ("y", "3"),
                ("width", At(target.High) - At(target.Low)), ("height", "10"), ("rx", "2"));
            page.Empty("path", ("class", "measured"), ("d", $"M{Numerals.Coordinate(At(target.Value))} 2V14"));
            if (outcome.Computed is not { } value || !double.IsFinite(value)) return;
            if (moves is not null)
                page.Empty("path", ("class", "moved"), ("d", $"M{Numerals.Coordinate(At(value + moves.Low95
                    - moves.Nominal))} 8H{Numerals.Coordinate(At(value + moves.High95 - moves.Nominal))}"));
            string x = Numerals.Coordinate(At(value));
            if (outcome.Hit == true)
                page.Empty("circle", ("class", "computed hit"), ("cx", x), ("cy", "8"), ("r", "4"));
            else page.Empty("path", ("class", "computed miss"),
                ("d", value > target.High ? $"M{x} 8m4 0l-8 -5v10Z" : $"M{x} 8m-4 0l8 -5v10Z"));
        }
    }
}
