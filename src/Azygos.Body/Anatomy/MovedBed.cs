namespace Azygos.Body.Anatomy;

/// <summary>A bed that core detail hangs elsewhere.</summary>
/// <param name="Bed">The bed of the full model.</param>
/// <param name="Artery">Its arterial node there.</param>
/// <param name="CoreArtery">Arterial node in the core: the nearest one upstream.</param>
/// <param name="Into">Bed of the core that it is part of; its own id where it is alone there.</param>
public sealed record MovedBed(string Bed, string Artery, string CoreArtery, string Into);
