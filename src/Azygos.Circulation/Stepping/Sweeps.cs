using System.Runtime.CompilerServices;
using Azygos.Numerics;

namespace Azygos.Circulation.Stepping;

/// <summary>Sums over whole states, in lanes and then the remainder.</summary>
internal static class Sweeps
{
    /// <summary>sum = a + w b.</summary>
    public static void Add(Span<double> sum, ReadOnlySpan<double> a, double w, ReadOnlySpan<double> b)
    {
        int i = 0;
        for (; i <= sum.Length - Lanes.Count; i += Lanes.Count)
            Sum<Lanes>(a, w, b, i).Store(sum, i);
        for (; i < sum.Length; i++)
            Sum<Real>(a, w, b, i).Store(sum, i);
    }

    /// <summary>mix = a + w (b − a): weights that add up to 1, without their rounding.</summary>
    public static void Mix(Span<double> mix, ReadOnlySpan<double> a, double w, ReadOnlySpan<double> b)
    {
        int i = 0;
        for (; i <= mix.Length - Lanes.Count; i += Lanes.Count)
            Between<Lanes>(a, w, b, i).Store(mix, i);
        for (; i < mix.Length; i++)
            Between<Real>(a, w, b, i).Store(mix, i);
    }

    /// <summary>sum = u a + v b + w c, as long as c.</summary>
    public static void Combine(
        Span<double> sum, (double U, double V, double W) weights, ReadOnlySpan<double> a, ReadOnlySpan<double> b,
        ReadOnlySpan<double> c)
    {
        int i = 0;
        for (; i <= c.Length - Lanes.Count; i += Lanes.Count)
            Sum<Lanes>(weights, a, b, c, i).Store(sum, i);
        for (; i < c.Length; i++)
            Sum<Real>(weights, a, b, c, i).Store(sum, i);
    }

    /// <summary>x = r x + u a + v b + w c, as long as c; b = the x before.</summary>
    public static void Extrapolate(
        Span<double> x, double r, (double U, double V, double W) weights, ReadOnlySpan<double> a, Span<double> b,
        ReadOnlySpan<double> c)
    {
        int i = 0;
        for (; i <= c.Length - Lanes.Count; i += Lanes.Count)
            Shift<Lanes>(x, r, weights, a, b, c, i);
        for (; i < c.Length; i++)
            Shift<Real>(x, r, weights, a, b, c, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Sum<T>(ReadOnlySpan<double> a, double w, ReadOnlySpan<double> b, int i)
        where T : struct, IReal<T>
        => T.At(a, i) + T.From(w) * T.At(b, i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Between<T>(ReadOnlySpan<double> a, double w, ReadOnlySpan<double> b, int i)
        where T : struct, IReal<T>
        => T.At(a, i) + T.From(w) * (T.At(b, i) - T.At(a, i));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Sum<T>(
        (double U, double V, double W) weights, ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c,
        int i)
        where T : struct, IReal<T>
        => T.From(weights.U) * T.At(a, i) + T.From(weights.V) * T.At(b, i) + T.From(weights.W) * T.At(c, i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Shift<T>(
        Span<double> x, double r, (double U, double V, double W) weights, ReadOnlySpan<double> a, Span<double> b,
        ReadOnlySpan<double> c, int i)
        where T : struct, IReal<T>
    {
        T before = T.At(x, i);
        (T.From(r) * before + Sum<T>(weights, a, b, c, i)).Store(x, i);
        before.Store(b, i);
    }
}
