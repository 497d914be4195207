using Azygos.Body.Model;
using Azygos.Clinic.Lesions;
using Azygos.Clinic.Procedures;
using Azygos.Clinic.Tests.Lesions;

namespace Azygos.Clinic.Tests.Procedures;

public sealed class ProcedureTests
{
    private const string Jugular = "ijv_left_j2";

    private static readonly Stenosis Ninety = new() { Id = "lesion_1", Vessel = Jugular, AreaReduction = 0.9 };

    private static VesselRow Vein => Healthy.Model.Vessels.First(row => row.Id == Jugular);

    /// <summary>A₁ = A_s + (1 − r)(A_b − A_s): balloon of the vein's own width, by hand.</summary>
    [Fact]
    public void A_balloon_opens_by_what_recoil_leaves()
    {
        double width = Math.Sqrt(400 * Vein.RestArea / Math.PI);
        Venoplasty balloon = new() { Id = "p", Diameter = width };
        Assert.Equal(0.1 + 0.65 * 0.9, balloon.OpenShareAfter(0.1, 0.35, Vein.RestArea), 1e-12);
        Stenosis left = balloon.On(Healthy.Model, Ninety).OfType<Stenosis>().Single();
        Assert.Equal(1 - (0.1 + 0.65 * 0.9), left.AreaReduction, 1e-12);
    }

    [Fact]
    public void A_balloon_narrower_than_the_throat_does_nothing()
    {
        Venoplasty balloon = new() { Id = "p", Diameter = 2 };
        Stenosis mild = Ninety with { AreaReduction = 0.1 };
        Assert.Equal(0.1, balloon.On(Healthy.Model, mild).OfType<Stenosis>().Single().AreaReduction, 1e-12);
    }

    [Fact]
    public void No_vein_becomes_wider_than_at_rest_and_then_nothing_is_left_of_the_lesion()
    {
        Venoplasty balloon = new() { Id = "p", Diameter = 16 };
        Assert.Equal(1, balloon.OpenShareAfter(0.1, 0.2, 1.0));
        IReadOnlyList<Lesion> stands = balloon.On(Healthy.Model, Ninety);
        ProcedureMark mark = Assert.IsType<ProcedureMark>(Assert.Single(stands));
        BodyModel treated = mark.On(Healthy.Model);
        Assert.Equal(Healthy.Model.Throats, treated.Throats);
        Assert.Equal("venoplasty", Assert.Single(treated.Marks).Kind);
    }

    [Fact]
    public void A_web_recoils_less_than_a_scar_and_a_small_vein_more()
    {
        double Recoil(Lesion lesion) => Lumen.Of(lesion)!.Recoil;
        Lesion web = new Membrane { Id = "m", Vessel = Jugular, AreaReduction = 0.9 };
        Lesion small = new Hypoplasia { Id = "h", Vessel = Jugular, AreaReduction = 0.7 };
        Assert.True(Recoil(web) < Recoil(Ninety));
        Assert.True(Recoil(Ninety) < Recoil(small));
    }

    [Fact]
    public void A_compression_from_outside_stays_as_it_was()
    {
        Compression bone = new() { Id = "c", Vessel = Jugular, GapArea = 0.05 };
        Assert.Contains(bone, new Venoplasty { Id = "p", Diameter = 14 }.On(Healthy.Model, bone));
    }

    [Fact]
    public void A_septum_opens_and_closes_by_its_own_law()
    {
        Septum half = new() { Id = "s", Vessel = Jugular, LargerChannel = 0.8 };
        double share = Lumen.Of(half)!.OpenShare!.Value;
        Assert.Equal(0.8, ((Septum)Lumen.Opened(half, share)!).LargerChannel, 1e-12);
    }

    /// <summary>logit p = logit(15/495) + 2 (D_b/D₀ − 1.2).</summary>
    [Fact]
    public void The_risk_of_a_tear_grows_with_the_balloon()
    {
        Venoplasty usual = new() { Id = "p", Diameter = 12 };
        Assert.Equal(15.0 / 495, usual.DissectionRisk(10), 1e-12);
        Assert.Equal(0.0539, (usual with { Diameter = 15 }).DissectionRisk(10), 1e-4);
    }

