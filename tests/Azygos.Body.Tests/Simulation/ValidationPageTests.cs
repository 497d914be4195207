using Azygos.Body.Model;
using Azygos.Body.Results;

namespace Azygos.Body.Tests.Simulation;

/// <summary>The validation page of the body shows every row; its supine numbers are compared with a run by
/// <see cref="SupineRunTests"/>.</summary>
/// <remarks>With <c>AZYGOS_REGENERATE=validation</c> in the environment both postures are run with the default settings
/// and the table is written anew first.</remarks>
public sealed class ValidationPageTests
{
    [Fact]
    public void Every_row_is_on_the_page_with_its_band_and_use()
    {
        if (Environment.GetEnvironmentVariable("AZYGOS_REGENERATE") == "validation")
            ValidationPage.Write(new double[] { 0, 90 }.Select(tilt =>
                BodySimulation.Run(ShippedBody.Model, new SimulationSettings { TiltDegrees = tilt })));
        // The computed value and the verdict are the page's own: what a run must give is asked elsewhere.
        List<string[]> page = ValidationPage.Rows();
        Assert.Equal(Fixed(ShippedBody.Model.Validation.Select(
            row => ValidationPage.Row(new ValidationOutcome(row, row.Value)))), Fixed(page));
    }

    [Fact]
    public void Every_verdict_follows_from_the_numbers_beside_it()
    {
        Dictionary<string, ValidationRow> model = ShippedBody.Model.Validation.ToDictionary(row => row.Id);
        foreach (string[] row in ValidationPage.Rows())
        {
            double computed = double.Parse(row[4], System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(new ValidationOutcome(model[row[0]], computed).Hit, row[6] == "inside");
        }
    }

    private static IEnumerable<string> Fixed(IEnumerable<string[]> rows) =>
        rows.Select(row => string.Join(" | ", row[..4].Append(row[5]).Append(row[7])));
}
