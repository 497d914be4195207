using System.Runtime.CompilerServices;
using Azygos.Circulation.Vessels;
using Azygos.Numerics;

namespace Azygos.Circulation.Waves;

/// <summary>The wall at one place (the centre, a face) of some cells, as a law reads it.</summary>
/// <param name="Area0">A₀ [m²].</param>
/// <param name="PerArea0">1/A₀ [1/m²].</param>
/// <param name="Distension">K_d [Pa].</param>
/// <param name="Bending">K_b [Pa].</param>
internal readonly record struct WallValues<T>(T Area0, T PerArea0, T Distension, T Bending)
    where T : struct, IReal<T>;

/// <summary>The wall at one place of every cell of a vessel: the same everywhere, or columns.</summary>
internal interface IWallColumn
{
    /// <summary>True: the area at rest varies along the vessel.</summary>
    static abstract bool Varies { get; }

    /// <summary>The wall of the cells from index <paramref name="j"/> on.</summary>
    WallValues<T> At<T>(int j)
        where T : struct, IReal<T>;

    /// <summary>Piezometric head at A = A₀, p_ref − γ ρ ∫ g dx [Pa].</summary>
    T HeadAt<T>(int j)
        where T : struct, IReal<T>;
}

/// <summary>A wall that is the same everywhere, and no gravity.</summary>
internal readonly struct UniformColumn(WallPoint point) : IWallColumn
{
    private readonly double area0 = point.ReferenceArea, perArea0 = 1 / point.ReferenceArea;
    private readonly double distension = point.Distension, bending = point.Bending;

    public static bool Varies => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public WallValues<T> At<T>(int j)
        where T : struct, IReal<T>
        => new(T.From(area0), T.From(perArea0), T.From(distension), T.From(bending));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T HeadAt<T>(int j)
        where T : struct, IReal<T>
        => T.From(0);
}

/// <summary>Columns of properties at one place of every cell.</summary>
internal readonly struct VariedColumn(int length) : IWallColumn
{
    private readonly double[] area0 = new double[length], perArea0 = new double[length];
    private readonly double[] distension = new double[length], bending = new double[length];
    private readonly double[] head = new double[length];

    // What the head is made of: p_ref and ρ ∫ g dx [Pa].
    private readonly double[] reference = new double[length], column = new double[length];

    // p_ref with what loads add to it now [Pa].
    private readonly double[] loaded = new double[length];

    public static bool Varies => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public WallValues<T> At<T>(int j)
        where T : struct, IReal<T>
        => new(T.At(area0, j), T.At(perArea0, j), T.At(distension, j), T.At(bending, j));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T HeadAt<T>(int j)
        where T : struct, IReal<T>
        => T.At(head, j);

    /// <summary>p_ref, with loads [Pa].</summary>
    public double ReferencePressure(int j) => loaded[j];

    /// <summary>Sets the wall at an index.</summary>
    /// <param name="j">The index.</param>
    /// <param name="point">The wall.</param>
    /// <param name="columnOfBlood">ρ ∫ g dx [Pa].</param>
    public void Put(int j, in WallPoint point, double columnOfBlood)
    {
        area0[j] = point.ReferenceArea;
        perArea0[j] = 1 / point.ReferenceArea;
        distension[j] = point.Distension;
        bending[j] = point.Bending;
        reference[j] = loaded[j] = point.ReferencePressure;
        column[j] = columnOfBlood;
    }

    /// <summary>Heads for another strength of gravity.</summary>
    public void SetGravity(double factor)
    {
        for (int j = 0; j < head.Length; j++) head[j] = loaded[j] - factor * column[j];
    }

    /// <summary>Forgets what loads added; heads stay until gravity is set.</summary>
    public void Unload() => reference.CopyTo(loaded, 0);

    /// <summary>Adds a load; heads stay until gravity is set.</summary>
    public void Load(double[] shape, double strength)
    {
        for (int j = 0; j < loaded.Length; j++) loaded[j] += strength * shape[j];
    }
}
