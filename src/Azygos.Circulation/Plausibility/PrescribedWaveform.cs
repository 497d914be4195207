using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;

namespace Azygos.Circulation.Plausibility;

/// <summary>The flow or pressure over time that a node prescribes.</summary>
internal static class PrescribedWaveform
{
    /// <summary>The waveform, or null where the node prescribes none.</summary>
    public static Waveform? Of(NetworkNode node) => node switch
    {
        FlowNode one => one.Flow,
        FlowAndAreaNode one => one.Flow,
        PressureNode one => one.Pressure,
        TotalPressureNode one => one.Pressure,
        IncidentWaveNode one => one.Pressure,
        _ => null,
    };
}
