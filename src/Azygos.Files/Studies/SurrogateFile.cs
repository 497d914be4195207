using System.Text.Json;
using Azygos.Files.Faults;
using Azygos.Files.Folders;
using Azygos.Studies.Bodies;

namespace Azygos.Files.Studies;

/// <summary>A surrogate as <c>surrogate.json</c> in the folder of a run: coefficients, error, hash of the bodies.</summary>
internal static class SurrogateFile
{
    public const string Name = "surrogate.json";

    private const string Schema = "azygos-surrogate/1";

    /// <summary>The file; numbers have all their digits.</summary>
    public static string Text(Surrogate surrogate) => JsonSerializer.Serialize(new Stored(Schema, surrogate.Hash,
        [.. surrogate.Coefficients.Select(one => one.ToArray())], surrogate.Error.People, surrogate.Error.Stopped,
        [.. surrogate.Error.Quantities.Select(one => new StoredQuantity(
            one.Key, one.Unit, one.Error, one.Spread, one.Explained))],
        [.. surrogate.Error.CalledAlike], surrogate.Error.LabelledAlike));

    /// <summary>Reads it; null with a fault.</summary>
    public static Surrogate? Read(string path, FaultList faults)
    {
        try
        {
            Stored found = JsonSerializer.Deserialize<Stored>(File.ReadAllText(path))!;
            if (found.Schema == Schema)
                return Surrogate.From(found.Hash, found.Coefficients, new SurrogateError(found.People, found.Stopped,
                    [.. found.Quantities.Select(one => new SurrogateQuantity(
                        one.Key, one.Unit, one.Error, one.Spread, one.Explained))],
                    found.CalledAlike, found.LabelledAlike));
            faults.Add(path, null, "Schema", found.Schema, $"is not {Schema}");
        }
        catch (Exception fault) when (WholeFolder.IsOfTheFileSystem(fault) || fault is JsonException
            or NullReferenceException)
        {
            faults.Add(path, null, "", "", $"is not a surrogate: {fault.Message}");
        }
        return null;
    }

    private sealed record Stored(string Schema, string Hash, double[][] Coefficients, int People, int Stopped,
        StoredQuantity[] Quantities, double[] CalledAlike, double LabelledAlike);

    private sealed record StoredQuantity(string Key, string Unit, double Error, double Spread, double Explained);
}
