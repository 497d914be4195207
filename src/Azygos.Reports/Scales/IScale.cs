namespace Azygos.Reports.Scales;

/// <summary>From values to places on an axis.</summary>
internal interface IScale
{
    /// <summary>Lower end.</summary>
    double Low { get; }

    /// <summary>Upper end.</summary>
    double High { get; }

    /// <summary>Place of a value, 0 at the lower end, 1 at the upper; beyond them outside [0, 1].</summary>
    double Share(double value);

    /// <summary>Round ticks from low to high.</summary>
    IEnumerable<double> Ticks();

    /// <summary>A tick as it is printed.</summary>
    string Print(double tick);
}
