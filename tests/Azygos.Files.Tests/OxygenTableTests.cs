using Azygos.Body.Anatomy;
using Azygos.Body.Model;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;
using Azygos.Files.Physiology;

namespace Azygos.Files.Tests;

/// <summary>What beds consume: read whole or not at all, and merged with the beds.</summary>
public sealed class OxygenTableTests
{
    private const string Table = "oxygen_demands.csv", Header = "bed,demand_mL_min,basis,source,note\n";

    [Fact]
    public void Both_shipped_bodies_consume_as_much_as_a_person_at_rest()
    {
        foreach (BodyModel model in (BodyModel[])
            [ShippedModel.Model, ModelReader.Read(Path.Combine(AppContext.BaseDirectory, "models", "healthy-adult"))])
        {
            Assert.Equal(204, model.OxygenDemands.Sum(row => row.Demand), 0.01);   // 250 less the brain, textbook
            Assert.Equal(model.Beds.Select(bed => bed.Id).Order(), model.OxygenDemands.Select(row => row.Bed).Order());
            BodyModel core = model.At(AnatomicalDetail.Core);
            Assert.Equal(204, core.OxygenDemands.Sum(row => row.Demand), 0.01);
            Assert.Equal(core.Beds.Select(bed => bed.Id).Order(), core.OxygenDemands.Select(row => row.Bed).Order());
        }
    }

    [Fact]
    public void A_bed_without_a_row_is_a_fault_where_others_have_one()
    {
        ShippedModel model = ShippedModel.Copy();
        string bed = ShippedModel.Model.Beds[0].Id;
        model.With(Table, Header + string.Concat(ShippedModel.Model.Beds.Skip(1).Select(b => $"{b.Id},1,assumed,,\n")));
        Fault fault = Assert.Single(model.Faults());
        Assert.Equal(("id", bed), (fault.Key, fault.Value));
        Assert.Contains("has no row in oxygen_demands.csv", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_table_the_parameters_of_oxygen_would_change_nothing()
    {
        ShippedModel model = ShippedModel.Copy();
        model.With(Table, Header);
        Assert.Equal(ParameterPaths.Oxygen, model.Faults().Select(fault => fault.Value));
        Assert.All(model.Faults(), fault =>
            Assert.Contains("would change nothing", fault.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void With_the_table_every_parameter_of_oxygen_is_needed()
    {
        ShippedModel model = ShippedModel.Copy();
        string text = model.Text("parameters.csv");
        model.With("parameters.csv", string.Concat(text.Split('\n').Where(line => line.Length > 0
            && !line.StartsWith("oxygen.brain_mass", StringComparison.Ordinal)).Select(line => line + "\n")));
        Fault fault = Assert.Single(model.Faults());
        Assert.Equal("oxygen.brain_mass_g", fault.Value);
        Assert.Contains("is missing", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_published_row_has_a_mark_a_source_and_a_group()
    {
        Assert.Equal(8, PublishedOxygen.All.Count);
        Assert.All(PublishedOxygen.All, row =>
        {
            Assert.Contains(row.Status, (string[])["published", "published_secondary", "recalled"]);
            Assert.NotEmpty(row.Source);
            Assert.NotNull(row.Healthy);
        });
        PublishedOxygen sinus = PublishedOxygen.All.Single(row => row.Id == "svo2_sss");
        Assert.Equal((64.2, 59.6), (sinus.MultipleSclerosis!.Mean, sinus.Healthy!.Mean));
    }

    [Fact]
    public void A_row_that_names_a_site_names_one_of_the_shipped_body() => Assert.All(
        PublishedOxygen.All.Where(row => row.Computed.StartsWith("site:", StringComparison.Ordinal)),
        row => Assert.Contains(row.Computed[5..], ShippedModel.Model.Sites.Select(site => site.Id)));
}
