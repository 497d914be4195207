using Azygos.Body.Building;
using Azygos.Body.Model;
using Azygos.Circulation.Running;
using Azygos.Quantities;

namespace Azygos.Body.Heart;

/// <summary>The stroke planes of a body's ventricles, which follow its mean-flow state.</summary>
internal sealed class MeanFlowHeart
{
    private readonly MeanFlowVentricle[] ventricles;

    /// <param name="model">The model.</param>
    /// <param name="near">Heart of a neighbouring state, whose beats are nearly these; null: ideal ventricles at
    /// first.</param>
    public MeanFlowHeart(BodyModel model, MeanFlowHeart? near)
    {
        var numbers = new ModelNumbers(model);
        ventricles = [.. HeartSide.Of(model).Select(side => new MeanFlowVentricle(
            side, numbers, near?.ventricles.FirstOrDefault(other => other.Side.Outlet.Id == side.Outlet.Id)))];
    }

    /// <summary>The plane of the ventricle before an outlet valve.</summary>
    public StrokePlane Plane(string outlet) => ventricles.First(v => v.Side.Outlet.Id == outlet).Plane;

    /// <summary>Elastance of a chamber at the start of a beat under mean pressures; null: not known.</summary>
    public Elastance? Elastance(string chamber) =>
        ventricles.Select(v => v.Elastance(chamber)).FirstOrDefault(one => one is not null) is { } known
            ? Quantities.Elastance.FromPascalsPerCubicMetre(known)
            : null;

    /// <summary>What the heart holds at the start of a beat above its mean [m³].</summary>
    public double FullerAtStart => ventricles.Sum(v => v.Last is { } beat
        ? beat.Chambers.Sum(chamber => chamber.AtStart - chamber.Mean) : 0);

    /// <summary>The ventricles.</summary>
    public IReadOnlyList<MeanFlowVentricle> Ventricles => ventricles;

    /// <summary>Pressures, flows and openings of the heart at the start of a beat, and the pressure of the arteries
    /// then.</summary>
    /// <param name="mean">A state of the mean-flow network.</param>
    /// <param name="arteries">Nodes of the arteries behind an outlet valve.</param>
    public IEnumerable<(string Place, string Quantity, double Value)> AtStartOfBeat(
        SteadyFlow mean, IEnumerable<string> arteries)
    {
        foreach (MeanFlowVentricle ventricle in ventricles)
        {
            if (ventricle.Last is not { } beat) continue;
            HeartSide side = ventricle.Side;
            yield return (side.Inlet.From, Probe.PressureQuantity, mean.Pressure(side.Inlet.From) + beat.AtStart.Atrium - beat.Atrial);
            yield return (side.Inlet.To, Probe.PressureQuantity, mean.Pressure(side.Inlet.To) + beat.AtStart.Ventricle - beat.Filling);
            yield return (side.Inlet.Id, "flow", beat.AtStart.Inflow);
            yield return (side.Inlet.Id, "opening", beat.AtStart.InletOpening);
            yield return (side.Outlet.Id, "flow", beat.AtStart.Outflow);
            yield return (side.Outlet.Id, "opening", beat.AtStart.OutletOpening);
            if (side.Store is { } store)
                yield return (store.Node, Probe.PressureQuantity, mean.Pressure(store.Node) + beat.AtStart.Veins);
            if (side.Load.FarNode is { } far)
            {
                yield return (side.Outlet.To, Probe.PressureQuantity, mean.Pressure(side.Outlet.To) + beat.ArterialAtStart);
                yield return (far, Probe.PressureQuantity, mean.Pressure(far) + beat.FarAtStart);
                continue;
            }

            foreach (string node in arteries)
                yield return (node, Probe.PressureQuantity, mean.Pressure(node) + beat.FarAtStart);
        }
    }

    /// <summary>Moves the planes to a state that was found with them.</summary>
    /// <param name="flow">The state.</param>
    /// <param name="around">Pressure around the heart [Pa].</param>
    /// <returns>The largest change of a stroke volume, as a share of it.</returns>
    public double Follow(SteadyFlow flow, double around) => ventricles
        .Select(v => v.Follow(flow.Pressure(v.Side.Outlet.From) - around, flow.Pressure(v.Side.Outlet.To) - around))
        .DefaultIfEmpty(0).Max();
}
