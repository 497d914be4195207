using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Body.Gases;

/// <summary>Oxygen that blood holds: on haemoglobin, and a little dissolved.</summary>
/// <remarks>c = β Hb S(p) + α p [1], volume of oxygen in a volume of blood. β Hüfner's number, Hb haemoglobin, α
/// solubility.</remarks>
/// <typeparam name="TCurve">Dissociation curve.</typeparam>
/// <source choice="textbook: 1.34 mL/g, 0.003 mL/(dL·mmHg)"/>
public sealed record BloodOxygen<TCurve>
    where TCurve : struct, IDissociationCurve
{
    /// <summary>β Hb, oxygen on full haemoglobin [1], above 0.</summary>
    public required double Capacity { get; init => field = Require.Positive(value, "capacity", "β Hb", "1"); }

    /// <summary>α, oxygen dissolved for each unit of pressure [1/Pa], above 0: then every content has a
    /// pressure.</summary>
    public required double Solubility { get; init => field = Require.Positive(value, "solubility", "α", "1/Pa"); }

    /// <summary>Content [1] at a partial pressure.</summary>
    /// <param name="pressure">Partial pressure of oxygen [Pa], 0 or more.</param>
    public double Content(double pressure) => Capacity * TCurve.Saturation(pressure) + Solubility * pressure;

    /// <summary>Partial pressure [Pa] at which blood holds a content.</summary>
    /// <param name="content">Content [1], 0 or more.</param>
    public double Pressure(double content) =>
        Require.NotNegative(content, "content", "c", "1") == 0
            ? 0
            // At content/α the dissolved part alone would suffice.
            : RootFinder.FindRoot(p => Content(p) - content, 0, Bracket(content)).Position;

    /// <summary>Saturation [1] of blood with a content.</summary>
    /// <param name="content">Content [1], 0 or more.</param>
    public double Saturation(double content) => TCurve.Saturation(Pressure(content));

    /// <summary>Mean partial pressure [Pa] along a capillary that gives off oxygen evenly.</summary>
    /// <remarks>∫ p dc/(c_a − c_v) = [p_a c_a − p_v c_v − ∫ c dp]/(c_a − c_v), c(p) by its law.</remarks>
    /// <param name="arriving">c_a, content where it begins [1].</param>
    /// <param name="leaving">c_v, content where it ends [1], 0 to c_a.</param>
    public double CapillaryPressure(double arriving, double leaving)
    {
        double first = Pressure(arriving), last = Pressure(leaving);
        if (!(arriving - leaving > SmallestExtraction * arriving)) return last;
        double middle = 0.5 * (first + last);
        double area = GaussLegendre.Integrate(Content, last, middle) + GaussLegendre.Integrate(Content, middle, first);
        return (first * arriving - last * leaving - area) / (arriving - leaving);
    }

    // Chosen: with less than a millionth given off, first, last and mean pressure are one.
    private const double SmallestExtraction = 1e-6;

    private double Bracket(double content)
    {
        double dissolved = content / Solubility;
        return content < Capacity ? Math.Min(dissolved, TCurve.Pressure(content / Capacity)) : dissolved;
    }
}
