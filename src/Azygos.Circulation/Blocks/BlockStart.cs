namespace Azygos.Circulation.Blocks;

/// <summary>How a block model begins.</summary>
internal enum BlockStart
{
    /// <summary>From the values given, with the boundary values over time.</summary>
    Given,

    /// <summary>Boundary values at their means at all times: the network whose steady state a run starts from.</summary>
    Means,

    /// <summary>Boundary values at their means for <see cref="BlockCircuit.WarmUp"/> periods while chambers beat, then
    /// over time from 0.</summary>
    WarmUp,
}
