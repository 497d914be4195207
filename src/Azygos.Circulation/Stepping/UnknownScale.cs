using Azygos.Circulation.Assembly;

namespace Azygos.Circulation.Stepping;

/// <summary>By what the change of an unknown is measured: the largest unknown of its kind.</summary>
internal sealed class UnknownScale(UnknownInfo[] unknowns)
{
    private readonly int[][] ofKind = [.. Enum.GetValues<UnknownKind>().Select(kind =>
        Enumerable.Range(0, unknowns.Length).Where(i => unknowns[i].Kind == kind).ToArray())];

    private readonly double[] inverse = new double[unknowns.Length];

    /// <summary>1/scale of each unknown; shape [unknowns].</summary>
    public ReadOnlySpan<double> Inverse => inverse;

    /// <summary>The unknowns of a kind.</summary>
    public ReadOnlySpan<int> Of(UnknownKind kind) => ofKind[(int)kind];

    /// <summary>Size of an unknown below which it is nothing a person could measure.</summary>
    /// <source choice="100 Pa: where viscoelastic walls alone hold the fluid, a balance at rest finds a node's pressure
    /// to about 1e-7 Pa"/>
    public static double Floor(UnknownKind kind) => kind switch
    {
        UnknownKind.Pressure or UnknownKind.Elastic => 100,
        UnknownKind.Flow => 1e-9,
        _ => 1e-3,
    };

    /// <summary>Takes the scales from values.</summary>
    public void Set(ReadOnlySpan<double> values)
    {
        for (int k = 0; k < ofKind.Length; k++)
        {
            double scale = Floor((UnknownKind)k);
            foreach (int i in ofKind[k])
                if (Math.Abs(values[i]) > scale) scale = Math.Abs(values[i]);
            double perScale = 1 / scale;
            foreach (int i in ofKind[k])
                inverse[i] = perScale;
        }
    }

    /// <summary>The largest part of a change; NaN where any part is.</summary>
    public double Length(ReadOnlySpan<double> change)
    {
        double largest = 0;
        for (int i = 0; i < change.Length; i++)
            largest = Math.Max(largest, Math.Abs(change[i]) * inverse[i]);
        return largest;
    }

    /// <summary>The unknown whose part of a change is largest.</summary>
    public int Largest(ReadOnlySpan<double> change)
    {
        int at = 0;
        double largest = -1;
        for (int i = 0; i < change.Length; i++)
        {
            double size = Math.Abs(change[i]) * inverse[i];
            if (size <= largest) continue;
            largest = size;
            at = i;
        }

        return at;
    }
}
