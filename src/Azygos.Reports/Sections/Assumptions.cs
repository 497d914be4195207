using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Reports.Markup;

namespace Azygos.Reports.Sections;

/// <summary>What the model takes for granted: rows by basis, the assumed numbers, the knobs that were turned.</summary>
internal static class Assumptions
{
    /// <summary>Writes the section.</summary>
    public static void Write(HtmlWriter page, SimulationResult result)
    {
        BodyModel model = result.Model;
        (string Table, Provenance[] Rows)[] tables = [.. Tables(model).Where(t => t.Rows.Length > 0)];
        int total = tables.Sum(t => t.Rows.Length);
        int weak = tables.Sum(t => t.Rows.Count(r => r.Basis >= Basis.Recalled));
        page.Sentences("p", $"""
            Of the model’s {Numerals.Count(total)} rows of numbers, **{Numerals.Count(weak)} are recalled or assumed**:
            not read in a source. A row takes the basis of its least certain number. A computed value is no better than
            the numbers it hangs on.
            """);
        Counts(page, tables, total);
        Parameters(page, model);
        AssumedRows(page, model);
        Collaterals(page, model);
        Calibration(page, model);
    }

    private static IEnumerable<(string Table, Provenance[] Rows)> Tables(BodyModel model)
    {
        yield return ("Scalar parameters", [.. model.Parameters.Values.Select(p => p.Provenance)]);
        yield return ("Node coordinates", [.. model.Nodes.Select(n => n.Provenance)]);
        yield return ("Vessel walls", [.. model.Walls.Select(w => w.Provenance)]);
        yield return ("Vessels", [.. model.Vessels.Select(v => v.Provenance)]);
        yield return ("Tissue beds", [.. model.Beds.Select(b => b.Provenance)]);
        yield return ("Cerebral beds and their drains", [.. model.CerebralBeds.Select(b => b.Provenance),
            .. model.CerebralDrains.Select(d => d.Provenance)]);
        yield return ("Bridging veins", [.. model.BridgingVeins.Select(b => b.Provenance)]);
        yield return ("Heart, valves and lungs", [.. model.Chambers.Select(c => c.Provenance),
            .. model.Valves.Select(v => v.Provenance), .. model.Compartments.Select(c => c.Provenance)]);
    }

    private static void Counts(HtmlWriter page, (string Table, Provenance[] Rows)[] tables, int total)
    {
        string[] columns = ["Table", .. Citations.Bases.Select(b => "#" + b.Word), "#all"];
        page.Table("Rows by basis", columns, tables.Append(("All", [.. tables.SelectMany(t => t.Rows)])),
            (table, column) =>
        {
            if (column == 0) page.Text(table.Item1);
            else if (column == columns.Length - 1) page.Text(Numerals.Count(table.Item2.Length));
            else page.Text(table.Item2.Count(r => r.Basis == Citations.Bases[column - 1].Basis) is var n && n == 0
                ? "·" : Numerals.Count(n));
        }, "counts", cards: false);
        using (page.In("dl", ("class", "bases")))
            foreach ((Basis basis, _, string meaning) in Citations.Bases)
            {
                int count = tables.Sum(t => t.Rows.Count(r => r.Basis == basis));
                using (page.In("div"))
                {
                    using (page.In("dt")) page.Tag(basis);
                    page.Element("dd", $"{meaning} ({Numerals.Percent((double)count / Math.Max(1, total))})");
                }
            }
    }

