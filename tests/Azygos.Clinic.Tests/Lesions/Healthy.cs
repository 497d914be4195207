using Azygos.Body.Anatomy;
using Azygos.Body.Calibration;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Files.ModelFolder;

namespace Azygos.Clinic.Tests.Lesions;

/// <summary>The shipped body in core detail, and its mean-flow state, found once.</summary>
internal static class Healthy
{
    public static BodyModel Model { get; } =
        ModelReader.Read(Path.Combine(AppContext.BaseDirectory, "models", "healthy-adult")).At(AnatomicalDetail.Core);

    private static readonly Lazy<SteadyBody> Found = new(() => SteadyBody.Find(Model, default));

    public static SteadyBody Steady => Found.Value;

    /// <summary>The mean-flow state of a changed body.</summary>
    public static SteadyBody With(BodyModel model)
    {
        SteadyBody found = SteadyBody.Find(model, default, Steady, TestContext.Current.CancellationToken);
        Assert.True(found.Failure is null, $"{found.Failure} at {found.Place}");
        return found;
    }

    public static double FlowIn(this SteadyBody body, string vessel) =>
        body.Vessels.First(mean => mean.Vessel.Id == vessel).Flow;

    public static double At(this SteadyBody body, string node) => body.PressureAt(node).MillimetresOfMercury;

    public static MarkResult Mark(this SteadyBody body) => Assert.Single(body.Marks);
}
