using Azygos.Clinic.Criteria;
using Azygos.Files.Faults;
using Azygos.Files.Studies;
using Azygos.Files.Tests;
using Azygos.Studies.Bodies;
using Azygos.Studies.Designs;
using Azygos.Studies.Populations;
using Azygos.Studies.Running;

namespace Azygos.Studies.Tests.Bodies;

/// <summary>A run by a surrogate keeps it in its folder: whoever goes on predicts the same bits.</summary>
public sealed class SurrogateRunTests
{
    private static readonly CriteriaRules Rules = CriteriaRules.Zamboni2009;

    [Fact]
    public void A_run_is_opened_with_the_surrogate_that_it_was_made_with()
    {
        using TemporaryFolder folder = new();
        (StudyRunFolder made, FaultList faults) = Made(folder, Shipped.People.Bodies!.Hash);
        StudyRunFolder? opened = StudyRunFolder.Open(made.Folder, Shipped.People, faults);
        faults.ThrowIfAny();
        Assert.Equal(made.Plan.Hash, opened!.Plan.Hash);
        Surrogate before = made.Plan.Population.Bodies!.Surrogate, after = opened.Plan.Population.Bodies!.Surrogate;
        Assert.Equal(before.Coefficients, after.Coefficients);
        Assert.Equal(before.Error.Quantities, after.Error.Quantities);
        Assert.Equal(before.Error.CalledAlike, after.Error.CalledAlike);
        PersonRow[] rows = [.. Shipped.Rows(made.Plan)];
        Assert.Equal(rows, Shipped.Rows(opened.Plan));
        Assert.All(rows, row => Assert.Equal((int)FindingOrigin.Surrogate, row.Origin));
    }

    [Fact]
    public void A_surrogate_of_other_bodies_and_a_broken_one_are_refused()
    {
        using TemporaryFolder folder = new();
        (StudyRunFolder made, FaultList faults) = Made(folder, "other");
        Assert.Null(StudyRunFolder.Open(made.Folder, Shipped.People, faults));
        Assert.Contains("was fitted to other bodies", Assert.Single(faults.Found).Message, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(made.Folder, "surrogate.json"), "{}");
        FaultList broken = new();
        Assert.Null(StudyRunFolder.Open(made.Folder, Shipped.People, broken));
        Assert.NotEmpty(broken.Found);
    }

    private static (StudyRunFolder Run, FaultList Faults) Made(TemporaryFolder folder, string hash)
    {
        Surrogate surrogate = Surrogate.Fit(hash, [.. Enumerable.Range(0, 200).Select(k =>
        {
            PersonFeatures features = PersonFeatures.Of(Shipped.People.Draw(8, 0, k), k % 2 == 0);
            double[] values = [.. BodyQuantity.All.Select((_, at) => 2 + features.Values[at] / 3 + at)];
            values[2] = Math.Exp(features.Values[6] - 1);
            return (features, (BodyFindings?)new BodyFindings(FindingOrigin.Solver, values,
                BodyFindings.Judge(values, MeanFlowExamination.DeadBand, Rules)));
        })], Rules);
        FaultList faults = new();
        byte[] study = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "studies", "predicted-people.yaml"));
        StudyDesign design = Shipped.Study("predicted-people");
        Population people = Shipped.People.With(surrogate);
        StudyRunFolder run = StudyRunFolder.Create(
            Path.Combine(folder.Path, "run"), new StudyPlan(design, people, 1), 2, study, faults)!;
        faults.ThrowIfAny();
        return (run, faults);
    }
}
