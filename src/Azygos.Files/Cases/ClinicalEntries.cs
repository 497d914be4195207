using System.Globalization;
using Azygos.Body.Model;
using Azygos.Clinic.Lesions;
using Azygos.Clinic.Variants;
using Azygos.Files.Faults;

namespace Azygos.Files.Cases;

/// <summary>A lesion of a case file.</summary>
/// <param name="Lesion">The lesion; null where what was said about it has faults.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Values">What was said about it.</param>
/// <param name="Lines">Line of each of its keys.</param>
/// <param name="Line">Line on which it begins.</param>
public sealed record CaseLesion(
    Lesion? Lesion, LesionKind Kind, LesionValues Values, IReadOnlyDictionary<string, int> Lines, int Line);

/// <summary>A variant of a case file.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Word">Which it is.</param>
/// <param name="Line">Its line.</param>
public sealed record CaseVariant(Variant Variant, string Word, int Line);

/// <summary>Brings variants and lesions of a case to a model.</summary>
internal static class ClinicalEntries
{
    /// <summary>The model with them; as far as there are no faults.</summary>
    /// <param name="full">The model at full detail, for what core detail leaves out.</param>
    /// <param name="model">The model as it will be run.</param>
    /// <param name="case">The case.</param>
    /// <param name="faults">Where faults go.</param>
    public static BodyModel Apply(BodyModel full, BodyModel model, CaseFile @case, FaultList faults)
    {
        foreach (CaseVariant variant in @case.Variants)
        {
            try
            {
                model = variant.Variant.On(model, variant.Word);
            }
            catch (ArgumentException reason)
            {
                faults.Add(@case.File, variant.Line, $"variants.{variant.Variant.Key}", variant.Word, reason.Message);
            }
        }

        List<Lesion> found = [];
        Dictionary<int, Lesion> numbered = [];
        foreach (CaseLesion lesion in @case.Lesions)
        {
            if (!Finds(full, model, lesion, @case.File, faults) || lesion.Lesion is not { } made) continue;
            int before = faults.Count;
            foreach ((string key, string reason) in made.FaultsOn(model))
                faults.Add(
                    @case.File, lesion.Lines.GetValueOrDefault(key, lesion.Line), $"lesions.{key}",
                    WordOf(lesion, key), reason);
            if (faults.Count == before)
            {
                found.Add(made);
                numbered.Add(int.Parse(made.Id.Split('_')[^1], CultureInfo.InvariantCulture), made);
            }
        }

        // Where a lesion could not be read, their numbers mean nothing.
        bool areRead = @case.Lesions.Count(lesion => lesion.Lesion is not null) == @case.LesionCount;
        foreach (CaseProcedure procedure in @case.Procedures.Where(_ => areRead))
            Treat(model, procedure, @case, numbered, found, faults);
        return Lesion.All(model, found);
    }

    // What a procedure leaves stands where the lesion stood; a lesion is treated once.
    private static void Treat(
        BodyModel model, CaseProcedure procedure, CaseFile @case, Dictionary<int, Lesion> numbered, List<Lesion> found,
        FaultList faults)
    {
        string key = $"{ProcedureReader.Section}.{ProcedureReader.Target.Name}";
        string number = procedure.Lesion.ToString(CultureInfo.InvariantCulture);
        if (!numbered.TryGetValue(procedure.Lesion, out Lesion? lesion))
        {
            // A lesion with faults of its own has told them.
            if (procedure.Lesion > @case.LesionCount)
                faults.Add(@case.File, procedure.Line, key, number, @case.LesionCount == 0
                    ? "names no lesion: the case has none"
                    : $"names no lesion; allowed: 1 to {@case.LesionCount}");
        }
        else if (!found.Contains(lesion))
        {
            faults.Add(@case.File, procedure.Line, key, number, "was treated by an earlier procedure; a lesion is treated once");
        }
        else if (procedure.Procedure.Objection(lesion) is { } objection)
        {
            faults.Add(@case.File, procedure.Line, key, number, objection);
        }
        else
        {
            found.Remove(lesion);
            found.AddRange(procedure.Procedure.On(model, lesion));
        }
    }

    private static bool Finds(BodyModel full, BodyModel model, CaseLesion lesion, string file, FaultList faults)
    {
        int before = faults.Count;
        foreach (LesionKey key in lesion.Kind.Keys.Where(key => key.Kind is LesionKeyKind.Vessel or LesionKeyKind.Valve))
        {
            bool isVessel = key.Kind == LesionKeyKind.Vessel;
            string[] known = [.. isVessel ? model.Vessels.Select(row => row.Id) : model.Valves.Select(row => row.Id)];
            string named = lesion.Values.Word(key);
            if (named.Length == 0 || known.Contains(named)) continue;   // a key that is missing was told
            faults.Add(file, lesion.Lines.GetValueOrDefault(key.Name, lesion.Line), $"lesions.{key.Name}", named,
                isVessel && full.Vessels.Any(row => row.Id == named)
                    ? "is not part of core detail; full detail has it"
                    : $"is not a {key.Name} of {model.Id}{Nearest.Suggestion(named, known)}");
        }

        return faults.Count == before;
    }

    private static string WordOf(CaseLesion lesion, string key) =>
        lesion.Kind.Keys.FirstOrDefault(one => one.Name == key) is { Kind: not LesionKeyKind.Curve } found
            ? found.Kind == LesionKeyKind.Number
                ? lesion.Values.Optional(found) is { } number ? FormattableString.Invariant($"{number}") : ""
                : lesion.Values.Word(found)
            : "";
}
