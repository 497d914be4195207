namespace Azygos.Evidence.Claims.Rules;

/// <summary>The nearest value of one number, the others held, at which the verdict changes.</summary>
/// <param name="Input">Name of the number.</param>
/// <param name="From">Its value now.</param>
/// <param name="To">The value, or the bound next to it, at which the verdict is another.</param>
/// <param name="Side">-1: just below the bound; 0: at it; 1: just above it.</param>
/// <param name="Verdict">The verdict there.</param>
/// <param name="Rule">The rule that gives it.</param>
/// <source choice="one number at a time: a reader sees how far each is from deciding; joint changes are not searched"/>
public sealed record TippingPoint(string Input, double From, double To, int Side, Verdict Verdict, string Rule)
{
    private const int FarthestCount = 10;        // chosen: a verdict ten studies away is not near a tipping point

    private const double NextTo = 1e-9;          // chosen: a step off a bound, far below the digits that data carry

    /// <summary>All tipping points of a judgement, one a number at most.</summary>
    public static IReadOnlyList<TippingPoint> Of(RuleTable table, string kind, Judgement judged)
    {
        List<TippingPoint> points = [];
        foreach ((string key, double? value) in judged.Inputs.Values)
        {
            if (value is not { } now) continue;
            foreach ((double bound, int side) in Candidates(table, kind, key, now))
            {
                Judgement there = table.Judge(kind, judged.Inputs.With(key, bound + side * NextTo));
                if (there.Verdict == judged.Verdict) continue;
                points.Add(new TippingPoint(key, now, bound, side, there.Verdict, there.Rule));
                break;
            }
        }
        return points;
    }

    /// <summary>The change in words.</summary>
    public override string ToString()
    {
        string where = Side switch { < 0 => "just below ", > 0 => "just above ", _ => "" };
        return $"{RuleInputs.Kind(Input).Words} {RuleInputs.Print(From)} → {where}{RuleInputs.Print(To)}: "
            + $"{VerdictWords.OnScreen(Verdict)} ({Rule})";
    }

    private static IEnumerable<(double Bound, int Side)> Candidates(
        RuleTable table, string kind, string key, double now)
    {
        if (RuleInputs.Kind(key).IsCount)
            return Enumerable.Range(1, FarthestCount).SelectMany(step => (double[])[now + step, now - step])
                .Where(count => count >= 0).Select(count => (count, 0));
        return table.Rules.Where(rule => rule.Kind == kind && rule.Condition is not null)
            .SelectMany(rule => rule.Condition!.Comparisons)
            .Where(one => one.Left is Term.Input left && left.Key == key && one.Right is Term.Number)
            .Select(one => ((Term.Number)one.Right).Constant).Distinct()
            .OrderBy(bound => Math.Abs(bound - now))
            .SelectMany(bound => now < bound ? ((double, int)[])[(bound, -1), (bound, 0), (bound, 1)]
                : [(bound, 1), (bound, 0), (bound, -1)]);
    }
}
