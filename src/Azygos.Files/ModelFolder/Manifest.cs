using Azygos.Body.Model;
using Azygos.Files.Faults;
using Azygos.Files.Tables;
using Azygos.Files.Yaml;

namespace Azygos.Files.ModelFolder;

/// <summary>What <c>model.yaml</c> says: schema, id, name, how vessels are run, description.</summary>
internal sealed record Manifest(string Id, string Name, VesselTreatment Vessels, string Description)
{
    private static readonly string[] Keys = ["schema", "id", "name", "vessels", "description"];

    /// <summary>Reads the manifest; what is wrong or missing becomes a fault and stays empty.</summary>
    public static Manifest Read(ModelFiles files, FaultList faults)
    {
        string file = files.PathOf(ModelFiles.Manifest);
        Dictionary<string, YamlScalar> values = [];
        if (!files.Contents.TryGetValue(ModelFiles.Manifest, out byte[]? bytes)
            || YamlReader.Read(bytes, file, faults) is not { } mapping)
        {
            return new Manifest(files.Id, "", default, "");
        }
        foreach (YamlEntry entry in mapping.Entries)
        {
            if (!Keys.Contains(entry.Key))
            {
                faults.Add(file, entry.Line, entry.Key, "",
                    $"is not a key of model.yaml{Nearest.Suggestion(entry.Key, Keys)}");
            }
            else if (entry.Value is not YamlScalar { Text.Length: > 0 } scalar)
            {
                faults.Add(file, entry.Line, entry.Key, "", "needs text");
            }
            else
            {
                values.Add(entry.Key, scalar);
            }
        }
        foreach (string missing in Keys.Except(mapping.Entries.Select(entry => entry.Key)))
        {
            faults.Add(file, null, missing, "", "this key is missing");
        }
        if (values.TryGetValue("schema", out YamlScalar? schema) && schema.Text != ModelTables.Schema)
        {
            faults.Add(file, schema.Line, "schema", schema.Text,
                $"is not a schema that this version reads; it reads {ModelTables.Schema}");
        }
        if (values.TryGetValue("id", out YamlScalar? id) && id.Text != files.Id)
        {
            faults.Add(file, id.Line, "id", id.Text, $"must be the name of the folder, {files.Id}");
        }
        VesselTreatment vessels = default;
        if (values.TryGetValue("vessels", out YamlScalar? word) && !TableWords.Vessels.TryGetValue(word.Text, out vessels))
        {
            faults.Add(file, word.Line, "vessels", word.Text,
                $"is not one of {string.Join(", ", TableWords.Vessels.Keys)}"
                + Nearest.Suggestion(word.Text, TableWords.Vessels.Keys));
        }
        return new Manifest(files.Id, Text("name"), vessels, Text("description").Trim());

        string Text(string key) => values.TryGetValue(key, out YamlScalar? value) ? value.Text : "";
    }
}
