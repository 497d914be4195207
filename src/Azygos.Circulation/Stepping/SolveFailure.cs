namespace Azygos.Circulation.Stepping;

/// <summary>Why and where a solve failed.</summary>
/// <param name="Reason">For people.</param>
/// <param name="Place">Node or element.</param>
internal sealed record SolveFailure(string Reason, string Place);
