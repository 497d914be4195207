using Azygos.Body.Model;

namespace Azygos.Clinic.Variants;

/// <summary>A normal variant of the anatomy: one of a few words, and what each makes of a body.</summary>
/// <param name="Key">Key in files.</param>
/// <param name="Words">What it may be.</param>
/// <param name="Meaning">One line for people.</param>
/// <param name="On">The body with the variant; the body itself where it has it already.</param>
/// <source choice="one line of the catalogue a variant"/>
public sealed record Variant(
    string Key, IReadOnlyList<string> Words, string Meaning, Func<BodyModel, string, BodyModel> On);

/// <summary>The catalogue of variants.</summary>
/// <source choice="the variants of the outflow that studies name"/>
public static class Variants
{
    /// <summary>All variants.</summary>
    public static IReadOnlyList<Variant> All { get; } =
        [Dominance.Variant, TransverseSinus.Left, TransverseSinus.Right];
}
