using Azygos.Circulation.Waveforms;

namespace Azygos.Circulation.Assembly;

/// <summary>Where one element touches the network; indices into the extended unknowns, −1 where it has none.</summary>
/// <param name="Name">Element id, for messages.</param>
/// <param name="Up">Upstream or inside node.</param>
/// <param name="Down">Downstream node.</param>
/// <param name="External">Node whose pressure acts from outside.</param>
/// <param name="State">The element's state, or the state that controls it.</param>
/// <param name="HeightUp">z of the upstream end minus z of the downstream end [m].</param>
/// <param name="ExternalUp">Height of the external column's node above the upstream end [m]; 0 where the outside is no
/// fluid column.</param>
/// <param name="ExternalDown">The same for the downstream end [m].</param>
/// <param name="Control">A second state read by an inertial law (an opening).</param>
/// <param name="Drive">Waveform, or null.</param>
/// <param name="ElasticUp">Pressure that the walls at the upstream end answer to: the node's own, or its elastic
/// one.</param>
/// <param name="ElasticDown">The same at the downstream end.</param>
internal readonly record struct ElementSlots(
    string Name, int Up, int Down, int External, int State, double HeightUp, double ExternalUp, double ExternalDown,
    int Control, Waveform? Drive, int ElasticUp, int ElasticDown);
