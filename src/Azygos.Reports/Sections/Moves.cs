using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Reports.Markup;

namespace Azygos.Reports.Sections;

/// <summary>How far the assumed dimensions of collateral veins move a number, in words.</summary>
internal static class Moves
{
    /// <summary>The middle 95 % of the samples, as distances from the model as it stands, such as "−12 to
    /// +30".</summary>
    public static string Range(UncertaintyRow row)
    {
        double low = row.Low95 - row.Nominal, high = row.High95 - row.Nominal;
        double size = Math.Max(Math.Abs(low), Math.Abs(high));
        if (size < LeastShown) return $"by less than {Numerals.AsGiven(LeastShown)}";
        int decimals = size >= 9.95 ? 0 : size >= 0.995 ? 1 : 2;
        return $"{Signed(low, decimals)} to {Signed(high, decimals)}";
    }

    // Chosen: below the second decimal no unit of the tables means anything.
    private const double LeastShown = 0.01;

    /// <summary>What the moves mean, or why there are none; one paragraph.</summary>
    public static void Explain(HtmlWriter page, SimulationResult result, CollateralBands bands)
    {
        if (bands.First is not { } row)
        {
            page.Element("p", "How far assumed dimensions of collateral veins move these numbers is not stated for "
                + $"this run: {string.Join("; ", bands.Objections)}.", ("class", "note"));
            return;
        }
        string failed = row.Failed == 0 ? "" : $", {Numerals.Count(row.Failed)} more had none";
        page.Sentences("p", $"**“Assumed collaterals”** says how far the assumed dimensions of collateral veins move a "
            + $"number: {Groups(result.Model)}nothing refitted. Given is the middle 95 % of "
            + $"{Numerals.Count(row.Samples)} samples of the mean-flow state (seed {Numerals.Count(row.Seed)}, detail "
            + $"{row.Detail}{failed}), as a distance from the model as it stands. It is no confidence interval: other "
            + "assumptions, and differences between people, come on top.", "note");
    }

    private static string Groups(BodyModel model)
    {
        if (model.Collaterals.Count == 0) return "";
        double low = model.Collaterals.Min(c => c.Low), high = model.Collaterals.Max(c => c.High);
        return $"the radii of {Numerals.Count(model.Collaterals.Count)} groups of veins are drawn between "
            + $"{Numerals.AsGiven(low)} and {Numerals.AsGiven(high)} times what the model has, each group by itself, ";
    }

    private static string Signed(double value, int decimals)
    {
        string text = Numerals.Fixed(value, decimals);
        return value > 0 && text.Any(c => c is >= '1' and <= '9') ? "+" + text : text;
    }
}
