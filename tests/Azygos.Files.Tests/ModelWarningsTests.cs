using Azygos.Body.Model;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;

namespace Azygos.Files.Tests;

/// <summary>A vessel in another unit draws a warning that names its table and path.</summary>
public sealed class ModelWarningsTests
{
    [Fact]
    public void The_shipped_body_draws_none() => Assert.Empty(ModelWarnings.Of(ShippedModel.Model));

    [Fact]
    public void A_vessel_of_fifteen_metres_is_named_and_a_closed_one_is_not()
    {
        VesselRow first = ShippedModel.Model.Vessels[0], second = ShippedModel.Model.Vessels[1];
        BodyModel odd = ShippedModel.Model with
        {
            Vessels =
                [first with { Length = 1500 }, second with { RestArea = 0 }, .. ShippedModel.Model.Vessels.Skip(2)],
        };
        Fault warning = Assert.Single(ModelWarnings.Of(odd));
        Assert.Equal($"{ShippedModel.Id}/vessels.csv", warning.File);
        Assert.Equal(($"vessels.{first.Id}.length_cm", "1500"), (warning.Key, warning.Value));
        Assert.StartsWith("15 m", warning.Message, StringComparison.Ordinal);
    }
}
