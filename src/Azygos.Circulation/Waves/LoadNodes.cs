using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;

namespace Azygos.Circulation.Waves;

/// <summary>Vessels meet, or one is closed: nothing leaves.</summary>
internal sealed class JunctionBalance(string id, VesselEnd[] ends, NodeCoupling coupling)
    : BalanceNode(id, ends, coupling)
{
    protected override (double Conductance, double Offset) Load(double start, double step) => (0, 0);
}

/// <summary>A prescribed inflow.</summary>
internal sealed class FlowBalance(string id, VesselEnd[] ends, Waveform flow)
    : BalanceNode(id, ends, NodeCoupling.StaticPressure)
{
    protected override (double Conductance, double Offset) Load(double start, double step) =>
        (0, -flow.At(start + 0.5 * step));
}

/// <summary>A resistance, p = p_out + R Q.</summary>
internal sealed class ResistanceBalance(ResistanceNode node, VesselEnd[] ends)
    : BalanceNode(node.Id, ends, NodeCoupling.StaticPressure)
{
    protected override (double Conductance, double Offset) Load(double start, double step) =>
        (1 / node.Resistance, -node.OutletPressure / node.Resistance);
}

/// <summary>A three-element windkessel: its capacitor is taken at the middle of the step.</summary>
/// <remarks>p_c½ = p_c + (h/C)(Q − (p_c½ − p_out)/R₂), h = ½Δt; p = p_c½ + R₁ Q; at the old step it would be of first
/// order.</remarks>
internal sealed class WindkesselBalance(WindkesselNode node, VesselEnd[] ends)
    : BalanceNode(node.Id, ends, NodeCoupling.StaticPressure)
{
    private double capacitor = node.InitialPressure, middle, saved;

    /// <summary>p_c [Pa].</summary>
    public double CapacitorPressure
    {
        get => capacitor;
        set => capacitor = value;
    }

    protected override (double Conductance, double Offset) Load(double start, double step)
    {
        double h = 0.5 * step, leak = 1 + h / (node.Compliance * node.DistalResistance);
        double atRest = (capacitor + h * node.OutletPressure / (node.Compliance * node.DistalResistance)) / leak;
        double impedance = node.ProximalResistance + h / (node.Compliance * leak);
        middle = atRest;
        return (1 / impedance, -atRest / impedance);
    }

    protected override void Pass(double flow, double head, double start, double step)
    {
        double h = 0.5 * step;
        middle += h * flow / (node.Compliance * (1 + h / (node.Compliance * node.DistalResistance)));
        capacitor += step / node.Compliance * (flow - (middle - node.OutletPressure) / node.DistalResistance);
    }

    public override void Save()
    {
        base.Save();
        saved = capacitor;
    }

    public override void Restore()
    {
        base.Restore();
        capacitor = saved;
    }
}
