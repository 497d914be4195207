using Azygos.Body.Anatomy;
using Azygos.Body.Model;
using Azygos.Clinic.Criteria;
using Azygos.Files.Studies;
using Azygos.Files.Tests;
using Azygos.Studies.Bodies;
using Azygos.Studies.Designs;
using Azygos.Studies.Populations;
using Azygos.Studies.Running;

namespace Azygos.Studies.Tests.Bodies;

/// <summary>From a person to a body, and to what it shows.</summary>
public sealed class PersonBodyTests
{
    private static readonly CriteriaRules Rules = CriteriaRules.Zamboni2009;

    private static PersonBodies Bodies => Shipped.People.Bodies!;

    private static BodyModel Of(Person person, bool hasLesion = false) => PersonBody.Of(
        Shipped.Body().At(AnatomicalDetail.Core), Shipped.People.AverageMan(), person, hasLesion, 300);

    [Fact]
    public void The_average_man_is_the_model()
    {
        BodyModel model = Shipped.Body().At(AnatomicalDetail.Core), body = Of(Shipped.People.AverageMan());
        Assert.Equal(model.Vessels, body.Vessels);
        Assert.Equal(model.Beds, body.Beds);
        Assert.Equal(model.Valves, body.Valves);
        Assert.Equal(model.Parameters, body.Parameters);
    }

    [Fact]
    public void A_narrowing_is_a_throat_on_its_side_and_a_bad_valve_leaks()
    {
        Person person = Shipped.People.AverageMan() with
        {
            Lesion = new Narrowing(IsRight: false, 0.8),
            RightValve = ValveState.Incompetent,
        };
        BodyModel body = Of(person, hasLesion: true);
        Assert.Equal(("ijv_left_j3", 0.2), (Assert.Single(body.Throats).Vessel, Math.Round(body.Throats[0].ForwardShare, 12)));
        Assert.Equal(PersonBody.Leak, body.Valves.Single(row => row.Id == "ijv_right_valve").Regurgitation);
        Assert.Empty(Of(person).Throats);
    }

    [Fact]
    public void A_persons_findings_depend_on_nobody_else()
    {
        PersonBodies alone = Shipped.Folder.Population.With(Shipped.Body).Bodies!;
        Person first = Shipped.People.Draw(4, 0, 0), second = Shipped.People.Draw(4, 0, 1);
        double[] before = [.. Bodies.Solve(first, true, Rules, out _)!.Values];
        Bodies.Solve(second, false, Rules, out _);
        Assert.Equal(before, Bodies.Solve(first, true, Rules, out _)!.Values);
        alone.Solve(second, false, Rules, out _);
        Assert.Equal(before, alone.Solve(first, true, Rules, out _)!.Values);
    }

    [Fact]
    public void Starting_near_a_solved_person_saves_steps_and_the_judge_agrees_with_the_numbers()
    {
        int warm = 0, cold = 0;
        for (int k = 0; k < 6; k++)
        {
            Person person = Shipped.People.Draw(5, 0, k);
            (int near, int far) = Bodies.Steps(person, k % 2 == 0);
            (warm, cold) = (warm + near, cold + far);
            BodyFindings found = Bodies.Solve(person, k % 2 == 0, Rules, out _)!;
            Assert.Equal(found.Met, BodyFindings.Judge(found.Values, MeanFlowExamination.DeadBand, Rules));
        }
        Assert.True(warm < cold, $"{warm} steps near, {cold} from the average man");
    }

    /// <summary>A narrowing of nine tenths makes the lumen a tenth, and sends blood elsewhere.</summary>
    [Fact]
    public void A_narrowing_narrows_the_lumen_and_lowers_the_jugular_share()
    {
        Person person = Shipped.People.AverageMan() with { Lesion = new Narrowing(IsRight: true, 0.9) };
        BodyFindings open = Bodies.Solve(person, false, Rules, out _)!, narrow = Bodies.Solve(person, true, Rules, out _)!;
        Assert.True(narrow.LeastLumen.SquareMillimetres < 0.3 * open.LeastLumen.SquareMillimetres);
        int share = BodyQuantity.All.ToList().FindIndex(one => one.Key == "jugular_share");
        Assert.True(narrow.Values[share] < open.Values[share] - 0.02);
    }

    [Fact]
    public void Rows_of_bodies_are_the_same_for_any_division_and_say_where_they_come_from()
    {
        StudyPlan plan = Shipped.Plan(Solved(3), 1);
        PersonRow[] rows = [.. Shipped.Rows(plan)];
        Assert.Equal(rows, Enumerable.Range(0, 3).SelectMany(shard => Shipped.Rows(plan, shard, 3)));
        Assert.All(rows, row => Assert.Equal((1, 0), (row.Origin, row.Stopped)));
        Assert.All(rows, row => Assert.True(row is { Criteria: >= 0, LeastLumen: > 0, Probability: >= 0 and <= 1 }));
    }

    /// <summary>People with far too little blood, some of them: those whose body has no state are counted, and the next
    /// person has their place.</summary>
    [Fact]
    public void Bodies_without_a_state_are_counted_and_replaced()
    {
        using TemporaryFolder folder = new();
        foreach (string file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "population")))
            File.WriteAllText(Path.Combine(folder.Path, Path.GetFileName(file)), File.ReadAllText(file).Replace(
                "central_venous_pressure,all,normal,3.5,1.5,0,15", "central_venous_pressure,all,normal,3.5,30,-60,15",
                StringComparison.Ordinal));
        Population dry = PopulationReader.Read(folder.Path).Population.With(Shipped.Body);
        StudyPlan plan = new(Solved(4), dry, 1);
        IReadOnlyList<PersonRow> rows = Shipped.Rows(plan);
        Assert.Equal(Enumerable.Range(0, 4), rows.Select(row => row.Person));
        Assert.True(rows.Sum(row => row.Stopped) > 0, "nobody was stopped");
        Assert.All(rows, row => Assert.Equal((1, 1), (row.Origin, row.Screened)));
        Assert.Equal(rows, Shipped.Rows(plan));
    }

    private static StudyDesign Solved(int people) => new()
    {
        Name = "solved",
        Kind = DesignKind.CrossSectional,
        Seed = 3,
        Cases = people,
        Examiner = ExaminerKind.Body,
        Intraclass = 0.15,
        Criterion = "ccsvi",
    };
}
