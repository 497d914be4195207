namespace Azygos.Quantities;

/// <summary>A unit that files, parameters and people may use.</summary>
/// <param name="Symbol">As printed, such as <c>mmHg·s/mL</c>.</param>
/// <param name="FileForm">As the last part of a file key, such as <c>mmHg_s_per_mL</c>; empty for a pure
/// number.</param>
/// <param name="Kind">What it measures.</param>
/// <param name="SiFactor">Its size in the SI unit of the kind.</param>
/// <source choice="a value in this unit times the factor is the SI value; no unit here has an offset"/>
public sealed record Unit(string Symbol, string FileForm, QuantityKind Kind, double SiFactor)
{
    /// <summary>The SI value of <paramref name="value"/> in this unit.</summary>
    public double ToSi(double value) => value * SiFactor;

    /// <summary>The value in this unit of <paramref name="si"/>.</summary>
    public double FromSi(double si) => si / SiFactor;

    /// <summary>The printed symbol.</summary>
    public override string ToString() => Symbol;
}
