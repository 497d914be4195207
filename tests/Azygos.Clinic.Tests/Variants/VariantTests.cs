using Azygos.Body.Model;
using Azygos.Clinic.Tests.Lesions;
using Azygos.Clinic.Variants;

namespace Azygos.Clinic.Tests.Variants;

public sealed class VariantTests
{
    [Fact]
    public void The_model_s_own_side_changes_nothing() =>
        Assert.Same(Healthy.Model, Dominance.Variant.On(Healthy.Model, "right"));

    [Fact]
    public void The_other_side_s_dominance_sends_the_blood_the_other_way()
    {
        BodyModel left = Dominance.Variant.On(Healthy.Model, "left");
        Assert.True(Flow(left, "ijv_left_j2") > Flow(left, "ijv_right_j2"));
        Assert.True(Healthy.Steady.FlowIn("ijv_left_j2") < Healthy.Steady.FlowIn("ijv_right_j2"));
    }

    [Fact]
    public void Balanced_sides_share_alike()
    {
        BodyModel balanced = Dominance.Variant.On(Healthy.Model, "balanced");
        Assert.InRange(Flow(balanced, "ijv_left_j2") / Flow(balanced, "ijv_right_j2"), 0.8, 1.25);
    }

    [Fact]
    public void A_normal_sinus_changes_nothing() =>
        Assert.Same(Healthy.Model, TransverseSinus.Left.On(Healthy.Model, "normal"));

    [Fact]
    public void The_smaller_the_sinus_the_less_its_side_carries()
    {
        double normal = Healthy.Steady.FlowIn("transverse_sinus_left");
        double small = Flow(TransverseSinus.Left.On(Healthy.Model, "hypoplasia"), "transverse_sinus_left");
        Assert.InRange(small, 0, 0.7 * normal);
        Assert.Equal(0, Flow(TransverseSinus.Left.On(Healthy.Model, "aplasia"), "transverse_sinus_left"));
    }

    [Fact]
    public void Every_word_of_the_catalogue_makes_a_body()
    {
        foreach (Variant variant in Clinic.Variants.Variants.All)
            foreach (string word in variant.Words)
                Assert.Equal(Healthy.Model.Vessels.Count, variant.On(Healthy.Model, word).Vessels.Count);
    }

    private static double Flow(BodyModel model, string vessel) => Healthy.With(model).FlowIn(vessel);
}