    /// <summary>12 months: 19 months give 47 % lost, 28 give 35 %, 38 give 27 %, as the three anchors ask.</summary>
    [Theory]
    [InlineData(19, 0.468)]
    [InlineData(28, 0.349)]
    [InlineData(38, 0.271)]
    public void Restenosis_passes_its_anchors(double months, double lost)
    {
        Assert.Equal(lost, Restenosis.Lost(12, months), 1e-3);
        Assert.Equal(0, Restenosis.Lost(0, months));
    }

    [Fact]
    public void After_months_a_lumen_goes_back_to_what_it_was_and_no_further()
    {
        Venoplasty balloon = new() { Id = "p", Diameter = 12, MonthsAfter = 1e4 };
        Assert.Equal(0.1, balloon.OpenShareAfter(0.1, 0.35, 1), 1e-9);
        Assert.InRange((balloon with { MonthsAfter = 12 }).OpenShareAfter(0.1, 0.35, 1), 0.11,
            (balloon with { MonthsAfter = 0 }).OpenShareAfter(0.1, 0.35, 1));
    }

    [Fact]
    public void A_stent_holds_the_vein_open_and_stiff_and_leaves_a_residue()
    {
        Stent stent = new() { Id = "p", Diameter = 12, Length = 4 };
        IReadOnlyList<Lesion> stands = stent.On(Healthy.Model, Ninety);
        BodyModel treated = Lesion.All(Healthy.Model, stands);
        ReachRow wall = Assert.Single(treated.Reaches);
        Assert.Equal(Math.Max(1, Math.PI * 1.2 * 1.2 / 4 / Vein.RestArea), wall.AreaFactor, 1e-12);
        Assert.Equal((30, 0), (wall.StiffnessFactor, wall.OutsidePressure));
        Assert.Equal(0.9, Assert.Single(treated.Throats).ForwardShare, 1e-12);
        Assert.Equal(["stented wall", "stenosis", "stent"], treated.Marks.Select(mark => mark.Kind));
    }

    /// <summary>exp(3 (14/12 − 1)) = 1.65; exp(3 (14/16 − 1)) = 0.69.</summary>
    [Fact]
    public void A_stent_that_the_vein_outgrows_moves_more_easily()
    {
        Stent stent = new() { Id = "p", Diameter = 12 };
        Assert.Equal(1.6487, stent.MigrationFactor(14), 1e-4);
        Assert.Equal(0.6873, (stent with { Diameter = 16 }).MigrationFactor(14), 1e-4);
        Assert.Equal(14, stent.WidestIn(Vein));
        VesselRow sinus = Healthy.Model.Vessels.First(row => row.Id == "transverse_sinus_right");
        Assert.InRange(stent.WidestIn(sinus), 3, 12);    // what the dura holds, not what a jugular vein does
        Assert.Contains("outgrows it", stent.On(Healthy.Model, Ninety).OfType<ProcedureMark>().Single().Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_no_lumen_to_open_is_refused_by_name()
    {
        Venoplasty balloon = new() { Id = "p", Diameter = 12 };
        Assert.Null(balloon.Objection(Ninety));
        Assert.Contains("agenesis", balloon.Objection(new Agenesis { Id = "a", Vessel = Jugular }), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => balloon.On(Healthy.Model, new Agenesis { Id = "a", Vessel = Jugular }));
    }

    /// <summary>The steady state of the lumped body: what a narrowing takes away comes back.</summary>
    [Fact]
    public void A_treated_vein_carries_more_than_the_narrowed_one()
    {
        double narrowed = Healthy.With(Ninety.On(Healthy.Model)).FlowIn(Jugular);
        double healthy = Healthy.Steady.FlowIn(Jugular);
        foreach (Procedure procedure in (Procedure[])
            [new Venoplasty { Id = "p", Diameter = 14 }, new Stent { Id = "p", Diameter = 12 }])
        {
            double treated = Healthy.With(Lesion.All(Healthy.Model, procedure.On(Healthy.Model, Ninety))).FlowIn(Jugular);
            Assert.InRange(treated, narrowed + 0.8 * (healthy - narrowed), 1.1 * healthy);
        }
    }

    [Fact]
    public void The_catalogue_knows_both()
    {
        Assert.Equal(["venoplasty", "stent"], ProcedureKinds.All.Select(kind => kind.Word));
        Assert.True(ProcedureKinds.Has("stent"));
        Assert.False(ProcedureKinds.Has("stenosis"));
    }
}
