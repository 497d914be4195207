using Azygos.Body.Results;
using Azygos.Body.Timeline;
using Azygos.Clinic.Criteria;
using Azygos.Clinic.Examination;
using Azygos.Clinic.Instruments.Ultrasound;
using Azygos.Quantities;

namespace Azygos.Clinic.Tests.Examination;

public sealed class ExaminerTests
{
    private static readonly Operator Ideal = new()
    {
        ProbePressure = Pressure.FromPascals(0),
        Lumen = new BModeArea { Agreement = 1 },
    };

    [Fact]
    public void An_ordinary_body_in_ideal_hands_meets_nothing()
    {
        ExaminationResult result = MadeUpRun.Examine(Of(Ideal));
        Assert.Equal(0, result.Truth!.Count);
        Assert.Equal(0, result.Measured!.Count);
        Assert.Equal(Flavour.Truth, result.Truth.Flavour);
        Assert.Equal(Flavour.Measured, result.Measured.Flavour);
    }

    [Fact]
    public void Ideal_hands_read_the_lumen_that_is()
    {
        foreach (SiteExamination site in MadeUpRun.Examine(Of(Ideal)).Sites.Where(
            site => site.Site.Kind == VeinKind.Jugular))
        {
            Assert.Equal(site.Posture == ExaminedPosture.Supine ? 0.9e-4 : 0.1e-4, site.Truth.Area, 1e-10);
            Assert.Equal(site.Truth.Area, site.Measured.Area, 1e-12);
        }
    }

    [Fact]
    public void The_flow_by_Doppler_and_B_mode_is_near_the_flow_that_is()
    {
        SiteExamination site = MadeUpRun.Examine(Of(Ideal)).Sites.First(one => one.Site.Id == "ijv_right_j2");
        // Half the envelope stands for the mean; the aperture broadens it by 14 % and classes round it up.
        Assert.InRange(site.Measured.Flow / site.Truth.Flow, 0.95, 1.35);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(7, true)]
    public void A_probe_that_presses_narrows_the_vein_that_it_looks_at(double pressure, bool narrow)
    {
        // The made-up vein loses 0.1 cm² a mmHg: 0.5 cm² under 4 mmHg, 0.2 under 7.
        ExaminationResult result = MadeUpRun.Examine(Of(
            Ideal with { ProbePressure = Pressure.FromMillimetresOfMercury(pressure) }));
        Assert.False(result.Truth!.Criteria[2].Positive);
        Assert.Equal(narrow, result.Measured!.Criteria[2].Positive);
        Assert.Equal(0.9 - 0.1 * pressure - 0.3, -result.Measured.Criteria[2].Margin!.Value, 0.005);
    }

    [Fact]
    public void More_pressure_never_meets_fewer_criteria()
    {
        int[] counts = [.. new[] { 0.0, 2, 4, 6, 8, 10 }.Select(pressure => MadeUpRun.Examine(Of(
            Ideal with { ProbePressure = Pressure.FromMillimetresOfMercury(pressure) })).Measured!.Count)];
        Assert.Equal(counts.Order(), counts);
        Assert.True(counts[^1] > counts[0]);
    }

    [Fact]
    public void A_probe_that_presses_only_lying_makes_the_vein_wider_sitting()
    {
        ExaminationResult result = MadeUpRun.Examine(Of(Ideal with
        {
            ProbePressure = Pressure.FromMillimetresOfMercury(8.5),
            SittingProbePressure = Pressure.FromPascals(0),
        }));
        Assert.False(result.Truth!.Criteria[4].Positive);
        Assert.True(result.Measured!.Criteria[4].Positive);
    }

    [Fact]
    public void The_probe_visits_every_level_of_both_sides_and_no_other_vein()
    {
        SimulationSettings settings = Of(new Operator()).Settings(
            MadeUpRun.Model, new SimulationSettings(), ExaminedPosture.Supine);
        ProbePressure[] pressed = [.. settings.Timeline!.Events.OfType<ProbePressure>()];
        Assert.Equal(6, pressed.Length);
        Assert.All(pressed, one => Assert.StartsWith("ijv_", one.Vessel, StringComparison.Ordinal));
        Assert.All(pressed, one => Assert.True(one.For > 24, $"{one.For} s"));
        Assert.True(settings.SampleInterval <= 0.005);
        Assert.Empty(settings.Timeline.Check(MadeUpRun.Model));
    }

