namespace Azygos.Circulation.Running;

/// <summary>Why and where a run that is driven from outside stopped.</summary>
/// <param name="Reason">For people.</param>
/// <param name="Place">Node, vessel or element.</param>
/// <source choice="error policy of this project"/>
public sealed record RunStop(string Reason, string Place);