    private static void Parameters(HtmlWriter page, BodyModel model)
    {
        ScalarParameter[] rows = [.. model.Parameters.Values.Where(p => p.Provenance.Basis >= Basis.Recalled)
            .OrderByDescending(p => p.Provenance.Basis).ThenBy(p => p.Path, StringComparer.Ordinal)];
        if (rows.Length == 0) return;
        using (page.In("details", ("class", "more"), ("open", "open")))
        {
            page.Element("summary", $"Assumed or recalled parameters ({rows.Length}); each acts on the whole body");
            page.Table("Assumed and recalled parameters", ["Parameter", "#Value", "Meaning", "Basis"], rows,
                (row, column) =>
            {
                switch (column)
                {
                    case 0: page.Element("code", row.Path); break;
                    case 1:
                        page.Text(Numerals.AsGiven(row.Value) + " ")
                        .Element("span", row.Unit, ("class", "unit"));
                        break;
                    case 2: page.Text(row.Meaning).Element("span", row.Provenance.Note, ("class", "note")); break;
                    default: page.Tag(row.Provenance.Basis); break;
                }
            });
        }
    }

    private static void AssumedRows(HtmlWriter page, BodyModel model)
    {
        var rows = model.Vessels.Where(v => v.Provenance.Basis >= Basis.Recalled && v.Kind != "artery")
            .Select(v => ("vessel", v.Name, v.Provenance))
            .Concat(model.Walls.Where(w => w.Provenance.Basis >= Basis.Recalled)
                .Select(w => ("wall", w.Id, w.Provenance)))
            .Concat(model.BridgingVeins.Where(b => b.Provenance.Basis >= Basis.Recalled)
                .Select(b => ("bridging vein", b.Name, b.Provenance)))
            .GroupBy(r => (r.Item1, r.Provenance.Basis, r.Provenance.Note)).ToArray();
        if (rows.Length == 0) return;
        using (page.In("details", ("class", "more")))
        {
            page.Element("summary", $"Assumed and recalled veins, sinuses and walls ({rows.Sum(g => g.Count())} rows)");
            page.Table("Assumed and recalled veins, sinuses and walls", ["Rows", "What is assumed", "Basis"], rows,
                (group, column) =>
            {
                switch (column)
                {
                    case 0:
                        page.Text(string.Join(", ", group.Select(r => r.Item2)))
                        .Element("span", group.Key.Item1, ("class", "note"));
                        break;
                    case 1: page.Text(group.Key.Note); break;
                    default: page.Tag(group.Key.Basis); break;
                }
            });
        }
    }

    private static void Collaterals(HtmlWriter page, BodyModel model)
    {
        if (model.Collaterals.Count == 0) return;
        using (page.In("details", ("class", "more")))
        {
            page.Element("summary", $"Groups of collateral veins whose radii are drawn for the bands "
                + $"({model.Collaterals.Count})");
            page.Table("Collateral veins with assumed dimensions", ["Group", "#Radius times", "Basis"],
                model.Collaterals, (row, column) =>
            {
                switch (column)
                {
                    case 0:
                        page.Text(row.Name).Element("span", row.Provenance.Note, ("class", "note"));
                        break;
                    case 1: page.Text($"{Numerals.AsGiven(row.Low)} to {Numerals.AsGiven(row.High)}"); break;
                    default: page.Tag(row.Provenance.Basis); break;
                }
            });
        }
    }

    private static void Calibration(HtmlWriter page, BodyModel model)
    {
        if (model.Calibration.Count == 0) return;
        page.Element("h3", "Calibration knobs");
        page.Element("p", "Fitted: turned until the datum was met. Set: taken from the datum. Selected: chosen among "
            + "variants after seeing data. Kept: left at its source value.", ("class", "note"));
        page.Table("Knobs and the datum behind each", ["Knob", "Value", "Datum", "What came out", "Kind", "Basis"],
            model.Calibration, (row, column) =>
        {
            switch (column)
            {
                case 0: page.Element("code", row.Knob).Element("span", row.AppliesTo, ("class", "note")); break;
                case 1: page.Text(row.Settled); break;
                case 2: page.Text(row.Reason); break;
                case 3: page.Text(row.Achieved); break;
                case 4: page.Text(row.Kind); break;
                default:
                    page.Tag(row.Provenance.Basis);
                    if (row.Provenance.Source.Length > 0)
                        using (page.In("span", ("class", "note")))
                            page.Cite(model, row.Provenance);
                    break;
            }
        });
    }
}
