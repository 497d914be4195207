using Azygos.Numerics;

namespace Azygos.Circulation.Walls;

/// <summary>∫ √(y′/α) dα for a law that has no closed form of it.</summary>
/// <remarks>
/// Gauss-Legendre with five points on pieces whose ends differ by at most a fifth. There α¹⁰, the steepest law, leaves
/// a relative error below 1e-12 (the wall specification compares with pieces half as long). Every lane has its own
/// pieces; one that has arrived adds exact zeros, so its bits do not depend on its neighbours.
/// </remarks>
/// <source choice="textbook quadrature; no table, so that every law works"/>
internal static class WaveQuadrature
{
    private const double LongestPiece = 1.2;   // ratio of the ends of a piece, chosen: see the remarks

    private static readonly double[] Node =
        [-0.9061798459386640, -0.5384693101056831, 0, 0.5384693101056831, 0.9061798459386640];

    private static readonly double[] Weight =
        [0.2369268850561891, 0.4786286704993665, 0.5688888888888889, 0.4786286704993665, 0.2369268850561891];

    public static T Integrate<TLaw, T>(TLaw law, T from, T to, T distension, T bending)
        where TLaw : struct, IWallLaw
        where T : struct, IReal<T>
    {
        T sum = T.From(0), at = from, up = T.From(LongestPiece), half = T.From(0.5);
        bool arrived = false;
        while (!arrived)
        {
            T next = T.Max(T.Min(to, at * up), at / up);
            T middle = half * (at + next), reach = half * (next - at), piece = T.From(0);
            for (int i = 0; i < Node.Length; i++)
            {
                T α = middle + T.From(Node[i]) * reach;
                piece += T.From(Weight[i]) * T.Sqrt(law.Slope(α, distension, bending) / α);
            }

            sum += piece * reach;
            // Where nothing is left, or where it is not a number: then the sum is none either, and the run says so.
            T goesOn = T.Less(T.From(0), T.Abs(next - to));
            arrived = T.All(T.Select(goesOn, T.Less(up, half), T.Less(half, up)));
            at = next;
        }

        return sum;
    }
}
