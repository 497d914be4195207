using Azygos.Body.Building;
using Azygos.Body.Model;
using Azygos.Body.Simulation;
using Azygos.Circulation.Running;
using Azygos.Circulation.Walls;

namespace Azygos.Body.Live;

/// <summary>A throat that narrows a vessel by degrees: from nothing to all that its row says, at 100 %.</summary>
/// <remarks>At the value v [%] the open share is 1 − v (1 − a)/100, a that of the row; other for flow the other way.</remarks>
internal sealed class ThroatKnob(LiveControl control, ThroatRow whole) : LiveKnob(control)
{
    // Chosen: below this share a throat widens until it costs nothing at 0 [%].
    private const double Least = 2;
    private const double Widest = 1e3;

    // Of a narrowed cell: for flow along it and against it.
    private static readonly int[] AreaNumbers = [8, 9];

    private ElementNumber[] areas = [];
    private double[] usual = [];

    public override bool AsksForBuilding => true;

    public string Vessel => whole.Vessel;

    /// <summary>Factor of the area for flow along the vessel, of that of the open vessel.</summary>
    public double Forward(double value) => Opening(value * (1 - whole.ForwardShare));

    /// <summary>The same for flow against it.</summary>
    public double Backward(double value) => Opening(value * (1 - whole.BackwardShare));

    public override BodyModel On(BodyModel model) => model with
    {
        Throats = [.. model.Throats, whole with { Id = Control.Id, ForwardShare = 1, BackwardShare = 1, Gap = null }],
    };

    public override void Bind(IBeatingBody body)
    {
        areas = [];
        if (body.Network.Vessels[whole.Vessel] is not LumpedPlace place) return;   // vessels with waves read waveforms
        string element = place.Elements[place.Throats[Control.Id]];
        areas = [.. AreaNumbers.Select(k => body.Number(element, typeof(NarrowedCell<>), k))];
        usual = [.. areas.Select(area => area.Value)];
    }

    public override void Set(double time)
    {
        if (areas.Length == 0) return;
        double value = Value.At(time);
        areas[0].Value = Forward(value) * usual[0];
        areas[1].Value = Backward(value) * usual[1];
    }

    // Of a share of the lumen lost [%].
    private static double Opening(double lost) =>
        Math.Max(0, 1 - lost / 100) * (lost >= Least ? 1 : Math.Min(Widest, Least / Math.Max(lost, double.Epsilon)));
}

/// <summary>Something that presses on a part of a vessel.</summary>
/// <param name="control">The control.</param>
/// <param name="vessel">Id of the vessel.</param>
/// <param name="position">Middle of the pressed part, 0 to 1.</param>
/// <param name="footprint">Its length along the vessel [cm].</param>
/// <param name="unit">Pressure that one unit of the control is [mmHg].</param>
internal sealed class PressKnob(LiveControl control, string vessel, double position, double footprint, double unit)
    : LiveKnob(control)
{
    public string Vessel => vessel;

    public double Position => position;

    public double Footprint => footprint;

    public double Unit => unit;

    public override bool AsksForBuilding => true;
}
