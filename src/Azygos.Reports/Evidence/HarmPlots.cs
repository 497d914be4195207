using Azygos.Evidence.Claims;
using Azygos.Reports.Figures;
using Azygos.Reports.Markup;
using Azygos.Reports.Scales;

namespace Azygos.Reports.Evidence;

/// <summary>Rates of harms with exact intervals, a plot for each kind of denominator: kinds are never merged.</summary>
internal static class HarmPlots
{
    /// <summary>Of what a rate is, in the words of a page.</summary>
    public static string Per(string denominatorKind) => denominatorKind switch
    {
        "procedure" => "procedures",
        "patient" => "people",
        "stent" => "stents",
        "stented_patient" => "people with a stent",
        _ => denominatorKind.Replace('_', ' '),
    };

    /// <summary>The plots, in the order in which kinds first appear.</summary>
    public static IEnumerable<Figure> Of(IReadOnlyList<HarmRate> harms) =>
        harms.GroupBy(harm => harm.Row.DenominatorKind).Select(kind => new IntervalPlot(
            $"harms-{kind.Key.Replace('_', '-')}", $"Harms in 1,000 {Per(kind.Key)}. {CuratedBase.Title}",
            $"{kind.Count()} rates, each with its exact 95 % interval.")
        {
            NameHeading = "Harm",
            NameWidth = 300,
            Before = [new("Study", 122), new("Counted", 82)],
            After = [new($"In 1,000 {Per(kind.Key)}\n(95 % interval)", 168)],
            Rows = [.. kind.Select(harm => new IntervalRow
            {
                Kind = IntervalKind.Study,
                Name = harm.Row.Event,
                Before = [harm.Row.Study, $"{harm.Row.Events}/{harm.Row.Denominator}"],
                After = [$"{Numerals.Short(10 * harm.Percent)} ({Numerals.Short(10 * harm.LowerPercent)} to "
                    + $"{Numerals.Short(10 * harm.UpperPercent)})"],
                Estimate = 10 * harm.Percent,
                Lower = 10 * harm.LowerPercent,
                Upper = 10 * harm.UpperPercent,
                Weight = 1,
            })],
            Scale = Axis.Covering(0, 10 * kind.Max(harm => harm.UpperPercent), 1, 5),
            ScaleTitle = $"In 1,000 {Per(kind.Key)}",
            PlotWidth = 260,
        });
}
