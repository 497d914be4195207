using Azygos.Body.Building;
using Azygos.Body.Model;
using Azygos.Circulation.Running;
using Azygos.Quantities;

namespace Azygos.Body.Tests.Simulation;

/// <summary>The mean-flow steady state that a run starts from.</summary>
internal sealed class MeanFlowBody(SteadyFlow steady)
{
    public double CardiacOutput => Flow.FromCubicMetresPerSecond(steady.Quantity("aortic", "flow")).LitresPerMinute;

    public double Pressure(string node) => Quantities.Pressure.FromPascals(steady.Pressure(node)).MillimetresOfMercury;

    public static MeanFlowBody Solve(BodyModel model, double tilt)
    {
        Angle angle = Angle.FromDegrees(tilt);
        Volume blood = Volume.FromMillilitres(model.Parameters["blood.volume_mL"].Value);
        Pressure filling = FillingPressure.Find(
            BodyBuilder.Build(model, angle, HeartMode.MeanFlow, new BodyStart(default, Flowing: true)).Network,
            blood)!.Value;
        SteadyFlow steady = SteadyFlow.Solve(
            BodyBuilder.Build(model, angle, HeartMode.MeanFlow, new BodyStart(filling, Flowing: true)).Network,
            TestContext.Current.CancellationToken);
        Assert.Null(steady.Failure);
        return new MeanFlowBody(steady);
    }
}
