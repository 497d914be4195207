namespace Azygos.Clinic.Lesions;

/// <summary>A kind of lesion: its word, what a person says about one, and how it is made.</summary>
/// <param name="Word">Word in files.</param>
/// <param name="Meaning">One line for people.</param>
/// <param name="Keys">What is said about one.</param>
/// <param name="Make">Makes one of values that fit the keys.</param>
/// <source choice="one line of the catalogue a kind"/>
public sealed record LesionKind(
    string Word, string Meaning, IReadOnlyList<LesionKey> Keys, Func<LesionValues, Lesion> Make)
{
    /// <summary>What is wrong with values that each fit their key: key, and why.</summary>
    public Func<LesionValues, IEnumerable<(string Key, string Reason)>> Check { get; init; } = _ => [];
}

/// <summary>The catalogue of lesions.</summary>
/// <source choice="the kinds that clinicians name; one line a kind"/>
public static class LesionKinds
{
    /// <summary>All kinds.</summary>
    public static IReadOnlyList<LesionKind> All { get; } =
    [
        Stenosis.Kind,
        Hypoplasia.Kind,
        Membrane.Kind,
        Septum.Kind,
        Flap.Kind,
        ValveDefect.Kind,
        Compression.Kind,
        Agenesis.Kind,
        Occlusion.Kind,
        Thrombus.Kind,
    ];
}
