using Azygos.Numerics;

namespace Azygos.Circulation;

/// <summary>A volume: how much fluid it holds at a transmural pressure.</summary>
public interface IVolumeLaw
{
    /// <summary>Volume above a fixed offset [m³]; rises with the transmural pressure.</summary>
    static abstract T Volume<T>(in VolumeInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>;
}

/// <summary>A branch without inertia: the flow that its end pressures drive.</summary>
public interface IBranchLaw
{
    /// <summary>True: it opens and shuts, so that its slopes change at once.</summary>
    static virtual bool IsValve => false;

    /// <summary>Flow from the upstream to the downstream node [m³/s].</summary>
    static abstract T Flow<T>(in LawInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>;
}

/// <summary>A branch with inertia: its flow is a state with its own rate.</summary>
public interface IInertialLaw
{
    /// <summary>True: it opens and shuts, so that its slopes change at once.</summary>
    static virtual bool IsValve => false;

    /// <summary>Rate of the flow, dq/dt [m³/s²].</summary>
    /// <param name="input">Pressures and drive; its state is the controlling state (an opening), not the flow.</param>
    /// <param name="flow">The branch's flow q [m³/s].</param>
    /// <param name="parameters">Parameters of the element.</param>
    static abstract T FlowRate<T>(in LawInput<T> input, T flow, Parameters<T> parameters)
        where T : struct, IReal<T>;
}

/// <summary>An inner state: a valve's opening, a bed's autoregulation signal.</summary>
public interface IStateLaw
{
    /// <summary>True: it opens and shuts a valve, so that its slopes change at once.</summary>
    static virtual bool IsValve => false;

    /// <summary>Rate of the state [1/s].</summary>
    static abstract T Rate<T>(in LawInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>;
}

/// <summary>A cell of a vessel: a flow state between two half volumes.</summary>
/// <remarks>The areas at both ends are found first, for many cells side by side, and handed to the law.</remarks>
public interface ICellLaw
{
    /// <summary>Area ratio α [1] at a transmural pressure [Pa].</summary>
    static abstract T AreaRatio<T>(T transmural, Parameters<T> parameters)
        where T : struct, IReal<T>;

    /// <summary>The same from a near guess: to rounding, whatever the guess.</summary>
    static abstract T AreaRatioNear<T>(T transmural, T guess, Parameters<T> parameters)
        where T : struct, IReal<T>;

    /// <summary>Slope of the transmural pressure, dy/dα [Pa], at an area ratio.</summary>
    static abstract T PressureSlope<T>(T areaRatio, Parameters<T> parameters)
        where T : struct, IReal<T>;

    /// <summary>Both half volumes and the rate of the flow, which is the input's state; the input's drive is the column
    /// of blood against the column outside [Pa].</summary>
    static abstract CellOutput<T> Cell<T>(
        in LawInput<T> input, T upstreamRatio, T downstreamRatio, Parameters<T> parameters)
        where T : struct, IReal<T>;
}

/// <summary>What a vessel cell gives back together.</summary>
/// <typeparam name="T">Number kind.</typeparam>
/// <param name="UpstreamVolume">Volume of the upstream half [m³].</param>
/// <param name="DownstreamVolume">Volume of the downstream half [m³].</param>
/// <param name="FlowRate">dq/dt [m³/s²].</param>
/// <param name="Mobility">∂(dq/dt)/∂Δp, A/(ρℓ) [m³/(Pa·s²)]: the rate is linear in the driving pressure.</param>
public readonly record struct CellOutput<T>(T UpstreamVolume, T DownstreamVolume, T FlowRate, T Mobility)
    where T : struct, IReal<T>;
