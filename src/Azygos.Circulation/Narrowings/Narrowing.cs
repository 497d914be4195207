using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Circulation.Narrowings;

/// <summary>A throat at one place of a vessel, through which its blood has to pass; the vessel itself stays as it
/// is.</summary>
/// <remarks>
/// A_s(y) = A_s α(y/f)/α(y_r/f), α the vessel's own law of area against the pressure y above its reference pressure, f
/// how many times stiffer the throat is, y_r the pressure at which A_s was stated; never wider than the vessel beside
/// it. See <see cref="NarrowingLaw"/> for what it costs.
/// </remarks>
/// <source choice="a throat with a wall of its own: scars are stiff, webs rigid"/>
public sealed record Narrowing
{
    /// <summary>Name for messages.</summary>
    public required string Id { get; init; }

    /// <summary>x from the vessel's first end [m], 0 or more.</summary>
    public required double Position { get; init => field = Require.NotNegative(value, "position", "x", "m"); }

    /// <summary>L_s [m], 0 or more.</summary>
    public required double Length { get; init => field = Require.NotNegative(value, "length", "L_s", "m"); }

    /// <summary>A_s for flow along the vessel [m²], 0 or more; both areas 0: nothing passes.</summary>
    public required double ForwardArea
    {
        get;
        init => field = Require.NotNegative(value, "throat area", "A_s", "m²");
    }

    /// <summary>A_s for flow against it [m²], 0 or more: another one where a flap moves with the flow.</summary>
    public required double BackwardArea
    {
        get;
        init => field = Require.NotNegative(value, "throat area", "A_s", "m²");
    }

    /// <summary>1/f [1], 0 to 1: 0 is a rigid throat, 1 one as soft as the vessel.</summary>
    public double Softness { get; init => field = Require.InClosed(value, 0, 1, "softness of the throat", "1/f"); }

    /// <summary>y_r [Pa], above the vessel's reference pressure.</summary>
    public double StatedAt { get; init; }

    /// <summary>Factor of both areas in time [1], 0 or more (a growing clot); null: 1. Lumped vessels keep its value at
    /// time 0.</summary>
    public Waveform? Opening { get; init; }

    /// <summary>The same of the area for flow against the vessel, where it differs; null: <see cref="Opening"/>.</summary>
    public Waveform? BackwardOpening { get; init; }

    /// <summary>True: nothing passes, at any time.</summary>
    public bool IsClosed => ForwardArea == 0 && BackwardArea == 0;
}
