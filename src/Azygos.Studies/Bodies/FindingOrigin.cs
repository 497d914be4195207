namespace Azygos.Studies.Bodies;

/// <summary>Where what a body shows comes from.</summary>
public enum FindingOrigin
{
    /// <summary>No body: the examiner is a formula.</summary>
    Formula,

    /// <summary>The mean-flow state of the person's body was solved, lying and sitting.</summary>
    Solver,

    /// <summary>A surrogate that was fitted to solved people.</summary>
    Surrogate,
}