    [Fact]
    public void Levels_that_are_not_looked_at_decide_nothing()
    {
        ExaminationResult result = MadeUpRun.Examine(
            Of(Ideal with { Levels = ["j2"] }),
            lumen: (vessel, lying, probe) => vessel.EndsWith("j3", StringComparison.Ordinal)
                ? 0.2 : MadeUpRun.Normal(vessel, lying, probe));
        Assert.False(result.Measured!.Criteria[2].Positive);
        Assert.DoesNotContain(result.Sites, site => site.Site.Level is "j1" or "j3");
    }

    [Fact]
    public void Reflux_while_the_breath_is_held_is_found_in_both_flavours()
    {
        // Windows of the first block: a breath, then 10 s, then the hold.
        double hold = Breath + 10;
        ExaminationResult result = MadeUpRun.Examine(Of(Ideal), velocity: (vessel, _, time) =>
            vessel == "vertebral_vein_left" && time > hold + 2 && time < hold + 3.2 ? -8 : 10);
        Assert.Equal(["vertebral_vein_left"], result.Truth!.Criteria[0].Veins);
        Assert.Equal(["vertebral_vein_left"], result.Measured!.Criteria[0].Veins);
        // 1.2 s; smoothing at 20 Hz moves neither end by more than two samples.
        Assert.Equal(1.2 - 0.88, result.Truth.Criteria[0].Margin!.Value, 0.02);
    }

    [Fact]
    public void Folding_over_makes_reflux_where_there_is_none()
    {
        ExaminationResult Fast(bool adjusts) => MadeUpRun.Examine(
            Of(Ideal with { AdjustsScale = adjusts }), velocity: (_, _, _) => 15);
        Assert.False(Fast(adjusts: true).Measured!.Criteria[0].Positive);
        Assert.True(Fast(adjusts: false).Measured!.Criteria[0].Positive);
    }

    [Fact]
    public void A_beam_beside_the_vein_finds_no_flow_where_there_is_some()
    {
        // A lumen of 0.9 cm² is 5.4 mm from axis to wall.
        ExaminationResult result = MadeUpRun.Examine(Of(
            Ideal with { Doppler = new DopplerSettings { BeamOffset = Length.FromMillimetres(7) } }));
        Assert.False(result.Truth!.Criteria[3].Positive);
        Assert.True(result.Measured!.Criteria[3].Positive);
        Assert.Equal(0, result.Measured.Criteria[3].Value);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_seed_others()
    {
        double[] first = Areas(Of(new Operator())), again = Areas(Of(new Operator()));
        Assert.Equal(first, again);
        Assert.NotEqual(first, Areas(new Examiner
        {
            Protocol = ExaminationProtocol.Zamboni2009,
            Operator = new Operator(),
            Seed = 2,
        }));

        static double[] Areas(Examiner examiner) =>
            [.. MadeUpRun.Examine(examiner).Sites.Select(site => site.Measured.Area + site.Measured.Flow)];
    }

    [Fact]
    public void A_run_that_stopped_is_not_judged()
    {
        Examiner examiner = Of(Ideal);
        ExaminationResult whole = MadeUpRun.Examine(examiner);
        SimulationResult stopped = whole.Sitting with { Ending = new RunEnding(false, "collapsed", 3, "ijv_left_j1") };
        ExaminationResult result = examiner.Examine(MadeUpRun.Model, whole.Supine, stopped);
        Assert.Null(result.Truth);
        Assert.Null(result.Measured);
        Assert.Equal("collapsed", result.Stopped!.Ending.Reason);
    }

    [Theory]
    [InlineData("zamboni2009")]
    [InlineData("isnvd2011")]
    public void Both_versions_judge_all_five(string name)
    {
        ExaminationResult result = MadeUpRun.Examine(new Examiner
        {
            Protocol = ExaminationProtocol.All.Single(one => one.Name == name),
            Operator = Ideal,
            Seed = 1,
        });
        Assert.All(result.Measured!.Criteria, criterion => Assert.NotNull(criterion.Value));
    }

    private static double Breath
    {
        get
        {
            double beat = 60 / MadeUpRun.Model.Parameters["heart.rate_per_min"].Value;
            return beat * Math.Round(60 / MadeUpRun.Model.Parameters["breathing.rate_per_min"].Value / beat);
        }
    }

    private static Examiner Of(Operator who) =>
        new() { Protocol = ExaminationProtocol.Zamboni2009, Operator = who, Seed = 1 };
}
