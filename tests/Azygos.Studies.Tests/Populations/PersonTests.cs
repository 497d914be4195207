using Azygos.Studies.Designs;
using Azygos.Studies.Populations;
using Azygos.Studies.Running;

namespace Azygos.Studies.Tests.Populations;

public sealed class PersonTests
{
    [Fact]
    public void Person_17_is_the_same_person_in_every_study_shard_and_run()
    {
        PersonRow small = Shipped.Rows(Shipped.Plan(Shipped.Null, 1))[17];
        PersonRow large = Shipped.Rows(Shipped.Plan(Shipped.Null with { Cases = 10, Controls = 500 }, 3), 0, 4)[17];
        Assert.Equal((small.Age, small.LeastArea, small.IsMan), (large.Age, large.LeastArea, large.IsMan));
        Assert.NotEqual(small.Group, large.Group);      // what a person is does not depend on the group
        Person drawn = Shipped.People.Draw(Shipped.Null.Seed, 0, 17);
        Assert.Equal(small.LeastArea, drawn.LeastArea.SquareMillimetres);
        Assert.Equal(drawn, Shipped.People.Draw(Shipped.Null.Seed, 0, 17));
    }

    [Fact]
    public void Another_seed_or_repetition_is_another_person()
    {
        Person one = Shipped.People.Draw(1, 0, 17);
        Assert.NotEqual(one.Age, Shipped.People.Draw(2, 0, 17).Age);
        Assert.NotEqual(one.Age, Shipped.People.Draw(1, 1, 17).Age);
    }

    [Fact]
    public void A_study_without_a_person_more_does_not_change_the_others()
    {
        IReadOnlyList<PersonRow> many = Shipped.Rows(Shipped.Plan(Shipped.Null, 2));
        IReadOnlyList<PersonRow> fewer =
            Shipped.Rows(Shipped.Plan(Shipped.Null with { Controls = 99 }, 2));
        Assert.Equal(many.Where(row => row.Person < 199), fewer);
    }

    [Fact]
    public void Older_people_change_in_what_goes_with_age_and_in_nothing_else()
    {
        Person one = Shipped.People.Draw(1, 0, 3), older = one.Older(10, Shipped.People.Slopes);
        Assert.Equal(one.Age + 10, older.Age);
        Assert.Equal(Math.Exp(0.05), older.Left.J1.SquareMetres / one.Left.J1.SquareMetres, tolerance: 1e-12);
        Assert.Equal(one.CerebralBloodFlow - 2.5, older.CerebralBloodFlow, tolerance: 1e-9);
        Assert.Equal(one with
        {
            Age = older.Age,
            Left = older.Left,
            Right = older.Right,
            CerebralBloodFlow = older.CerebralBloodFlow,
            MeanArterialPressure = older.MeanArterialPressure,
        }, older);
        Assert.Equal(one, one.Older(0, Shipped.People.Slopes));
    }

    /// <summary>Correlations that were put in come out: each Pearson correlation within 4 standard errors.</summary>
    [Fact]
    public void Areas_go_together_as_the_table_says()
    {
        const int n = 20_000;
        Person[] people = [.. Enumerable.Range(0, n).Select(i => Shipped.People.Draw(3, 0, i)).Where(p => !p.IsMan)];
        double[] Of(Func<Person, double> of) => [.. people.Select(of)];
        double[] left = Of(p => Math.Log(p.Left.J1.SquareMetres)), right = Of(p => Math.Log(p.Right.J1.SquareMetres));
        double[] next = Of(p => Math.Log(p.Right.J2.SquareMetres)), far = Of(p => Math.Log(p.Right.J3.SquareMetres));
        double bar = 4 / Math.Sqrt(people.Length);
        // The small sinus of some people blurs the left side a little: 0.3 becomes 0.296.
        Assert.Equal(0.3, Correlation(left, right), tolerance: bar + 0.005);
        Assert.Equal(0.6, Correlation(right, next), tolerance: bar);
        Assert.Equal(0.36, Correlation(right, far), tolerance: bar);
        Assert.Equal(0.3, Correlation(right, Of(p => p.CentralVenousPressure.Pascals)), tolerance: bar);
    }

    private static double Correlation(double[] x, double[] y)
    {
        double mx = x.Average(), my = y.Average();
        double xy = x.Zip(y).Sum(one => (one.First - mx) * (one.Second - my));
        return xy / Math.Sqrt(x.Sum(one => (one - mx) * (one - mx)) * y.Sum(one => (one - my) * (one - my)));
    }

    [Fact]
    public void A_truth_that_is_not_null_gives_narrowings_to_more_people_and_takes_none_away()
    {
        StudyDesign none = Shipped.Null with { Examiner = ExaminerKind.Accuracy, PositiveRate = null };
        none = none with { Sensitivity = 0.6, Specificity = 0.8 };
        StudyDesign more = none with
        {
            HasCustomTruth = true,
            TrueOddsRatio = 3,
            Given = ["truth.kind", "truth.odds_ratio"],
        };
        IReadOnlyList<PersonRow> a = Shipped.Rows(Shipped.Plan(none, 20));
        IReadOnlyList<PersonRow> b = Shipped.Rows(Shipped.Plan(more, 20));
        Assert.All(a.Zip(b), pair => Assert.True(pair.Second.Lesion >= pair.First.Lesion));
        Assert.Equal(a.Where(row => row.Group == 0), b.Where(row => row.Group == 0));
        // p = 0.366 at odds ratio 3: 0.634.
        Assert.Equal(0.634, b.Where(row => row.Group == 1).Average(row => row.Lesion), tolerance: 4 * 0.5 / Math.Sqrt(2000));
    }
}
