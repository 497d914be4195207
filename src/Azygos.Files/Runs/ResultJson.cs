using System.Text.Json.Serialization;

namespace Azygos.Files.Runs;

/// <summary>Source-generated serialisation of <c>result.json</c>.</summary>
/// <remarks>
/// A site leaves out what it does not have; other keys are always there, null where a value does not exist.
/// </remarks>
[JsonSourceGenerationOptions(WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(ResultDocument))]
internal sealed partial class ResultJson : JsonSerializerContext;
