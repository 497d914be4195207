using Azygos.Clinic.Criteria;
using Azygos.Clinic.Instruments.Ultrasound;
using Azygos.Numerics;

namespace Azygos.Clinic.Tests.Criteria;

/// <summary>Criterion 3 in healthy people is mostly a statement about level, side and modality.</summary>
public sealed class SiteDependenceTests
{
    // Areas of 193 healthy people (doi:10.1371/journal.pone.0149532), 63 men and 130 women: lognormal, coefficient of
    // variation 0.76; shares by the normal distribution of their logarithm.
    [Theory]
    [InlineData("left C2/C3", (28.0 * 63 + 27.2 * 130) / 193, 0.68)]
    [InlineData("right C2/C3", (41.6 * 63 + 38.0 * 130) / 193, 0.48)]
    [InlineData("left C7/T1", 49.3, 0.35)]
    [InlineData("right C7/T1", 68.7, 0.19)]
    [InlineData("mid-neck by ultrasound", 94.5, 0.09)]
    public void The_share_of_healthy_people_who_meet_criterion_3_depends_on_the_level(
        string level, double meanSquareMillimetres, double share)
    {
        const int people = 20_000;
        double median = meanSquareMillimetres * 1e-6 / Math.Sqrt(1 + 0.76 * 0.76);
        var noise = new RandomNumbers(5, level);
        SiteSignals site = Examined.Normal.Sites.First(one => one.Site == "ijv_left_j3");
        int met = 0;
        for (int i = 0; i < people; i++)
        {
            double area = median * Math.Exp(BModeArea.SpreadBetweenPeople * noise.Normal());
            ExaminationSignals one = Examined.Normal with { Sites = [site with { Area = area }] };
            if (NarrowJugular.Judge(one, CriteriaRules.Zamboni2009).Positive) met++;
        }

        // Two printed digits (0.005) and three standard errors of 20,000 draws (0.0035 each).
        Assert.Equal(share, met / (double)people, 0.016);
    }
}
