namespace Azygos.Files.Runs;

/// <summary>A result holds numbers that are not finite; it was not written.</summary>
/// <param name="places">Where they stand.</param>
public sealed class NonFiniteResultException(IReadOnlyList<string> places)
    : Exception($"The result holds {places.Count} numbers that are not finite ({string.Join(", ", places.Take(5))}"
        + (places.Count > 5 ? ", …" : "") + "); nothing was written.")
{
    /// <summary>Where they stand, such as <c>sites.azygos.flow_mL_min.mean</c>.</summary>
    public IReadOnlyList<string> Places => places;
}
