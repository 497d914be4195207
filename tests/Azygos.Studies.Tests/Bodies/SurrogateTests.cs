using Azygos.Clinic.Criteria;
using Azygos.Numerics;
using Azygos.Studies.Bodies;
using Azygos.Studies.Populations;

namespace Azygos.Studies.Tests.Bodies;

/// <summary>The surrogate on made-up bodies whose law is known.</summary>
public sealed class SurrogateTests
{
    private static readonly CriteriaRules Rules = CriteriaRules.Zamboni2009;

    private static (PersonFeatures, BodyFindings?)[] People(int count, Func<PersonFeatures, int, double> law) =>
        [.. Enumerable.Range(0, count).Select(k =>
        {
            Person person = Shipped.Folder.Population.Draw(8, 0, k);
            PersonFeatures features = PersonFeatures.Of(person, k % 2 == 0);
            double y = law(features, k);
            // Quadratic on the scale on which each is fitted.
            double[] values = [.. BodyQuantity.All.Select((_, at) => at == 2 ? Math.Exp(y / 10)
                : at is 0 or 3 ? MeanFlowExamination.DeadBand * Math.Sinh(y / 10) : y)];
            return (features, (BodyFindings?)new BodyFindings(FindingOrigin.Solver, values,
                BodyFindings.Judge(values, MeanFlowExamination.DeadBand, Rules)));
        })];

    private static double Quadratic(PersonFeatures x, int k) => 2 + x.Values[0] - 3 * x.Values[4] * x.Values[8];

    [Fact]
    public void A_quadratic_law_is_learnt()
    {
        Surrogate found = Surrogate.Fit("hash", People(400, Quadratic), Rules);
        Assert.All(found.Error.Quantities, one => Assert.InRange(one.Explained, 0.99, 1));
        Assert.All(found.Error.CalledAlike, share => Assert.InRange(share, 0.95, 1));
        PersonFeatures other = PersonFeatures.Of(Shipped.Folder.Population.Draw(9, 0, 1), false);
        BodyFindings guess = found.Predict(other, Rules);
        Assert.Equal(FindingOrigin.Surrogate, guess.Origin);
        Assert.InRange(guess.Values[5] - Quadratic(other, 0), -0.5, 0.5);   // of a spread of 3
    }

    /// <summary>What cannot be learnt is said to be unknown: the error is that of people left out.</summary>
    [Fact]
    public void Noise_is_not_explained()
    {
        Surrogate found = Surrogate.Fit("hash", People(400,
            (_, k) => new AddressedNumbers(1, 0, 0, k).NextUniform()), Rules);
        Assert.InRange(found.Error.Quantities[5].Explained, -1.5, 0.05);
        Assert.True(found.Error.Quantities[5].Error > 0.9 * found.Error.Quantities[5].Spread);
    }

    [Fact]
    public void Stopped_people_are_counted_and_no_shape_but_its_own_is_taken()
    {
        (PersonFeatures, BodyFindings?)[] people = People(300, Quadratic);
        people[7].Item2 = null;
        Surrogate found = Surrogate.Fit("hash", people, Rules);
        Assert.Equal((299, 1), (found.Error.People, found.Error.Stopped));
        double[][] coefficients = [.. found.Coefficients.Select(one => one.ToArray())];
        Assert.Equal(found.Coefficients, Surrogate.From("hash", coefficients, found.Error).Coefficients);
        Assert.Throws<ArgumentException>(() => Surrogate.From("hash", coefficients[1..], found.Error));
    }
}
