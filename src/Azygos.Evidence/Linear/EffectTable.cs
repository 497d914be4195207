namespace Azygos.Evidence.Linear;

/// <summary>What a pooled analysis starts from: one effect and one sampling variance a study.</summary>
/// <remarks>All faults are collected: every effect finite, every variance finite and above 0.</remarks>
/// <source choice="a variance of exactly 0 would be an infinite weight; it is refused, never replaced"/>
public sealed class EffectTable
{
    private readonly double[] _effects;
    private readonly double[] _variances;

    private EffectTable(double[] effects, double[] variances) => (_effects, _variances) = (effects, variances);

    /// <summary>Number of studies, k.</summary>
    public int Count => _effects.Length;

    /// <summary>y, on the analysis scale (logarithms for ratios); shape [studies].</summary>
    public ReadOnlySpan<double> Effects => _effects;

    /// <summary>v &gt; 0, the square of y's standard error; shape [studies].</summary>
    public ReadOnlySpan<double> Variances => _variances;

    /// <summary>Builds the table or says everything that is wrong with it.</summary>
    public static Outcome<EffectTable> From(ReadOnlySpan<double> effects, ReadOnlySpan<double> variances)
    {
        if (effects.Length != variances.Length)
            return new NoAnswer(Refusal.BadValue,
                $"{effects.Length} effects but {variances.Length} variances: one variance a study is needed.");
        if (effects.Length == 0) return new NoAnswer(Refusal.NoStudies, "No study is left to analyse.");
        List<string> faults = [];
        bool badValue = false;
        for (int i = 0; i < effects.Length; i++)
        {
            if (!double.IsFinite(effects[i]))
            {
                faults.Add($"study {i + 1}: effect {effects[i]} is not a finite number");
                badValue = true;
            }
            if (!double.IsFinite(variances[i]) || variances[i] <= 0)
                faults.Add($"study {i + 1}: sampling variance {variances[i]} must be finite and above 0");
        }
        if (faults.Count > 0)
            return new NoAnswer(badValue ? Refusal.BadValue : Refusal.BadVariance, string.Join("; ", faults) + ".");
        return new EffectTable(effects.ToArray(), variances.ToArray());
    }

    /// <summary>The studies for which <paramref name="keep"/> is true, in order.</summary>
    public Outcome<EffectTable> Where(ReadOnlySpan<bool> keep)
    {
        List<double> y = [], v = [];
        for (int i = 0; i < Count; i++)
        {
            if (!keep[i]) continue;
            y.Add(_effects[i]);
            v.Add(_variances[i]);
        }
        return From(y.ToArray(), v.ToArray());
    }

    /// <summary>All studies but one.</summary>
    public Outcome<EffectTable> Without(int study)
    {
        bool[] keep = new bool[Count];
        keep.AsSpan().Fill(true);
        keep[study] = false;
        return Where(keep);
    }
}
