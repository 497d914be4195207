namespace Azygos.Quantities;

/// <summary>Refuses what is no number, where a quantity is made.</summary>
internal static class Finite
{
    internal static double Of<T>(double si) where T : struct, IQuantity<T> => double.IsFinite(si)
        ? si
        : throw new ArgumentOutOfRangeException(nameof(si), si,
            $"A value of {Units.NameOf(T.Kind)} must be a finite number.");
}
