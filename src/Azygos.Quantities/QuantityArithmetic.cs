namespace Azygos.Quantities;

/// <summary>What quantities of one kind can do with each other and with pure numbers, written once for all
/// kinds.</summary>
/// <source choice="no products of different kinds: equations are written on SI doubles"/>
public static class QuantityArithmetic
{
    /// <summary>Arithmetic of <typeparamref name="T"/>.</summary>
    extension<T>(T) where T : struct, IQuantity<T>
    {
        /// <summary>Sum.</summary>
        public static T operator +(T left, T right) => T.FromSi(left.Si + right.Si);

        /// <summary>Difference.</summary>
        public static T operator -(T left, T right) => T.FromSi(left.Si - right.Si);

        /// <summary>Negative.</summary>
        public static T operator -(T value) => T.FromSi(-value.Si);

        /// <summary>Multiple.</summary>
        public static T operator *(double factor, T value) => T.FromSi(factor * value.Si);

        /// <summary>Multiple.</summary>
        public static T operator *(T value, double factor) => T.FromSi(value.Si * factor);

        /// <summary>Part.</summary>
        public static T operator /(T value, double divisor) => T.FromSi(value.Si / divisor);

        /// <summary>Ratio of two quantities of one kind.</summary>
        public static double operator /(T left, T right) => left.Si / right.Si;

        /// <summary>Smaller.</summary>
        public static bool operator <(T left, T right) => left.Si < right.Si;

        /// <summary>Larger.</summary>
        public static bool operator >(T left, T right) => left.Si > right.Si;

        /// <summary>Smaller or equal.</summary>
        public static bool operator <=(T left, T right) => left.Si <= right.Si;

        /// <summary>Larger or equal.</summary>
        public static bool operator >=(T left, T right) => left.Si >= right.Si;
    }
}
