using System.Text.Json;

namespace Azygos.Evidence.Checks;

/// <summary>Computes what the cases of one task expect.</summary>
/// <source choice="tasks of the schema evidence-cases/1"/>
public interface ICaseTask
{
    /// <summary>Name of the task.</summary>
    string Task { get; }

    /// <summary>The values by their expected names, or why the engine refuses.</summary>
    Outcome<CaseValues> Run(CaseTable table, JsonElement options);

    /// <summary>Tolerance of a name where it differs from the case's own; null where it does not.</summary>
    double? ToleranceOf(string name) => null;
}

/// <summary>Computed values by name: numbers, text, lists and inner values.</summary>
/// <source choice="the shape of the expected values"/>
public sealed class CaseValues : Dictionary<string, object?>
{
    /// <summary>
    /// Our objective (log-likelihood) and the same function at the expected values. Where the expected values lie
    /// lower, what differs from them no more than such a distance allows is reported as disputed, not as a miss.
    /// </summary>
    public (double Ours, Func<JsonElement, double?> AtExpected)? Objective { get; set; }
}
