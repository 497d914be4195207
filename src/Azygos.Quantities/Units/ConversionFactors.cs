namespace Azygos.Quantities;

/// <summary>Sizes of the units that people use, in SI: the only conversion constants of the project.</summary>
internal static class ConversionFactors
{
    /// <summary>1 mmHg = 133.322 Pa [Pa]: the value with which the reference tables were converted.</summary>
    /// <source doi="10.6028/NIST.SP.811e2008" at="appendix B.8, 1.333 224 E+02 Pa (recalled, not read again)"/>
    internal const double MillimetreOfMercury = 133.322;

    /// <summary>1 cmH₂O = 98.0665 Pa [Pa]: 1000 kg/m³ times the standard gravity 9.806 65 m/s².</summary>
    /// <source doi="10.6028/NIST.SP.811e2008" at="appendix B.8, 9.806 65 E+01 Pa (recalled, not read again)"/>
    internal const double CentimetreOfWater = 98.0665;

    internal const double Kilopascal = 1e3;
    internal const double Megapascal = 1e6;
    internal const double Litre = 1e-3;
    internal const double Millilitre = 1e-6;
    internal const double SquareCentimetre = 1e-4;
    internal const double SquareMillimetre = 1e-6;
    internal const double Centimetre = 1e-2;
    internal const double Millimetre = 1e-3;
    internal const double Micrometre = 1e-6;
    internal const double Minute = 60;
    internal const double Millisecond = 1e-3;
    internal const double Degree = Math.PI / 180;
    internal const double GramPerCubicCentimetre = 1e3;
    internal const double GramPerDecilitre = 10;
    internal const double Gram = 1e-3;
    internal const double Micromole = 1e-6;
    internal const double Percent = 1e-2;

    internal const double LitrePerMinute = Litre / Minute;
    internal const double MillilitrePerMinute = Millilitre / Minute;
    internal const double MillimetreOfMercurySecondPerMillilitre = MillimetreOfMercury / Millilitre;
    internal const double MillilitrePerMillimetreOfMercury = Millilitre / MillimetreOfMercury;
}
