using Azygos.Numerics;

namespace Azygos.Studies.Conflict;

/// <summary>Chains of one model at powers of its likelihood from 1 down, which exchange states: so the first reaches every
/// mode.</summary>
/// <remarks>The studies can be had by few narrowings that are found well, or by many that are found badly: two modes that a
/// single chain hardly crosses between.</remarks>
/// <source doi="10.1039/B509983H" at="Earl and Deem 2005, parallel tempering"/>
internal sealed class ConflictLadder
{
    /// <summary>Lowest power, and rungs down to it; chosen: at 0.03 there is one mode, and a third of the exchanges are
    /// taken.</summary>
    private const double Lowest = 0.03;

    private const int Rungs = 10;

    private readonly ConflictChain[] rungs;

    public ConflictLadder(ConflictModel model, AddressedNumbers random, bool isSingle) => rungs = isSingle
        ? [new ConflictChain(model, random, 1)]
        : [.. Enumerable.Range(0, Rungs).Select(r =>
            new ConflictChain(model, random, Math.Pow(Lowest, r / (Rungs - 1.0))))];

    /// <summary>Runs the ladder and hands out every so-many-th state of its first rung.</summary>
    public void Run(int tuning, int kept, int thinning, Action<ConflictState> keep)
    {
        for (int sweep = 0; sweep < tuning; sweep++) Sweep(Math.Min(0.3, 5 / Math.Sqrt(sweep + 1)));
        for (int i = 0; i < kept; i++)
        {
            for (int sweep = 0; sweep < thinning; sweep++) Sweep(0);
            keep(rungs[0].State);
        }
    }

    private void Sweep(double tune)
    {
        foreach (ConflictChain rung in rungs) rung.Sweep(tune);
        for (int r = rungs.Length - 1; r > 0; r--) rungs[r - 1].Exchange(rungs[r]);
    }
}
