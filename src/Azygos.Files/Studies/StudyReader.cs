using Azygos.Files.Faults;
using Azygos.Files.Tables;
using Azygos.Files.Yaml;
using Azygos.Studies.Designs;

namespace Azygos.Files.Studies;

/// <summary>Reads a study file, schema <c>azygos-study/1</c>, changing nothing: the design, or every fault at
/// once.</summary>
public static class StudyReader
{
    /// <summary>Reads a study file; null with faults.</summary>
    /// <param name="path">The file.</param>
    /// <param name="populationPrevalence">Share with a narrowing where the study gives none.</param>
    /// <param name="faults">Where faults go.</param>
    public static StudyDesign? Read(string path, double populationPrevalence, FaultList faults)
    {
        try
        {
            return Read(File.ReadAllBytes(path), path, populationPrevalence, faults);
        }
        catch (Exception fault) when (
            fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            faults.Add(path, null, "", "", $"cannot be read: {fault.Message}");
            return null;
        }
    }

    /// <summary>Reads a study from bytes.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="file">Its name, for faults and for the study.</param>
    /// <param name="populationPrevalence">Share with a narrowing where the study gives none.</param>
    /// <param name="faults">Where faults go.</param>
    public static StudyDesign? Read(
        ReadOnlySpan<byte> bytes, string file, double populationPrevalence, FaultList faults)
    {
        int before = faults.Count;
        if (YamlReader.Read(bytes, file, faults) is not { } root) return null;
        Reading reading = new(file, faults);
        foreach (YamlEntry entry in root.Entries) reading.Top(entry);
        foreach (string needed in (string[])["schema", "design"])
            if (root.Entries.All(entry => entry.Key != needed))
                faults.Add(file, null, needed, "", needed == "schema"
                    ? $"this key is missing; write schema: {StudyKeys.Schema}" : "this key is missing");
        StudyDesign design = reading.Design with
        {
            Name = Path.GetFileNameWithoutExtension(file),
            Given = [.. reading.Lines.Keys],
        };
        // What cannot be read says nothing about the whole: its own faults come first.
        if (faults.Count == before)
            foreach (DesignFault fault in DesignChecks.Of(design, populationPrevalence))
                faults.Add(file, reading.Lines.TryGetValue(fault.Key, out int line) ? line : null, fault.Key,
                    fault.Value, fault.Message);
        return faults.Count > before ? null : design;
    }

    private sealed class Reading(string file, FaultList faults)
    {
        public StudyDesign Design { get; private set; } = new();

        /// <summary>Lines of the keys that were given, by path.</summary>
        public Dictionary<string, int> Lines { get; } = [];

        public void Top(YamlEntry entry)
        {
            if (entry.Key == "schema")
            {
                if (Scalar(entry, "schema") is { } schema && schema != StudyKeys.Schema)
                    Refuse(entry, "schema", schema, $"is not a schema that this version reads; it reads {StudyKeys.Schema}");
            }
            else if (StudyKeys.Sections.ContainsKey(entry.Key))
            {
                if (entry.Value is YamlMapping section)
                    foreach (YamlEntry inner in section.Entries) Key(inner, entry.Key);
                else Refuse(entry, entry.Key, "", $"needs keys with values, not {entry.Value.Words}");
            }
            else Key(entry, "");
        }

        private void Key(YamlEntry entry, string section)
        {
            string path = section.Length == 0 ? entry.Key : $"{section}.{entry.Key}";
            if (StudyKeys.All.FirstOrDefault(one => one.Path == path) is not { } key)
            {
                Refuse(entry, path, "", "is not a key of a study" + Nearest.Suggestion(path,
                    StudyKeys.All.Select(one => one.Path).Concat(StudyKeys.Sections.Keys)));
                return;
            }
            if (Scalar(entry, path) is not { } text) return;
            if (!CellText.TryRead(key, text, out CellValue value, out string reason))
            {
                Refuse(entry, path, text, reason);
                return;
            }
            Lines[path] = entry.Line;
            Design = value.Number is { } number ? key.WithNumber(Design, number) : key.WithText(Design, text);
        }

        private string? Scalar(YamlEntry entry, string path)
        {
            if (entry.Value is YamlScalar scalar) return scalar.Text;
            Refuse(entry, path, "", $"needs one value, not {entry.Value.Words}");
            return null;
        }

        private void Refuse(YamlEntry entry, string path, string value, string message) =>
            faults.Add(file, entry.Line, path, value, message);
    }
}
