using System.Text.Json;
using Azygos.Evidence.Effects;

namespace Azygos.Evidence.Checks.Tasks;

/// <summary>Task escalc: one effect and variance a row.</summary>
internal sealed class EffectSizeTask : ICaseTask
{
    public string Task => "escalc";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
    {
        EffectEstimate?[] effects = CaseOptions.Effects(table, options);
        return new CaseValues
        {
            ["yi"] = effects.Select(static e => (object?)e?.Value).ToList(),
            ["vi"] = effects.Select(static e => (object?)e?.Variance).ToList(),
        };
    }
}
