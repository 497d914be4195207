using System.Runtime.CompilerServices;
using Azygos.Circulation.Vessels;
using Azygos.Numerics;

namespace Azygos.Circulation.Waves;

/// <summary>The wall at some places of a mesh, as a law reads it.</summary>
/// <param name="Area0">A₀ [m²].</param>
/// <param name="Distension">K_d [Pa].</param>
/// <param name="Bending">K_b [Pa].</param>
/// <param name="Head">Piezometric head at A = A₀, p_ref − γ ρ ∫ g dx [Pa].</param>
internal readonly record struct WallValues<T>(T Area0, T Distension, T Bending, T Head)
    where T : struct, IReal<T>;

/// <summary>Where in a cell.</summary>
internal enum Place
{
    /// <summary>At its centre.</summary>
    Centre,

    /// <summary>At its left face, seen from inside.</summary>
    Left,

    /// <summary>At its right face, seen from inside.</summary>
    Right,
}

/// <summary>The wall along a vessel: the same everywhere, or columns.</summary>
internal interface IWallColumns
{
    /// <summary>True: the area at rest varies along the vessel.</summary>
    static abstract bool Varies { get; }

    /// <summary>The wall of the cells from index <paramref name="j"/> on.</summary>
    WallValues<T> At<T>(Place place, int j)
        where T : struct, IReal<T>;
}

/// <summary>A wall that is the same everywhere, and no gravity.</summary>
internal readonly struct UniformColumns(WallPoint point) : IWallColumns
{
    public static bool Varies => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public WallValues<T> At<T>(Place place, int j)
        where T : struct, IReal<T>
        => new(T.From(point.ReferenceArea), T.From(point.Distension), T.From(point.Bending), T.From(0));
}

/// <summary>Columns of properties at centres and at both faces of every cell.</summary>
internal readonly struct VariedColumns(double[][] columns) : IWallColumns
{
    /// <summary>Columns of each place: A₀, K_d, K_b, head, and what the head is made of, p_ref and ρ ∫ g dx.</summary>
    public const int PerPlace = 6;

    public static bool Varies => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public WallValues<T> At<T>(Place place, int j)
        where T : struct, IReal<T>
    {
        int first = (int)place * PerPlace;
        return new(
            T.At(columns[first], j), T.At(columns[first + 1], j), T.At(columns[first + 2], j),
            T.At(columns[first + 3], j));
    }

    /// <summary>p_ref at the centre of a cell [Pa].</summary>
    public double ReferencePressure(int j) => columns[4][j];

    /// <summary>Heads for another strength of gravity.</summary>
    public void SetGravity(double factor)
    {
        for (int first = 0; first < columns.Length; first += PerPlace)
        {
            double[] head = columns[first + 3], reference = columns[first + 4], column = columns[first + 5];
            for (int j = 0; j < head.Length; j++) head[j] = reference[j] - factor * column[j];
        }
    }
}
