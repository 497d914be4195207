namespace Architecture.Tests.Documentation.Samples;

#pragma warning disable CS1591, SA1649 // the samples lack on purpose what the rules look for

/// <summary>One property says nothing.</summary>
public sealed record WithoutSummary
{
    public string Value { get; init; } = "";
}

/// <summary>One positional property says nothing.</summary>
/// <param name="Area">An area.</param>
public sealed record WithoutSummaryOfAParameter(string Area, string Length);

/// <summary>A law that names no source.</summary>
public static class LawWithoutSource
{
    /// <summary>A pressure.</summary>
    public static double Pressure(double areaRatio) => areaRatio - 1;
}

/// <summary>A law with a source, whose constant has none.</summary>
/// <source choice="a sample"/>
public static class ConstantUnderASourcedType
{
    /// <summary>A stiffness.</summary>
    public const double Stiffness = 3;
}

/// <summary>A page of constants with a source, one of which has none of its own.</summary>
/// <source choice="a sample"/>
public static class PropertyUnderASourcedPage
{
    /// <summary>A density.</summary>
    public static double Density => 1060;
}

/// <summary>A computed number that names no source.</summary>
/// <param name="Radius">A radius.</param>
public sealed record ComputedWithoutSource(double Radius)
{
    /// <summary>An area.</summary>
    public double Area => 3 * Radius * Radius;
}

/// <summary>A default that names no source.</summary>
public sealed record DefaultWithoutSource
{
    /// <summary>A time step.</summary>
    public double Step { get; init; } = 0.002;
}

/// <summary>A law with a source, a constant with its own, and a type inside.</summary>
/// <source doi="10.0000/sample" at="equation 1"/>
public static class LawWithSource
{
    /// <summary>A stiffness.</summary>
    /// <source choice="a sample"/>
    public const double Stiffness = 3;

    /// <summary>A pressure.</summary>
    public static double Pressure(double areaRatio) => Stiffness * (areaRatio - 1);

    /// <summary>Covered by the type around it.</summary>
    public static class Inner
    {
        /// <summary>A slope.</summary>
        public static double Slope() => Stiffness;
    }
}

/// <summary>Carries what others computed.</summary>
/// <param name="Mean">A mean.</param>
public sealed record Carrier(double Mean);

/// <summary>Promises a number; whoever keeps the promise owes the source.</summary>
public interface IPromise
{
    /// <summary>A pressure.</summary>
    double Pressure(double areaRatio);
}

/// <summary>A tag without content.</summary>
/// <source doi="10.0000/sample"/>
public sealed record EmptyTag;
