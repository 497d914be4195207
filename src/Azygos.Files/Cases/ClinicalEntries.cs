using Azygos.Body.Model;
using Azygos.Clinic.Lesions;
using Azygos.Clinic.Variants;
using Azygos.Files.Faults;

namespace Azygos.Files.Cases;

/// <summary>A lesion of a case file.</summary>
/// <param name="Lesion">The lesion.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Values">What was said about it.</param>
/// <param name="Lines">Line of each of its keys.</param>
/// <param name="Line">Line on which it begins.</param>
public sealed record CaseLesion(
    Lesion Lesion, LesionKind Kind, LesionValues Values, IReadOnlyDictionary<string, int> Lines, int Line);

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
        foreach (CaseLesion lesion in @case.Lesions)
        {
            if (!Finds(full, model, lesion, @case.File, faults)) continue;
            int before = faults.Count;
            foreach ((string key, string reason) in lesion.Lesion.FaultsOn(model))
                faults.Add(
                    @case.File, lesion.Lines.GetValueOrDefault(key, lesion.Line), $"lesions.{key}",
                    WordOf(lesion, key), reason);
            if (faults.Count == before) found.Add(lesion.Lesion);
        }

        return Lesion.All(model, found);
    }

    private static bool Finds(BodyModel full, BodyModel model, CaseLesion lesion, string file, FaultList faults)
    {
        int before = faults.Count;
        foreach (LesionKey key in lesion.Kind.Keys.Where(key => key.Kind is LesionKeyKind.Vessel or LesionKeyKind.Valve))
        {
            bool isVessel = key.Kind == LesionKeyKind.Vessel;
            string[] known = [.. isVessel ? model.Vessels.Select(row => row.Id) : model.Valves.Select(row => row.Id)];
            string named = lesion.Values.Word(key);
            if (known.Contains(named)) continue;
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
