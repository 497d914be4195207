using Azygos.Body.Timeline;
using Azygos.Files.Faults;
using Azygos.Files.Overrides;
using Azygos.Files.Yaml;

namespace Azygos.Files.Cases;

/// <summary>The key <c>timeline</c> of a case: a list of events, read with all faults at once.</summary>
/// <remarks>
/// Each item has <c>at</c>, <c>do</c> and the keys of its kind; <see cref="EventKinds"/> says which there are. What only
/// the body can tell (whether a vessel is there, whether two events get in each other's way) is checked when case and
/// model meet.
/// </remarks>
internal static class TimelineKey
{
    /// <summary>Name of the key.</summary>
    public const string Name = "timeline";

    /// <summary>What the key holds, for people.</summary>
    public static string Meaning { get; } =
        $"what is done once the run is periodic: a list of events, each with at, do and the keys of its kind "
        + $"({string.Join(", ", EventKinds.All.Select(kind => kind.Word))})";

    /// <summary>Reads the events, each with its line.</summary>
    public static IReadOnlyList<KeyValuePair<BodyEvent, int>> Read(YamlNode node, string file, FaultList faults)
    {
        List<KeyValuePair<BodyEvent, int>> events = [];
        if (node is not YamlList list)
        {
            faults.Add(file, node.Line, Name, "", $"needs a list of events, not {node.Words}");
            return events;
        }
        for (int i = 0; i < list.Items.Count; i++)
        {
            string path = $"{Name}[{i + 1}]";
            if (list.Items[i] is not YamlMapping mapping)
            {
                faults.Add(file, list.Items[i].Line, path, "", $"needs keys with values, not {list.Items[i].Words}");
            }
            else if (Event(mapping, path, file, faults) is { } one)
            {
                events.Add(new(one, mapping.Line));
            }
        }
        return events;
    }

    private static BodyEvent? Event(YamlMapping mapping, string path, string file, FaultList faults)
    {
        YamlEntry? what = mapping.Entries.FirstOrDefault(entry => entry.Key == "do");
        if (what is null || mapping.Entries.All(entry => entry.Key != "at"))
        {
            faults.Add(file, mapping.Line, path, "", what is null
                ? "needs the key do, which says what is done" : "needs the key at, which says when");
        }
        string word = (what?.Value as YamlScalar)?.Text ?? "";
        EventKind? kind = EventKinds.Find(word);
        if (what is not null && kind is null)
        {
            IEnumerable<string> words = EventKinds.All.Select(one => one.Word);
            faults.Add(file, what.Line, $"{path}.do", word,
                $"is not an event{Nearest.Suggestion(word, words)}; allowed: {string.Join(", ", words)}");
        }
        if (kind is null)
        {
            return null;
        }
        BodyEvent one = kind.Create();
        foreach (YamlEntry entry in mapping.Entries.Where(entry => entry.Key != "do"))
        {
            one = With(one, kind, entry, $"{path}.{entry.Key}", file, faults);
        }
        return one;
    }

    private static BodyEvent With(
        BodyEvent one, EventKind kind, YamlEntry entry, string path, string file, FaultList faults)
    {
        EventNumber? number = entry.Key == EventKinds.When.Key
            ? EventKinds.When
            : kind.Numbers.FirstOrDefault(key => key.Key == entry.Key);
        EventWord? word = kind.Words.FirstOrDefault(key => key.Key == entry.Key);
        if (number is null && word is null)
        {
            IEnumerable<string> known = KeysOf(kind);
            Refuse("", $"is not a key of {kind.Word}{Nearest.Suggestion(entry.Key, known)}; allowed: "
                + string.Join(", ", known));
            return one;
        }
        if (entry.Value is not YamlScalar { Text.Length: > 0 } scalar)
        {
            Refuse("", entry.Value is YamlScalar ? "needs a value" : $"needs a value, not {entry.Value.Words}");
            return one;
        }
        if (word is not null)
        {
            if (word.Allowed.Count > 0 && !word.Allowed.Contains(scalar.Text))
            {
                Refuse(scalar.Text, $"is not one of {string.Join(", ", word.Allowed)}");
                return one;
            }
            return word.With(one, scalar.Text);
        }
        if (!NumberWithUnit.TryRead(scalar.Text, number!.Unit, out double value, out string reason))
        {
            Refuse(scalar.Text, $"{reason}; allowed: {number.Allowed}");
            return one;
        }
        if (!(value >= number.Low && value <= number.High))
        {
            Refuse(scalar.Text, $"is outside the allowed range: {number.Allowed}");
            return one;
        }
        return number.With(one, value);

        void Refuse(string given, string message) => faults.Add(file, entry.Line, path, given, message);
    }

    /// <summary>Keys that an event of a kind takes.</summary>
    public static IReadOnlyList<string> KeysOf(EventKind kind) =>
        ["at", "do", .. kind.Words.Select(key => key.Key), .. kind.Numbers.Select(key => key.Key)];

    /// <summary>Adds what the body refuses, at the lines of the events.</summary>
    public static void Check(
        BodyTimeline timeline, IReadOnlyList<KeyValuePair<BodyEvent, int>> lines, Body.Model.BodyModel model, string file,
        FaultList faults)
    {
        foreach (EventFault fault in timeline.Check(model))
        {
            int? line = fault.Event is { } i ? lines[i].Value : lines.Count > 0 ? lines[0].Value : null;
            string path = fault.Event is { } number ? $"{Name}[{number + 1}].{fault.Key}" : $"{Name}.{fault.Key}";
            faults.Add(file, line, path, fault.Value, fault.Reason);
        }
    }
}
