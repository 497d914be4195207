using Azygos.Body.Anatomy;
using Azygos.Body.Model;
using Azygos.Body.Prediction;
using Azygos.Body.Tests.Anatomy;

namespace Azygos.Body.Tests.Prediction;

/// <summary>The validation page of the body shows every prediction as it is computed now.</summary>
/// <remarks>With <c>AZYGOS_REGENERATE=validation</c> in the environment its tables and its figure are written anew
/// first, those that take beats too.</remarks>
public sealed class BodyPageTests
{
    // What a change of the code may move without a new page: far below every band.
    private const double Share = 0.02, Least = 0.005;

    private static BodyModel Model => AnatomicalBody.Full;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_prediction_is_on_the_page_as_it_is_computed()
    {
        Predictor predictor = new(Model, AnatomicalDetail.Core);
        if (PredictionPage.IsRegenerated)
        {
            PredictionPage.Write(Model.Predictions.Select(row => predictor.Judge(row, Cancellation)));
            File.WriteAllText(
                Path.Combine(PredictionPage.Folder, "images", "body-predictions.svg"),
                PredictionFigure.Of(predictor, Model, Cancellation));
        }

        List<string[]> page = PredictionPage.Rows("predictions");
        Assert.Equal(Model.Predictions.Select(row => row.Id), page.Select(cells => cells[0]));
        foreach ((PredictionRow row, string[] shown) in Model.Predictions.Zip(page))
        {
            // Those of a beating run keep the page's value: a run each would be half a minute.
            PredictionOutcome outcome = row.Beating
                ? new PredictionOutcome(row, Number(shown[6]), "")
                : predictor.Judge(row, Cancellation);
            Assert.True(outcome.Failure == "", $"{row.Id}: {outcome.Failure}");
            string[] now = PredictionPage.Row(outcome);
            Assert.Equal(now[..6], shown[..6]);
            Assert.Equal(now[7], shown[7]);
            Assert.Equal(now[9], shown[9]);
            Assert.Equal(now[8].Split(',')[0], shown[8].Split(',')[0]);
            double then = Number(shown[6]), computed = Number(now[6]);
            Assert.True(
                Math.Abs(computed - then) <= Share * Math.Abs(then) + Least,
                $"{row.Id}: {computed} now, {then} on the page");
        }
    }

    [Fact]
    public void The_page_names_the_counts_of_its_table()
    {
        List<string[]> judged = [.. PredictionPage.Rows("predictions").Where(cells => cells[8] != "no datum")];
        List<string[]> blind = [.. judged.Where(cells => cells[9] == "yes")];
        Assert.Contains(
            $"{judged.Count(Hit)} of {judged.Count} are hit; of the {blind.Count} blind ones, {blind.Count(Hit)}",
            File.ReadAllText(PredictionPage.File).ReplaceLineEndings(" "), StringComparison.Ordinal);

        static bool Hit(string[] cells) => cells[8] == "hit";
    }

    private static double Number(string text) =>
        double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
