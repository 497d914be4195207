using Azygos.Clinic.Examination;
using Azygos.Files.Faults;
using Azygos.Files.Overrides;
using Azygos.Files.Tables;
using Azygos.Files.Yaml;

namespace Azygos.Files.Operators;

/// <summary>Reads an operator file, schema <c>azygos-operator/1</c>; every fault of it at once.</summary>
public static class OperatorReader
{
    /// <summary>Beam and flow at a larger angle than this show no velocity that could be corrected [degrees].</summary>
    private const double LargestAngle = 85;

    /// <summary>Reads a file; null with faults.</summary>
    /// <param name="path">The file.</param>
    /// <param name="faults">Where faults go.</param>
    public static Operator? Read(string path, FaultList faults)
    {
        try
        {
            return Read(File.ReadAllBytes(path), path, faults);
        }
        catch (Exception fault) when (
            fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            faults.Add(path, null, "", "", $"cannot be read: {fault.Message}");
            return null;
        }
    }

    /// <summary>Reads an operator from bytes; null with faults.</summary>
    /// <param name="bytes">The file's bytes.</param>
    /// <param name="file">Its name, for faults and for the operator.</param>
    /// <param name="faults">Where faults go.</param>
    public static Operator? Read(ReadOnlySpan<byte> bytes, string file, FaultList faults)
    {
        int before = faults.Count;
        if (YamlReader.Read(bytes, file, faults) is not { } root)
        {
            return null;
        }
        Operator read = new() { Name = Path.GetFileNameWithoutExtension(file) };
        foreach (YamlEntry entry in root.Entries)
        {
            read = Entry(read, entry, file, faults);
        }
        if (root.Entries.All(entry => entry.Key != "schema"))
        {
            faults.Add(file, null, "schema", "", $"this key is missing; write schema: {OperatorKeys.Schema}");
        }
        Check(read, root, file, faults);
        return faults.Count > before ? null : read;
    }

    private static Operator Entry(Operator read, YamlEntry entry, string file, FaultList faults)
    {
        if (entry.Key == "levels")
        {
            return read with { Levels = Levels(entry, file, faults) };
        }
        if (entry.Value is not YamlScalar { Text.Length: > 0 } scalar)
        {
            faults.Add(file, entry.Line, entry.Key, "", entry.Value is YamlScalar
                ? "needs a value"
                : $"needs a value, not {entry.Value.Words}");
            return read;
        }
        string text = scalar.Text;
        switch (entry.Key)
        {
            case "schema":
                if (text != OperatorKeys.Schema)
                {
                    Refuse($"is not a schema that this version reads; it reads {OperatorKeys.Schema}");
                }
                return read;
            case "name":
                return read with { Name = text };
        }
        if (OperatorKeys.Words.FirstOrDefault(key => key.Name == entry.Key) is { } word)
        {
            if (word.Allowed.Contains(text))
            {
                return word.With(read, text);
            }
            Refuse($"is not one of {string.Join(", ", word.Allowed)}{Nearest.Suggestion(text, word.Allowed)}");
            return read;
        }
        if (OperatorKeys.Numbers.FirstOrDefault(key => key.Name == entry.Key) is { } number)
        {
            if (NumberWithUnit.TryRead(text, number.Unit, out double value, out string reason)
                && CellText.Accepts(number, value, out reason))
            {
                return number.With(read, value);
            }
            string allowed = number.Range.InWords(number.Unit);
            Refuse(reason.Contains(allowed, StringComparison.Ordinal) ? reason : $"{reason}; allowed: {allowed}");
            return read;
        }
        Refuse($"is not a key of an operator{Nearest.Suggestion(entry.Key, OperatorKeys.Meanings.Keys)}");
        return read;

        void Refuse(string message) => faults.Add(file, entry.Line, entry.Key, text, message);
    }

    private static IReadOnlyList<string> Levels(YamlEntry entry, string file, FaultList faults)
    {
        if (entry.Value is not YamlList { Items.Count: > 0 } list)
        {
            faults.Add(file, entry.Line, "levels", "", "needs a list of j1, j2, j3, such as [j1, j2]");
            return OperatorKeys.Levels;
        }
        List<string> levels = [];
        foreach (YamlNode item in list.Items)
        {
            string level = (item as YamlScalar)?.Text ?? "";
            if (!OperatorKeys.Levels.Contains(level))
            {
                faults.Add(file, item.Line, "levels", level, "is not a level; allowed: j1, j2, j3");
            }
            else if (levels.Contains(level))
            {
                faults.Add(file, item.Line, "levels", level, "stands twice; keep one");
            }
            else
            {
                levels.Add(level);
            }
        }
        return levels;
    }

    // Keys that are right one by one and wrong together.
    private static void Check(Operator read, YamlMapping root, string file, FaultList faults)
    {
        double angle = read.Doppler.TrueAngle.Degrees;
        if (angle < 0 || angle > LargestAngle)
        {
            faults.Add(file, Line("angle_error_deg"), "angle_error_deg", "", FormattableString.Invariant(
                $"makes the true angle {angle:0.#} deg; allowed: from 0 to {LargestAngle} deg"));
        }
        if (read.Doppler.WallFilter.PerSecond >= read.Doppler.PulseRate.PerSecond / 2)
        {
            faults.Add(file, Line("wall_filter_Hz"), "wall_filter_Hz", "", FormattableString.Invariant(
                $"leaves nothing: it must stay below half the pulse rate, {read.Doppler.PulseRate.PerSecond / 2} Hz"));
        }
        if (read.ExpectationBias > 0 && read is { Sensitivity: 0 or 1, Specificity: 0 or 1 })
        {
            faults.Add(file, Line("expectation_bias"), "expectation_bias", "", "changes nothing: a reader with "
                + "call_sensitivity and call_specificity of 1 is certain; give one of them a value below 1");
        }
        if (read.ExpectationBias > 0 && read.Belief == Belief.None)
        {
            faults.Add(file, Line("expectation_bias"), "expectation_bias", "",
                "changes nothing without a belief; write belief: patient or control");
        }

        int? Line(string key) => root.Entries.FirstOrDefault(entry => entry.Key == key)?.Line;
    }
}
