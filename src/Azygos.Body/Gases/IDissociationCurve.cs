namespace Azygos.Body.Gases;

/// <summary>How full haemoglobin is at a partial pressure of oxygen.</summary>
/// <source choice="one face for published curves"/>
public interface IDissociationCurve
{
    /// <summary>Saturation [1], 0 to 1.</summary>
    /// <param name="pressure">Partial pressure of oxygen [Pa], 0 or more.</param>
    static abstract double Saturation(double pressure);

    /// <summary>Partial pressure of oxygen [Pa] at a saturation.</summary>
    /// <param name="saturation">Saturation [1], from 0 to below 1.</param>
    static abstract double Pressure(double saturation);
}
