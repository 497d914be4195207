using Azygos.Evidence.Claims.Rows;

namespace Azygos.Evidence.Claims.Conflict;

/// <summary>A way to sort studies that may explain why they conflict.</summary>
/// <param name="Key">Short name.</param>
/// <param name="Words">Name for people.</param>
/// <param name="Level">The group of a study.</param>
/// <source choice="what the tables code and what the debate turned on: blinding, who examined and where, who the
/// controls were"/>
public sealed record StudyGrouping(string Key, string Words, Func<StudyRow, string> Level)
{
    /// <summary>Blinded, not blinded, or silent on it.</summary>
    public static StudyGrouping ByBlinding { get; } = new("blinding", "blinding", static row => row.Blinding switch
    {
        Blinding.Blinded => "blinded",
        Blinding.NotBlinded => "not blinded",
        _ => "not stated",
    });

    /// <summary>Country of the centre, cities left out.</summary>
    public static StudyGrouping ByCentre { get; } = new("centre", "country of the centre", static row =>
        row.Country.Split('(')[0].Trim() is { Length: > 0 } country ? country : "not seen");

    /// <summary>Italian centres, where the idea came from, and others.</summary>
    public static StudyGrouping ByItaly { get; } = new("italy", "Italian centre", static row => row.Italy switch
    {
        true => "Italy",
        false => "elsewhere",
        null => "not known",
    });

    /// <summary>Centres of the originator or of people who treat, and others.</summary>
    public static StudyGrouping ByProponent { get; } = new("proponent", "centre of the originator or of proponents",
        static row => row.ProponentGroup switch { true => "proponent", false => "other", null => "not known" });

    /// <summary>Who the controls were.</summary>
    public static StudyGrouping ByControls { get; } = new("controls", "who the controls were",
        static row => row.ControlType.Replace('_', ' '));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<StudyGrouping> All { get; } =
        [ByBlinding, ByCentre, ByItaly, ByProponent, ByControls];
}
