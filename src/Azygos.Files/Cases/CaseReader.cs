using Azygos.Body.Anatomy;
using Azygos.Files.Faults;
using Azygos.Files.Overrides;
using Azygos.Files.Tables;
using Azygos.Files.Yaml;

namespace Azygos.Files.Cases;

/// <summary>Reads a case file, schema <c>azygos-case/1</c>, changing nothing.</summary>
public static class CaseReader
{
    /// <summary>
    /// Reads a case file; what it holds even where it has faults, so that all can be told together; null when it cannot
    /// be read.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="faults">Where faults go.</param>
    public static CaseFile? Read(string path, FaultList faults)
    {
        try
        {
            return Read(System.IO.File.ReadAllBytes(path), path, faults);
        }
        catch (Exception fault) when (
            fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            faults.Add(path, null, "", "", $"cannot be read: {fault.Message}");
            return null;
        }
    }

    /// <summary>Reads a case from bytes, as from a file.</summary>
    /// <param name="bytes">The file's bytes.</param>
    /// <param name="file">Its name, for faults and for the case.</param>
    /// <param name="faults">Where faults go.</param>
    public static CaseFile? Read(ReadOnlySpan<byte> bytes, string file, FaultList faults)
    {
        if (YamlReader.Read(bytes, file, faults) is not { } root)
        {
            return null;
        }
        CaseFile read = new() { File = file, Name = Path.GetFileNameWithoutExtension(file) };
        foreach (YamlEntry entry in root.Entries)
        {
            read = new Entry(file, "", entry, faults).AddTo(read);
        }
        if (root.Entries.All(entry => entry.Key != "schema"))
        {
            faults.Add(file, null, "schema", "", $"this key is missing; write schema: {CaseKeys.Schema}");
        }
        return read;
    }

    /// <summary>One entry of the file with what is needed to read it.</summary>
    /// <param name="File">The file.</param>
    /// <param name="Section">Section that it stands in, with a dot, or empty.</param>
    /// <param name="Yaml">The entry.</param>
    /// <param name="Faults">Where faults go.</param>
    private sealed record Entry(string File, string Section, YamlEntry Yaml, FaultList Faults)
    {
        private string Path => Section + Yaml.Key;

        public CaseFile AddTo(CaseFile read)
        {
            switch (Yaml.Key)
            {
                case "schema":
                    if (Scalar() is { } schema && schema != CaseKeys.Schema)
                    {
                        Refuse(schema, $"is not a schema that this version reads; it reads {CaseKeys.Schema}");
                    }
                    return read;
                case "description":
                    return read with { Description = Scalar() ?? "" };
                case "model":
                    return read with { Model = Scalar() ?? "", ModelLine = Yaml.Line };
                case "detail":
                    return read with { Detail = Detail() };
                case "posture":
                    return read with { TiltDegrees = Tilt() };
                case "heart":
                    return read with { Overrides = [.. read.Overrides, .. Replaced("heart.")] };
                case "set":
                    return read with { Overrides = [.. read.Overrides, .. Replaced("")] };
                case TimelineKey.Name:
                    return read with { Events = TimelineKey.Read(Yaml.Value, File, Faults) };
                case "variants":
                    return read with { Variants = new LesionReader(File, Faults).Variants(Yaml) };
                case "lesions":
                    return read with
                    {
                        Lesions = new LesionReader(File, Faults).Lesions(Yaml),
                        LesionCount = (Yaml.Value as YamlList)?.Items.Count ?? 0,
                    };
                case IronWord.Key:
                    if (Scalar() is not { } iron) return read;
                    if (iron == IronWord.Hypothesis)
                    {
                        return read with { Settings = read.Settings with { Hypotheses = [IronWord.Key] } };
                    }
                    Refuse(iron, $"is refused; allowed: {IronWord.Hypothesis}, or no key at all: it is off by default");
                    return read;
                case ProcedureReader.Section:
                    return read with { Procedures = new ProcedureReader(File, Faults).Procedures(Yaml) };
                case "recording" or "run":
                    return Entries($"{Yaml.Key}.").Aggregate(read, (sofar, entry) => entry.AddInSection(sofar));
                default:
                    Refuse("", $"is not a key of a case{Nearest.Suggestion(Yaml.Key, CaseKeys.TopLevel.Keys)}");
                    return read;
            }
        }

        private CaseFile AddInSection(CaseFile read)
        {
            if (Path == "recording.sites")
            {
                return read with { Sites = Sites() };
            }
            CaseKeys.NumberKey? key = CaseKeys.Numbers.FirstOrDefault(key => Path == $"{key.Section}.{key.Name}");
            if (key is null)
            {
                IEnumerable<string> known = CaseKeys.Numbers.Select(number => $"{number.Section}.{number.Name}")
                    .Append("recording.sites");
                Refuse("", $"is not a key of a case{Nearest.Suggestion(Path, known)}");
                return read;
            }
            if (Scalar() is not { } text)
            {
                return read;
            }
            if (NumberWithUnit.TryRead(text, key.Unit, out double number, out string reason)
                && CellText.Accepts(key, number, out reason))
            {
                return read with { Settings = key.With(read.Settings, number) };
            }
            string allowed = key.Range.InWords(key.Unit);
            Refuse(text, reason.Contains(allowed, StringComparison.Ordinal) ? reason : $"{reason}; allowed: {allowed}");
            return read;
        }

        private AnatomicalDetail? Detail()
        {
            if (Scalar() is not { } text)
            {
                return null;
            }
            if (DetailWords.TryRead(text, out AnatomicalDetail detail, out string reason))
            {
                return detail;
            }
            Refuse(text, reason);
            return null;
        }

        private double? Tilt()
        {
            if (Scalar() is not { } text)
            {
                return null;
            }
            if (Posture.TryRead(text, out double tilt, out string reason))
            {
                return tilt;
            }
            Refuse(text, reason);
            return null;
        }

        private List<Override> Replaced(string prefix)
        {
            List<Override> replaced = [];
            foreach (Entry entry in Entries($"{Yaml.Key}."))
            {
                if (entry.Scalar() is { } value)
                {
                    replaced.Add(new Override(prefix + entry.Yaml.Key, value, File, entry.Yaml.Line));
                }
            }
            return replaced;
        }

        private List<KeyValuePair<string, int>> Sites()
        {
            List<KeyValuePair<string, int>> sites = [];
            if (Yaml.Value is not YamlList list)
            {
                Refuse("", $"needs a list of sites, not {Yaml.Value.Words}");
                return sites;
            }
            foreach (YamlNode item in list.Items)
            {
                if (item is YamlScalar { Text.Length: > 0 } site)
                {
                    sites.Add(new(site.Text, site.Line));
                }
                else
                {
                    Faults.Add(File, item.Line, Path, "", "each site is the id of a site");
                }
            }
            return sites;
        }

        private IEnumerable<Entry> Entries(string section)
        {
            if (Yaml.Value is YamlMapping mapping)
            {
                return mapping.Entries.Select(entry => new Entry(File, section, entry, Faults));
            }
            Refuse("", $"needs keys with values, not {Yaml.Value.Words}");
            return [];
        }

        private string? Scalar()
        {
            if (Yaml.Value is YamlScalar { Text.Length: > 0 } scalar)
            {
                return scalar.Text;
            }
            Refuse("", Yaml.Value is YamlScalar ? "needs a value" : $"needs a value, not {Yaml.Value.Words}");
            return null;
        }

        private void Refuse(string value, string message) => Faults.Add(File, Yaml.Line, Path, value, message);
    }
}
