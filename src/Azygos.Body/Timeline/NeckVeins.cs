using Azygos.Body.Model;

namespace Azygos.Body.Timeline;

/// <summary>The veins that hands and collars press, by the names that models give them.</summary>
internal static class NeckVeins
{
    public static readonly IReadOnlyList<string> Sides = ["right", "left", "both"];

    public static readonly IReadOnlyList<string> Levels = ["j1", "j2", "j3"];

    /// <summary>Segments of the internal jugular veins.</summary>
    public static IEnumerable<string> Jugular(string side, string level) =>
        (side == "both" ? ["right", "left"] : new[] { side }).Select(one => $"ijv_{one}_{level}");

    /// <summary>What a collar shuts.</summary>
    public static IReadOnlyList<string> AllRound { get; } =
    [
        "ijv_right_j2", "ijv_left_j2", "external_jugular_right", "external_jugular_left", "deep_cervical_right",
        "deep_cervical_left",
    ];
}

/// <summary>Whether a vessel can be pressed from outside.</summary>
internal static class PressedVessel
{
    public static IEnumerable<EventFault> Faults(BodyModel model, string vessel, string key, string value)
    {
        VesselRow? row = model.Vessels.FirstOrDefault(v => v.Id == vessel);
        string? reason = row is null ? $"presses on '{vessel}', which is not a vessel of {model.Id} at this detail"
            : row.Space is Space.Skull or Space.Canal || row.Region is "skull" or "spine" ? $"presses on '{vessel}', which lies inside bone"
            : model.Walls.Any(w => w.Id == row.Wall && w.Law == "rigid") ? $"presses on '{vessel}', which is rigid"
            : null;
        if (reason is not null) yield return BodyEvent.Fault(key, value, reason);
    }
}
