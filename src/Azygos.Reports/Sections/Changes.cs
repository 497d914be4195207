using Azygos.Body.Results;
using Azygos.Reports.Markup;

namespace Azygos.Reports.Sections;

/// <summary>What the case changed in the body, and what stands on either side of each place.</summary>
internal static class Changes
{
    /// <summary>Writes the section.</summary>
    public static void Write(HtmlWriter page, SimulationResult result)
    {
        page.Sentences("p", """
            Lesions and variants that the case put into the model; the drawing above carries the same numbers. A drop is
            the mean pressure before the place less that behind it, without the column of blood between them. **It is a
            simulation: nobody has these lesions, and nothing here is a diagnosis or advice.**
            """);
        (MarkResult Mark, int Number)[] rows = [.. result.Marks.Select((mark, i) => (mark, i + 1))];
        page.Table("Changed places", ["No.", "What", "#Flow, mL/min", "#Before, mmHg", "#Behind, mmHg", "#Drop, mmHg"],
            rows, (row, column) =>
        {
            MarkResult mark = row.Mark;
            switch (column)
            {
                case 0:
                    page.Text(Numerals.Fixed(row.Number, 0));
                    break;
                case 1:
                    page.Text(mark.Mark.Text).Element("span", mark.Mark.Kind, ("class", "note"));
                    break;
                case 2:
                    page.Text(Mean(mark.Flow, 0));
                    break;
                case 3:
                    page.Text(Mean(mark.Before, 2));
                    break;
                case 4:
                    page.Text(Mean(mark.Behind, 2));
                    break;
                default:
                    page.Text(mark.Drop is { } drop ? Numerals.Fixed(drop, 2) : Numerals.None);
                    break;
            }
        }, cards: false);
    }

    private static string Mean(Summary? summary, int decimals) =>
        summary is { } some ? Numerals.Fixed(some.Mean, decimals) : Numerals.None;
}
