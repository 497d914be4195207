using Azygos.Clinic.Iron;

namespace Azygos.Clinic.Tests.Iron;

public sealed class IronTests
{
    [Fact]
    public void Switched_off_it_is_the_background_to_the_last_bit()
    {
        IronHypothesis off = new();
        foreach (IronBackground region in IronBackground.All)
            for (double age = 0; age < 90; age += 7.3)
                Assert.Equal(region.At(age), off.Total(region, age, transmural: 60));
    }

    /// <summary>21.41 (1 − e^(−0.09 t)) + 0.37 and the two others at 0 and at 50 years.</summary>
    [Fact]
    public void The_background_is_the_printed_curve()
    {
        Assert.Equal(0.37, IronBackground.GlobusPallidus.At(0));
        Assert.Equal(21.542, IronBackground.GlobusPallidus.At(50), 1e-3);
        Assert.Equal(13.101, IronBackground.Putamen.At(50), 1e-3);
        Assert.Equal(9.197, IronBackground.Caudate.At(50), 1e-3);
    }

    [Fact]
    public void Below_the_threshold_nothing_leaks_whatever_the_gain() =>
        Assert.Equal(0, IronHypothesis.SwitchedOn.Leaked(transmural: 4.6, years: 50));

    [Theory]
    [InlineData(12, 0.1)]
    [InlineData(0.5, 0.5)]
    public void The_exact_course_is_that_of_small_steps(double oxidation, double clearance)
    {
        IronHypothesis law = new() { BasalLeak = 1e-6, LeakGain = 1e-5, Oxidation = oxidation, Clearance = clearance };
        const double dt = 1e-4, pressure = 40;
        double haem = 0, stored = 0, supply = law.Leak(pressure) * 1.18;
        for (int i = 0; i < 200_000; i++)
        {
            double before = haem;
            haem += dt * (supply - oxidation * haem);
            stored += dt * (oxidation * 0.5 * (before + haem) - clearance * stored);
        }

        double exact = law.Leaked(pressure, 20);
        Assert.Equal(1, 100 * (haem + stored) / exact, 1e-3);   // first-order steps of 1e-4 years at 12 a year
    }

    [Fact]
    public void The_competing_account_knows_no_pressure_and_ends_at_release_over_clearance()
    {
        InflammatoryIron iron = new() { Release = 0.2, Clearance = 0.1 };
        Assert.Equal(0, iron.Released(0));
        Assert.Equal(2, iron.Released(1e3), 1e-12);
        Assert.InRange(new InflammatoryIron().Released(15), 1.3, 1.5);   // 7 ppb at 0.55 ppb for 1 µg/g
    }

    [Fact]
    public void Impossible_numbers_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new IronHypothesis { LeakGain = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new IronHypothesis { Clearance = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => IronBackground.Putamen.At(-1));
    }
}
