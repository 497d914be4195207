using Azygos.Files.Sheets;
using Azygos.Studies.Bodies;
using static Azygos.Files.Sheets.Layout;

namespace Azygos.Files.Studies;

/// <summary>Lays out how wrong a surrogate is.</summary>
/// <source choice="whoever reads a number of a surrogate reads its error"/>
public static class SurrogateSheet
{
    /// <summary>The sheet.</summary>
    /// <param name="surrogate">The surrogate.</param>
    public static ResultSheet Of(Surrogate surrogate)
    {
        ArgumentNullException.ThrowIfNull(surrogate);
        return new("azygos-surrogate/1", "A surrogate for what a body shows: one quadratic a quantity, ridge", [
            Facts("surrogate", "Fitted to:", ("people", "people who were solved", surrogate.Error.People),
                ("stopped", "people whose body had no state", surrogate.Error.Stopped),
                ("model_hash", "hash of the average man's body", surrogate.Hash)),
            Error(surrogate), Calls(surrogate),
        ]);
    }

    /// <summary>The error of every quantity, and of calls.</summary>
    internal static SheetPart Error(Surrogate surrogate) => Table("surrogate_error",
        $"Error of the surrogate on people left out ({surrogate.Error.People} in ten folds); two criteria or more alike in "
            + FormattableString.Invariant($"{100 * surrogate.Error.LabelledAlike:0.#} %:"),
        ["quantity", "unit", "error|root mean square error", "spread|spread over people", "explained|variance explained"],
        surrogate.Error.Quantities.Select(one => (IReadOnlyList<SheetValue>)
            [one.Key, one.Unit, one.Error, one.Spread, one.Explained]));

    private static SheetTable Calls(Surrogate surrogate) => Table("calls", "Calls like the solver's, share of people left out:",
        ["criterion", "alike"], [
            .. surrogate.Error.CalledAlike.Select((share, k) => (IReadOnlyList<SheetValue>)[$"criterion {k + 1}", share]),
            ["two or more", surrogate.Error.LabelledAlike],
        ]);
}
