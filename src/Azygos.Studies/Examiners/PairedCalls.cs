using Azygos.Evidence;

namespace Azygos.Studies.Examiners;

/// <summary>How two examiners called the same people.</summary>
/// <param name="Both">Both positive.</param>
/// <param name="FirstOnly">Only the first.</param>
/// <param name="SecondOnly">Only the second.</param>
/// <param name="Neither">Neither.</param>
public readonly record struct PairedCalls(long Both, long FirstOnly, long SecondOnly, long Neither)
{
    /// <summary>People called by both.</summary>
    /// <source choice="a count"/>
    public long Count => Both + FirstOnly + SecondOnly + Neither;

    /// <summary>κ = (P_o − P_e)/(1 − P_e), agreement beyond what the two rates of positives give by chance.</summary>
    /// <source doi="10.1177/001316446002000104" at="Cohen 1960"/>
    public Outcome<double> Kappa()
    {
        double n = Count, first = Both + FirstOnly, second = Both + SecondOnly;
        double chance = (first * second + (n - first) * (n - second)) / (n * n), seen = (Both + Neither) / n;
        return n > 0 && chance < 1 ? (seen - chance) / (1 - chance)
            : new NoAnswer(Refusal.NotEstimable, "Both examiners call everybody the same: κ is 0/0.");
    }
}
