namespace Azygos.Numerics;

/// <summary>A root that was found.</summary>
/// <param name="Position">x, the better end of the final bracket.</param>
/// <param name="Residual">f(x).</param>
/// <param name="Evaluations">How often f was evaluated.</param>
/// <source choice="the count is given so that a test can say what a method costs"/>
public readonly record struct Root(double Position, double Residual, int Evaluations);
