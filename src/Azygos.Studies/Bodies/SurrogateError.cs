using Azygos.Clinic.Criteria;

namespace Azygos.Studies.Bodies;

/// <summary>How wrong a surrogate is about people whom it was not fitted to.</summary>
/// <param name="People">People who were predicted.</param>
/// <param name="Stopped">People whose body had no state; nothing is predicted of them.</param>
/// <param name="Quantities">A row a quantity.</param>
/// <param name="CalledAlike">Share of people about whom solver and surrogate agree on criterion k [1]; shape [5].</param>
/// <param name="LabelledAlike">The same for two criteria or more [1].</param>
/// <source choice="the outcome of an examination is what a surrogate is for, so its error is told in calls"/>
public sealed record SurrogateError(int People, int Stopped, IReadOnlyList<SurrogateQuantity> Quantities,
    IReadOnlyList<double> CalledAlike, double LabelledAlike)
{
    internal static SurrogateError Of(BodyFindings[] solved, double[][] predicted, CriteriaRules rules, int stopped)
    {
        bool[][] calls = [.. predicted.Select(one => BodyFindings.Judge(one, MeanFlowExamination.DeadBand, rules))];
        double Share(Func<int, bool> agrees) => (double)Enumerable.Range(0, solved.Length).Count(agrees) / solved.Length;
        return new SurrogateError(solved.Length, stopped,
            [.. BodyQuantity.All.Select((quantity, at) => Row(
                quantity, [.. solved.Select(one => one.Values[at])], [.. predicted.Select(one => one[at])]))],
            [.. Enumerable.Range(0, 5).Select(k => Share(i => calls[i][k] == solved[i].Met[k]))],
            Share(i => calls[i].Count(met => met) >= CriteriaResult.HistoricalNumber
                == solved[i].Met.Count(met => met) >= CriteriaResult.HistoricalNumber));
    }

    private static SurrogateQuantity Row(BodyQuantity quantity, double[] truth, double[] guess)
    {
        double mean = truth.Average(), spread = truth.Sum(y => (y - mean) * (y - mean));
        double wrong = truth.Zip(guess, (y, g) => (y - g) * (y - g)).Sum();
        return new SurrogateQuantity(quantity.Key, quantity.Unit, Math.Sqrt(wrong / truth.Length),
            Math.Sqrt(spread / truth.Length), spread > 0 ? 1 - wrong / spread : 0);
    }
}

/// <summary>Error of one quantity.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Error">Root of the mean square, in its unit.</param>
/// <param name="Spread">Standard deviation over people, in its unit.</param>
/// <param name="Explained">1 − error²/spread² [1].</param>
/// <source choice="Q² of cross-validation"/>
public readonly record struct SurrogateQuantity(string Key, string Unit, double Error, double Spread, double Explained);
