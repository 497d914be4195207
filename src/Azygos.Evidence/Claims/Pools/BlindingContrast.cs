using Azygos.Evidence.Claims.Rows;
using Azygos.Evidence.Linear;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Claims.Pools;

/// <summary>A ratio of odds ratios: blinded studies against the rest.</summary>
/// <param name="Ratio">exp of the slope.</param>
/// <param name="Lower">Lower limit, 95 %.</param>
/// <param name="Upper">Upper limit, 95 %.</param>
/// <param name="P">Two-sided p.</param>
/// <param name="Tau2">Residual τ².</param>
public sealed record ContrastEstimate(double Ratio, double Lower, double Upper, double P, double Tau2);

/// <summary>Do blinded studies find less? Blinded against the rest, with the bound over codings of the silent
/// ones.</summary>
/// <remarks>
/// REML meta-regression on one column, Knapp-Hartung with floor, t with k − 2 degrees of freedom. The rest are studies
/// not blinded and studies whose text is silent; they are never called unblinded. Each silent study may in truth be
/// either:
/// all 2^m codings are fitted, those that empty a group left out.
/// </remarks>
/// <source choice="verdict rules 1.0 §2.9; a display, no rule uses it"/>
public sealed record BlindingContrast
{
    private const int MostSilent = 16;     // chosen: 65,536 fits take about a second

    /// <summary>Studies counted as blinded.</summary>
    public required int Blinded { get; init; }

    /// <summary>The others.</summary>
    public required int Rest { get; init; }

    /// <summary>Of them silent.</summary>
    public required int Silent { get; init; }

    /// <summary>The contrast as coded.</summary>
    public required ContrastEstimate Coded { get; init; }

    /// <summary>With the study whose blinding is disputed among the rest; null where there is none.</summary>
    public required ContrastEstimate? DisputedAsRest { get; init; }

    /// <summary>Codings fitted.</summary>
    public required int Codings { get; init; }

    /// <summary>Codings left out because a group was empty.</summary>
    public required int Skipped { get; init; }

    /// <summary>Least ratio over codings.</summary>
    public required double LeastRatio { get; init; }

    /// <summary>Largest ratio over codings.</summary>
    public required double LargestRatio { get; init; }

    /// <summary>Codings with p below 0.05.</summary>
    public required int Significant { get; init; }

    /// <summary>The contrast of a pool, or why there is none.</summary>
    /// <param name="pool">The pooled estimate.</param>
    /// <param name="studies">Its studies, by identifier.</param>
    public static Outcome<BlindingContrast> Of(PoolEstimate pool, IReadOnlyDictionary<string, StudyRow> studies)
    {
        StudyRow[] rows = [.. pool.Studies.Select(study => studies[study.Label])];
        bool[] coded = [.. rows.Select(row => row.Blinding == Blinding.Blinded)];
        int[] silent = [.. rows.Index().Where(row => row.Item.Blinding == Blinding.NotStated).Select(row => row.Index)];
        if (silent.Length > MostSilent)
            return new NoAnswer(Refusal.NotApplicable,
                $"{silent.Length} silent studies have too many codings to fit them all.");
        Outcome<ContrastEstimate> main = Fit(pool.Table, coded);
        if (main.Refused is { } none) return none;
        bool[] without = [.. rows.Select((row, i) => coded[i] && !row.BlindingDisputed)];
        Outcome<ContrastEstimate>? asRest = without.SequenceEqual(coded)
            ? (Outcome<ContrastEstimate>?)null : Fit(pool.Table, without);
        int fitted = 0, skipped = 0, significant = 0;
        double least = double.PositiveInfinity, largest = 0;
        for (int coding = 0; coding < 1 << silent.Length; coding++)
        {
            bool[] one = [.. coded];
            for (int bit = 0; bit < silent.Length; bit++) one[silent[bit]] = (coding >> bit & 1) == 1;
            if (!Fit(pool.Table, one).TryGet(out ContrastEstimate? fit))
            {
                skipped++;
                continue;
            }
            fitted++;
            (least, largest) = (Math.Min(least, fit.Ratio), Math.Max(largest, fit.Ratio));
            significant += fit.P < 0.05 ? 1 : 0;
        }
        return new BlindingContrast
        {
            Blinded = coded.Count(blinded => blinded),
            Rest = coded.Count(blinded => !blinded),
            Silent = silent.Length,
            Coded = main.Value,
            DisputedAsRest = asRest is { HasValue: true } known ? known.Value : null,
            Codings = fitted,
            Skipped = skipped,
            LeastRatio = least,
            LargestRatio = largest,
            Significant = significant,
        };
    }

    private static Outcome<ContrastEstimate> Fit(EffectTable table, bool[] blinded)
    {
        if (blinded.All(one => one) || !blinded.Any(one => one))
            return new NoAnswer(Refusal.NotEstimable, "Blinded studies and others are both needed for a contrast.");
        DesignMatrix design = DesignMatrix.WithIntercept(
            table.Count, [("blinded", [.. blinded.Select(one => one ? 1.0 : 0.0)])]);
        return RandomEffects.Fit(table, design, PoolEstimate.Options).Then<ContrastEstimate>(static fit =>
        {
            Coefficient slope = fit.Coefficients[1];
            return new ContrastEstimate(
                Math.Exp(slope.Estimate), Math.Exp(slope.Lower), Math.Exp(slope.Upper), slope.PValue, fit.Tau2);
        });
    }
}
