using Azygos.Numerics;

namespace Azygos.Circulation;

/// <summary>What a law of a branch, a state or a vessel sees of the network.</summary>
/// <typeparam name="T">Number kind.</typeparam>
/// <param name="Drop">Driving pressure p_up − p_down + ρg(z_up − z_down) [Pa].</param>
/// <param name="UpstreamTransmural">p_up minus the external pressure at the upstream end [Pa].</param>
/// <param name="DownstreamTransmural">p_down minus the external pressure at the downstream end [Pa].</param>
/// <param name="State">The element's own or controlling state: a flow [m³/s], an opening [1], an autoregulation signal
/// [1]; 0 if it has none.</param>
/// <param name="Drive">Value of the element's waveform at this time, in its own unit; 0 if it has none.</param>
public readonly record struct LawInput<T>(T Drop, T UpstreamTransmural, T DownstreamTransmural, T State, T Drive)
    where T : struct, IReal<T>;

/// <summary>What a volume law sees of the network.</summary>
/// <typeparam name="T">Number kind.</typeparam>
/// <param name="Transmural">Inside minus outside pressure [Pa].</param>
/// <param name="State">The controlling state; 0 if it has none.</param>
/// <param name="Drive">Value of the element's waveform at this time; 0 if it has none.</param>
public readonly record struct VolumeInput<T>(T Transmural, T State, T Drive)
    where T : struct, IReal<T>;
