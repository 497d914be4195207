using Azygos.Clinic.Lesions;
using Azygos.Clinic.Procedures;
using Azygos.Files.Faults;
using Azygos.Files.Yaml;

namespace Azygos.Files.Cases;

/// <summary>A procedure of a case file.</summary>
/// <param name="Procedure">The procedure.</param>
/// <param name="Lesion">Which lesion of the case it acts on, from 1.</param>
/// <param name="Line">Line on which it begins.</param>
public sealed record CaseProcedure(Procedure Procedure, int Lesion, int Line);

/// <summary>Reads the key <c>procedures</c> of a case by the catalogue's own descriptions.</summary>
internal sealed class ProcedureReader(string file, FaultList faults)
{
    /// <summary>Key of a case.</summary>
    public const string Section = "procedures";

    /// <summary>Which lesion it acts on.</summary>
    public static LesionKey Target { get; } = LesionKey.Number(
        "lesion", "1", 1, 1000, "which lesion of the case it acts on, counted from 1");

    /// <summary>The procedures of a list, those without faults.</summary>
    public List<CaseProcedure> Procedures(YamlEntry entry)
    {
        List<CaseProcedure> procedures = [];
        if (entry.Value is not YamlList list)
        {
            faults.Add(file, entry.Line, entry.Key, "", $"needs a list of procedures, not {entry.Value.Words}");
            return procedures;
        }

        LesionReader reader = new(file, faults, Section);
        foreach (YamlNode item in list.Items)
        {
            if (item is not YamlMapping mapping)
            {
                faults.Add(file, item.Line, Section, "", $"needs the keys of a procedure, not {item.Words}");
                continue;
            }

            if (reader.KindOf(mapping, ProcedureKinds.All, kind => kind.Word) is not { } kind) continue;
            string id = FormattableString.Invariant($"procedure_{procedures.Count + 1}");
            if (reader.Values(id, kind.Word, [Target, .. kind.Keys], mapping) is not { } values) continue;
            double target = values.Number(Target);
            if (target != Math.Floor(target))
                faults.Add(file, mapping.Line, $"{Section}.{Target.Name}", FormattableString.Invariant($"{target}"),
                    "is not a whole number");
            else
                procedures.Add(new CaseProcedure(kind.Make(values), (int)target, mapping.Line));
        }

        return procedures;
    }
}
