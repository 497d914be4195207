namespace Azygos.Evidence.Effects;

/// <summary>Events and non-events in two groups; after a continuity correction the cells need not be whole.</summary>
/// <param name="A">Events in the first group.</param>
/// <param name="B">Non-events in the first group.</param>
/// <param name="C">Events in the second group.</param>
/// <param name="D">Non-events in the second group.</param>
/// <source choice="cell names as in the epidemiological literature"/>
public readonly record struct TwoByTwo(double A, double B, double C, double D)
{
    /// <summary>Size of the first group, A + B.</summary>
    public double N1 => A + B;

    /// <summary>Size of the second group, C + D.</summary>
    public double N2 => C + D;

    /// <summary>All people.</summary>
    public double N => A + B + C + D;

    /// <summary>True when a cell is 0.</summary>
    public bool HasZero => A == 0 || B == 0 || C == 0 || D == 0;

    /// <summary>True when nobody, or everybody, has the event: the table says nothing about a ratio.</summary>
    public bool IsUninformative => (A == 0 && C == 0) || (B == 0 && D == 0);

    /// <summary>From events and group sizes; refuses negative cells and events above the size.</summary>
    public static Outcome<TwoByTwo> FromEvents(double events1, double size1, double events2, double size2)
        => FromCells(events1, size1 - events1, events2, size2 - events2);

    /// <summary>From four cells; refuses negative or non-finite ones.</summary>
    public static Outcome<TwoByTwo> FromCells(double a, double b, double c, double d)
    {
        foreach ((string name, double cell) in (ReadOnlySpan<(string, double)>)[("A", a), ("B", b), ("C", c), ("D", d)])
            if (!double.IsFinite(cell) || cell < 0)
                return new NoAnswer(Refusal.BadValue,
                    $"cell {name} is {cell}; a count must be finite and not negative.");
        return new TwoByTwo(a, b, c, d);
    }

    /// <summary>The table with an amount added to every cell.</summary>
    public TwoByTwo Plus(double amount) => new(A + amount, B + amount, C + amount, D + amount);
}
