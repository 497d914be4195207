using Azygos.Body.Model;

namespace Azygos.Files.Overrides;

/// <summary>A model after its overrides, with what was replaced.</summary>
/// <param name="Model">The changed model; the one given stays as it was.</param>
/// <param name="Applied">Full path → number in the model's unit, in the order given.</param>
public sealed record OverriddenModel(BodyModel Model, IReadOnlyList<KeyValuePair<string, double>> Applied);
