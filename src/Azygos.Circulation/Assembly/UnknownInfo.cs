namespace Azygos.Circulation.Assembly;

/// <summary>What an unknown is: sets the scale in which its error is judged.</summary>
public enum UnknownKind
{
    /// <summary>A node pressure [Pa].</summary>
    Pressure,

    /// <summary>The pressure to which viscoelastic walls have yielded at a node [Pa].</summary>
    Elastic,

    /// <summary>A flow with inertia [m³/s].</summary>
    Flow,

    /// <summary>The opening of a valve [1]: it follows the beat.</summary>
    Opening,

    /// <summary>A slow dimensionless signal, such as autoregulation.</summary>
    Signal,
}

/// <summary>One unknown of the network.</summary>
/// <param name="Name">Node or element.</param>
/// <param name="Kind">What it is.</param>
/// <param name="EliminationClass">0 states, 1 nodes with their elastic pressures, 2 the border: fluid compartments, and
/// states that touch many nodes.</param>
/// <param name="Initial">Value before the first step.</param>
internal readonly record struct UnknownInfo(string Name, UnknownKind Kind, int EliminationClass, double Initial);
