using System.Text;
using Azygos.Body.Anatomy;
using Azygos.Body.Model;
using Azygos.Clinic.Examination;
using Azygos.Evidence.Claims.Pools;
using Azygos.Files.Cases;
using Azygos.Files.Faults;
using Azygos.Files.Operators;
using Azygos.Files.Overrides;
using Azygos.Files.Studies;
using Azygos.Lab.Replies;
using Azygos.Studies.Conflict;
using Azygos.Studies.Designs;
using Azygos.Studies.Running;

namespace Azygos.Lab.Runs;

/// <summary>Checks what was asked of a run, with the readers of the command line, and makes it ready; every fault at
/// once.</summary>
internal sealed class RunPlanner(LabRoom room)
{
    /// <summary>People of a shard, as on the command line.</summary>
    private const int PeoplePerShard = 10_000;

    /// <summary>Most people of one run of the lab; chosen, minutes of one core. The command line runs more.</summary>
    public const int MostPeople = 5_000_000;

    /// <summary>The work, or every fault.</summary>
    public RunWork Plan(RunRequest request)
    {
        FaultList faults = new();
        RunWork? work = request.Kind switch
        {
            RunRequest.Exam => Exam(request, faults),
            RunRequest.Study => Study(request, faults),
            RunRequest.Explain => Explain(request, faults),
            _ => Simulate(request, faults),
        };
        faults.ThrowIfAny();
        return work!;
    }

    /// <summary>Reads a case text; null with faults.</summary>
    public static CaseFile? Case(string text, string file, FaultList faults) =>
        CaseReader.Read(Encoding.UTF8.GetBytes(text), file, faults);

    /// <summary>Label of what a case shows as a hypothesis, or empty.</summary>
    public static string HypothesisOf(CaseFile? read) => read?.Settings.Hypotheses.Count > 0 ? Statement.Iron : "";

    private BodyWork? Simulate(RunRequest request, FaultList faults)
    {
        CaseFile? read = request.Text.Length > 0 ? Case(request.Text, request.File, faults) : null;
        double? tilt = Tilt(request.Posture, faults);
        return Prepared(request, read, tilt, faults) is { } run
            ? new BodyWork(room, run) { Hypothesis = HypothesisOf(read) } : null;
    }

    private ExamWork? Exam(RunRequest request, FaultList faults)
    {
        CaseFile? read = request.Text.Length > 0 ? Case(request.Text, request.File, faults) : null;
        if (request.Posture is not null)
            faults.Add("posture", null, "", "", "belongs to a run; an examination lies and sits by itself");
        PreparedRun.CheckExamined(read, faults);
        string named = request.Protocol ?? ExaminationProtocol.All[0].Name;
        ExaminationProtocol? protocol = ExaminationProtocol.All.FirstOrDefault(one => one.Name == named);
        string[] known = [.. ExaminationProtocol.All.Select(one => one.Name)];
        if (protocol is null)
            faults.Add("protocol", null, "", named, $"is not a protocol{Nearest.Suggestion(named, known)}; "
                + $"protocols: {string.Join(", ", known)}");
        Operator? who = request.Operator is { } text
            ? OperatorReader.Read(Encoding.UTF8.GetBytes(text), "operator.yaml", faults) : new Operator();
        return Prepared(request, read, null, faults) is { } run && protocol is not null && who is not null
            ? new ExamWork(room, run, new Examiner
            {
                Protocol = protocol,
                Operator = request.Blinded ? who with { Blinded = true } : who,
                Seed = request.Seed ?? 1,
            })
            { Hypothesis = Statement.Criteria } : null;
    }

    private PreparedRun? Prepared(RunRequest request, CaseFile? read, double? tilt, FaultList faults)
    {
        AnatomicalDetail? level = Detail(request.Detail, faults);
        List<Override> overrides = [.. request.Set.Select(one => Override.Parse(one, faults)).OfType<Override>()];
        BodyModel? body = room.Shelf.BodyOf(read, request.Model, "model", faults);
        return body is null ? null : PreparedRun.Prepare(body, read, tilt, overrides, faults, level);
    }

    private StudyWork? Study(RunRequest request, FaultList faults)
    {
        PopulationFolder people = room.Shelf.Population();
        byte[] bytes = Encoding.UTF8.GetBytes(request.Text);
        if (StudyReader.Read(bytes, request.File, people.Population.LesionShare, faults) is not { } read) return null;
        StudyDesign design = request.Seed is { } seed ? read with { Seed = (ulong)seed } : read;
        long all = (long)design.Size * request.Repeat;
        if (all > MostPeople)
        {
            faults.Add("repeat", null, "", FormattableString.Invariant($"{request.Repeat}"),
                $"{all} people are more than one run of the lab holds, {MostPeople}; azygos study run takes more");
            return null;
        }
        int shards = (int)Math.Max(1, (all + PeoplePerShard - 1) / PeoplePerShard);
        return new StudyWork(room, new StudyPlan(design, people.Population, request.Repeat), shards, bytes);
    }

    private ExplainWork? Explain(RunRequest request, FaultList faults)
    {
        string named = request.Rows ?? RowChoice.Headline.Name;
        string[] names = [.. RowChoice.All.Select(one => one.Name)];
        if (RowChoice.All.FirstOrDefault(one => one.Name == named) is not { } choice)
        {
            faults.Add("rows", null, "", named,
                $"is not a choice of rows{Nearest.Suggestion(named, names)}; choices: {string.Join(", ", names)}");
            return null;
        }
        int studies = ConflictData.From(room.Evidence.Base, choice).Studies.Count;
        if (studies < 2)
            faults.Add("rows", null, "", named, $"{studies} studies have all four counts; at least 2 are needed");
        return new ExplainWork(room, choice, (ulong)(request.Seed ?? (long)ExplainWork.DefaultSeed),
            request.Kept ?? new ConflictLength().Kept);
    }

    /// <summary>A level of detail by its word; null where none was given.</summary>
    public static AnatomicalDetail? Detail(string? word, FaultList faults)
    {
        if (word is null) return null;
        if (DetailWords.TryRead(word, out AnatomicalDetail detail, out string reason)) return detail;
        faults.Add("detail", null, "", word, reason);
        return null;
    }

    private static double? Tilt(string? word, FaultList faults)
    {
        if (word is null) return null;
        if (Posture.TryRead(word, out double tilt, out string reason)) return tilt;
        faults.Add("posture", null, "", word, reason);
        return null;
    }
}
